import { foldText } from '../../api/base/kernel/plain-text';
import type { Input } from '../dialogs/dialog';
import { tellOfOther } from './another-draft';
import { joinSays } from './bubble';
import type { Held, Pending } from './chat-state';
import { chooseOption } from './choose-option';
import { globalWordOf } from './global-words';
import { saysSomething } from './greeting';
import { draftRun, dropDraft, resumeParked } from './park';
import { meet, playAnswer, reask } from './play-answer';
import { toMenu } from './play-global';
import { enter, start } from './play-move';
import { NO, RETRY, show, YES } from './show';
import type { Stage } from './stage';
import { foldWord, foldedWordsOf } from './word-table';

/** A question about a draft. */
type OfDraft = Extract<Pending, { kind: 'RESUME' | 'DISCARD' }>;

/** Plays the answer to a question of the engine itself. */
export async function playPending(stage: Stage, pending: Pending): Promise<void> {
  const choice = chooseOption(stage.turn.input, stage.state.shown, stage.facts.texts);
  const chosen = choice.kind === 'OPTION' ? choice.id : inOtherWords(stage, pending);
  if (pending.kind === 'STUMBLE') return afterStumble(stage, chosen);
  if (!draftRun(stage, pending.key)) return toMenu(stage);
  if (chosen === LATER) return toMenu(stage);
  if (chosen === undefined) return notChosen(stage, pending, choice.kind === 'STALE');
  stage.change({ misses: 0 });
  if (pending.kind === 'RESUME' && chosen === NO) {
    stage.change({ pending: { ...pending, kind: 'DISCARD' } });
    return show(stage);
  }
  stage.change({ pending: undefined });
  if (pending.kind === 'RESUME') return goOnWith(stage, pending, 'seguimos_con');
  return chosen === NO ? goOnWith(stage, pending, 'conservado') : discard(stage, pending);
}

const LATER = 'motor:luego';

// «¿Seguimos con…?»: «seguir», or a «no» that throws nothing away.
function inOtherWords({ turn, facts: { texts, canal } }: Stage, pending: Pending): string | undefined {
  if (pending.kind !== 'RESUME') return undefined;
  const { texto } = turn.input;
  if (globalWordOf(texto, texts, canal) === 'SEGUIR') return YES;
  const isNo = foldedWordsOf(texts, 'motor.palabras.no').some((forms) => forms.includes(foldWord(texto)));
  if (!isNo) return undefined;
  return pending.next ? NO : LATER;
}

/** Fewer words than these instead of a yes or a no are a misunderstanding, not a story. */
const STORY_WORDS = 4;

/** Neither yes nor no. What is held is never given up for having been misunderstood. */
function notChosen(stage: Stage, pending: OfDraft, isStale: boolean): void {
  if (isMore(stage, pending)) hold(stage, pending);
  if (isStory(stage)) return show(stage, stage.text('tambien_guardado'));
  const why = isStale ? 'opcion_vieja' : 'no_entendi';
  const { held } = pending;
  const isKept = held !== undefined && held.opcion === undefined && saysSomething(stage, held);
  return isKept ? show(stage, stage.text(why)) : reask(stage, why);
}

/** Whether the message brings more than the answer to a question. */
export const isStory = ({ input }: Stage): boolean =>
  input.anexos.length > 0 ||
  (input.noRecibidos ?? []).length > 0 ||
  (input.opcion === undefined && foldText(input.texto).split(' ').length >= STORY_WORDS);

// What the person writes instead of a yes or a no is more of what they came back with.
const isMore = (stage: Stage, { held }: OfDraft): boolean =>
  (held !== undefined && held.opcion === undefined) || isStory(stage);

/** Keeps what was written until the engine's question about a draft has its answer. */
export function hold(stage: Stage, pending: OfDraft): void {
  if (!saysSomething(stage, stage.input)) return;
  const { held } = pending;
  const { anexos, noRecibidos = [], enviadoEn } = stage.input;
  const texto = [held?.texto, stage.input.texto].filter(Boolean).join('\n');
  const all = {
    texto,
    anexos: [...(held?.anexos ?? []), ...anexos],
    noRecibidos: [...(held?.noRecibidos ?? []), ...noRecibidos],
    enviadoEn: enviadoEn.toISOString(),
  };
  stage.change({ pending: { ...pending, held: { ...all, ...(held && { enviadoEn: held.enviadoEn }) } } });
}

async function afterStumble(stage: Stage, chosen: string | undefined): Promise<void> {
  stage.change({ pending: undefined });
  // The answer may be to the question before: its options are still what the person means.
  if (chosen === undefined) return answerAsked(stage);
  // A release may have put it where it begins, which asks nothing by itself.
  if (chosen === RETRY && stage.playing()) return enter(stage);
  return toMenu(stage);
}

/** Goes on with a draft; what the person wrote before being asked counts as the answer, unless it was a greeting. */
async function goOnWith(stage: Stage, pending: OfDraft, said: string): Promise<void> {
  const run = draftRun(stage, pending.key);
  const titulo = stage.draftOf(run)?.titulo ?? '';
  if (run && stage.state.active !== run) resumeParked(stage, run);
  const other = tellOfOther(stage, pending);
  const { held } = pending;
  if (held && isHeard(stage, held)) {
    if (other) stage.say(other);
    return answerHeld(stage, held);
  }
  const say = stage.text(said, said === 'seguimos_con' ? { titulo } : undefined);
  return enter(stage, other ? joinSays(say, other) : say);
}

const isHeard = (stage: Stage, held: Held): boolean =>
  held.opcion !== undefined || saysSomething(stage, held);

async function answerHeld(stage: Stage, held: Held): Promise<void> {
  stage.input = inputOf(held);
  await answerAsked(stage);
}

/**
 * Answers the question of the dialog, whose options are not the ones on the screen. A draft that was set aside as it
 * began has asked nothing yet: it begins first, so that what was written is not taken for what it began with. With no
 * dialog in course it is met as any message is.
 */
export async function answerAsked(stage: Stage): Promise<void> {
  const asked = stage.playing();
  if (asked && !asked.step.ask) await enter(stage);
  const playing = stage.playing();
  if (!playing) return meet(stage, stage.input);
  if (!playing.step.ask) return;
  const { opciones = [] } = playing.step.ask(playing.run.data, stage.facts);
  stage.change({ shown: opciones });
  await playAnswer(stage);
}

const inputOf = (held: Held): Input => ({ ...held, enviadoEn: new Date(held.enviadoEn) });

/** Drops a draft and goes on with what came instead of it; what was written meanwhile is heard then. */
async function discard(stage: Stage, { key, held, next }: OfDraft): Promise<void> {
  dropDraft(stage, key);
  const heard = held && held.opcion === undefined && saysSomething(stage, held) ? held : undefined;
  const borrado = stage.text('borrado');
  if (!next) {
    if (!heard) return toMenu(stage, borrado);
    stage.say(borrado);
    stage.input = inputOf(heard);
    return meet(stage, stage.input);
  }
  const other = next.key === undefined ? undefined : draftRun(stage, next.key);
  if (other) resumeParked(stage, other);
  else start(stage, next.dialog, next.seed);
  await enter(stage, borrado);
  if (heard) await answerHeld(stage, heard);
}
