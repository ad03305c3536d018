import type { Say } from '../dialogs/dialog';
import { quoted } from '../dialogs/quoted';
import { joinSays } from './bubble';
import type { Next, Pending, Run } from './chat-state';
import { saysSomething } from './greeting';
import { draftRun, parkFirst, parkedOf } from './park';
import { show } from './show';
import type { Stage } from './stage';

/** Drafts of one dialog that a person may have at once: a conversation has bounds. */
const MAX_DRAFTS = 3;

/** A dialog that begins, with a new key for the draft that it may become. */
export function newRun(stage: Stage, name: string, seed: unknown): Run {
  const dialog = stage.turn.script.dialogs.get(name);
  if (!dialog) throw new Error(`no dialog named ${name}`);
  const key = stage.newKey();
  const data = dialog.start(key, seed, stage.facts);
  return { dialog: name, version: dialog.version, step: dialog.first, data, key, steps: [] };
}

/**
 * Asks whether to go on with an earlier draft before another of its dialog begins. What the person wrote for the other
 * is a draft already, set aside until the answer and after it; when there are too many, one has to go first.
 */
export function askBeforeAnother(stage: Stage, next: Next, before: Say | undefined): void {
  const others = parkedOf(stage, next.dialog);
  const last = others.at(-1);
  if (!last) throw new Error(`no draft of ${next.dialog} to go on with`);
  const run = newRun(stage, next.dialog, next.seed);
  const isDraft = stage.draftOf(run) !== undefined;
  if (isDraft && others.length >= MAX_DRAFTS) {
    stage.change({ pending: { kind: 'DISCARD', key: last.key, next } });
    return show(stage, joinSays(before, stage.text('muchos_borradores')));
  }
  if (isDraft) parkFirst(stage, run);
  stage.change({
    pending: { kind: 'RESUME', key: last.key, next: isDraft ? { ...next, key: run.key } : next },
  });
  return show(stage, isDraft ? joinSays(before, stage.text('nuevo_guardado')) : before);
}

/** What to tell of a new text when the person goes on with an earlier draft, or leaves the question. */
export function tellOfOther(stage: Stage, pending: Pending | undefined): Say | undefined {
  if (!pending || pending.kind === 'STUMBLE' || !pending.next) return undefined;
  const { key, dialog, seed } = pending.next;
  const titulo = key === undefined ? undefined : stage.draftOf(draftRun(stage, key))?.titulo;
  if (titulo !== undefined) return stage.text('otro_guardado', { titulo });
  const wasDraft = stage.draftOf(newRun(stage, dialog, seed)) !== undefined;
  return wasDraft ? stage.text('otro_sin_lugar') : undefined;
}

/** The same when the dialog in course is left too: words and files that waited for an answer in it, and no draft keeps. */
export function tellOfLeaving(stage: Stage): Say | undefined {
  const playing = stage.playing();
  const texto = playing?.dialog.unsaved?.(playing.run.data, stage.facts);
  const left = tellOfLeft(stage, stage.state.pending);
  if (texto === undefined) return left;
  const unsaved = stage.text('sin_guardar', { texto: quoted(stage.facts, texto, 150) });
  return left ? joinSays(unsaved, left) : unsaved;
}

/** What to tell when the person leaves a question of the engine without answering it: nothing is dropped in silence. */
export function tellOfLeft(stage: Stage, pending: Pending | undefined): Say | undefined {
  const other = tellOfOther(stage, pending);
  const held = pending && pending.kind !== 'STUMBLE' ? pending.held : undefined;
  if (!held || held.opcion !== undefined || !saysSomething(stage, held)) return other;
  return joinSays(other, stage.text('sin_guardar', { texto: quoted(stage.facts, held.texto, 150) }));
}
