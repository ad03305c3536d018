import type { Held, Next, Pending } from './chat-state';
import { chooseOption } from './choose-option';
import { saysSomething } from './greeting';
import { draftRun, dropDraft, resumeParked } from './park';
import { playAnswer, reask } from './play-answer';
import { toMenu } from './play-global';
import { enter, start } from './play-move';
import { NO, RETRY, YES, show } from './show';
import type { Stage } from './stage';

/** Plays the answer to a question of the engine itself. */
export async function playPending(stage: Stage, pending: Pending): Promise<void> {
  const choice = chooseOption(stage.turn.input, stage.state.shown, stage.facts.texts);
  const chosen = choice.kind === 'OPTION' ? choice.id : undefined;
  if (pending.kind === 'STUMBLE') return afterStumble(stage, chosen);
  if (!draftRun(stage, pending.dialog)) return toMenu(stage);
  if (chosen === undefined) {
    if (pending.kind === 'RESUME') hold(stage, pending);
    return reask(stage, choice.kind === 'STALE' ? 'opcion_vieja' : 'no_entendi');
  }
  stage.change({ pending: undefined, misses: 0 });
  if (pending.kind === 'RESUME') {
    if (chosen === YES) return resume(stage, pending.dialog, pending.held);
    stage.change({ pending: { kind: 'DISCARD', dialog: pending.dialog, next: pending.next } });
    show(stage);
    return undefined;
  }
  if (chosen === NO) return keep(stage, pending.dialog);
  return discard(stage, pending.dialog, pending.next);
}

// What the person writes instead of a yes or a no is more of what they came back with.
function hold(stage: Stage, pending: Extract<Pending, { kind: 'RESUME' }>): void {
  const { held } = pending;
  if (!held || held.opcion !== undefined || !saysSomething(stage, stage.input)) return;
  const texto = [held.texto, stage.input.texto].filter(Boolean).join('\n');
  const anexos = [...held.anexos, ...stage.input.anexos];
  stage.change({ pending: { ...pending, held: { ...held, texto, anexos } } });
}

async function afterStumble(stage: Stage, chosen: string | undefined): Promise<void> {
  stage.change({ pending: undefined });
  if (chosen === undefined) return playAnswer(stage);
  if (chosen === RETRY && stage.playing()) return show(stage);
  return toMenu(stage);
}

/** Goes on with a draft; what the person wrote before being asked counts as the answer, unless it was a greeting. */
async function resume(stage: Stage, dialog: string, held: Held | undefined): Promise<void> {
  const run = draftRun(stage, dialog);
  const titulo = stage.draftOf(run)?.titulo ?? '';
  if (run && stage.state.active !== run) resumeParked(stage, run);
  if (held && (held.opcion !== undefined || saysSomething(stage, held))) {
    return answerHeld(stage, held);
  }
  return enter(stage, stage.text('seguimos_con', { titulo }));
}

async function answerHeld(stage: Stage, held: Held): Promise<void> {
  const playing = stage.playing();
  const opciones = playing?.step.ask?.(playing.run.data, stage.facts).opciones ?? [];
  stage.change({ shown: opciones });
  stage.input = { ...held, enviadoEn: new Date(held.enviadoEn) };
  await playAnswer(stage);
}

async function keep(stage: Stage, dialog: string): Promise<void> {
  const run = draftRun(stage, dialog);
  if (run && stage.state.active !== run) resumeParked(stage, run);
  return enter(stage, stage.text('conservado'));
}

async function discard(stage: Stage, dialog: string, next: Next | undefined): Promise<void> {
  dropDraft(stage, dialog);
  if (!next) return toMenu(stage, stage.text('borrado'));
  start(stage, next.dialog, next.seed);
  return enter(stage, stage.text('borrado'));
}
