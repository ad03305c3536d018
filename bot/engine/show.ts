import type { Say } from '../dialogs/dialog';
import { joinSays } from './bubble';
import type { Pending } from './chat-state';
import { draftRun, lastParked } from './park';
import type { Stage } from './stage';

/** Options of the engine's own questions. */
export const YES = 'motor:si';
export const NO = 'motor:no';
export const RETRY = 'motor:otra-vez';
export const TO_MENU = 'motor:menu';
export const RESUME_DRAFT = 'motor:seguir';

/**
 * Puts on the screen the question that waits for an answer, the engine's own first, after what is said before it; with
 * nothing asked, only that is said.
 */
export function show(stage: Stage, before?: Say): void {
  const { pending } = stage.state;
  const playing = stage.playing();
  if (pending) stage.say(joinSays(before, asking(questionOf(stage, pending))));
  else if (playing?.step.ask) {
    const question = playing.step.ask(playing.run.data, stage.facts);
    stage.say(joinSays(before, asking(question)), resumeOption(stage));
  } else if (before) stage.say(before);
}

/** All of a question is left out when the same bubble asks another, but for what is to be told anyway. */
const asking = (question: Say): Say =>
  question.pregunta === undefined && question.aviso === undefined
    ? { ...question, texto: '', pregunta: question.texto }
    : question;

// The menu offers the draft set aside, so that it is never out of sight.
function resumeOption(stage: Stage): { id: string; titulo: string } | undefined {
  const atHome = stage.state.active?.dialog === stage.turn.script.home;
  return atHome && lastParked(stage) ? option(stage, RESUME_DRAFT, 'seguir') : undefined;
}

const option = (stage: Stage, id: string, name: string) => ({
  id,
  titulo: stage.facts.texts(`motor.opcion.${name}`),
});

function questionOf(stage: Stage, pending: Pending): Say {
  if (pending.kind === 'STUMBLE') {
    const opciones = [option(stage, RETRY, 'otra_vez'), option(stage, TO_MENU, 'menu')];
    const card = stage.turn.script.cards.person(stage.facts);
    return { ...joinSays(stage.text('tropiezo'), card), opciones };
  }
  const titulo = stage.draftOf(draftRun(stage, pending.key))?.titulo ?? '';
  const [key, yes, no] =
    pending.kind === 'RESUME'
      ? (['seguimos', 'si_seguir', 'de_nuevo'] as const)
      : (['confirme_borrar', 'borrar', 'conservar'] as const);
  return { ...stage.text(key, { titulo }), opciones: [option(stage, YES, yes), option(stage, NO, no)] };
}
