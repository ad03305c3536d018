import type { Run } from './chat-state';
import { mayBeAnswer, resumeNotices, stopNotices } from './baja';
import { globalWordOf, type GlobalWord } from './global-words';
import { dropDraft, lastParked, leaveActive, resumeParked } from './park';
import { tellOfLeaving, tellOfLeft } from './another-draft';
import { joinSays } from './bubble';
import { chooseOption } from './choose-option';
import { enter, start } from './play-move';
import { RESUME_DRAFT, TO_MENU, show } from './show';
import { traitsOf } from '../channels/traits';
import type { Say } from '../dialogs/dialog';
import type { Stage } from './stage';

/** The global word that this turn's message is. With nine options or more on the screen, 9 chooses the ninth. */
export function askedGlobally(stage: Stage): GlobalWord | undefined {
  const { input, facts } = stage.turn;
  if (choosesDraft(stage)) return lastParked(stage) ? 'SEGUIR' : 'MENU';
  if (input.opcion === TO_MENU) return 'MENU';
  if (input.opcion !== undefined || input.anexos.length > 0) return undefined;
  const number = Number(input.texto.trim());
  if (number >= 1 && number <= stage.state.shown.length) return undefined;
  const word = globalWordOf(input.texto, facts.texts, facts.canal);
  if (word === 'BAJA' && mayBeAnswer(stage)) return undefined;
  return word === 'SEGUIR' && isAnswer(stage) ? undefined : word;
}

/** The draft that the menu offers: its button, however old, or its number or title when it is on the screen. */
const choosesDraft = ({ turn: { input }, state, facts }: Stage): boolean =>
  input.opcion === RESUME_DRAFT ||
  (input.anexos.length === 0 && chosenOf(input, state.shown, facts.texts) === RESUME_DRAFT);

function chosenOf(...asked: Parameters<typeof chooseOption>): string | undefined {
  const choice = chooseOption(...asked);
  return choice.kind === 'OPTION' ? choice.id : undefined;
}

/** «Seguir» may answer the question on the screen; with a draft set aside, it is always about the draft. */
const isAnswer = ({ turn: { input }, state, facts }: Stage): boolean =>
  state.parked.length === 0 &&
  (state.pending?.kind === 'RESUME' || chosenOf(input, state.shown, facts.texts) !== undefined);

/** Does what the global word asks; no draft is lost by any of them. */
export async function playGlobal(stage: Stage, word: GlobalWord): Promise<void> {
  stage.change({ misses: 0 });
  switch (word) {
    case 'MENU':
      return toMenu(stage);
    case 'ATRAS':
      return goBack(stage);
    case 'CANCELAR':
      return cancel(stage);
    case 'SEGUIR':
      return resume(stage);
    case 'AYUDA':
      return again(stage, help(stage));
    case 'PERSONA':
      return again(stage, stage.turn.script.cards.person(stage.facts));
    case 'BAJA':
      return show(stage, stopNotices(stage));
    case 'ALTA':
      return show(stage, resumeNotices(stage));
    default:
      return again(stage);
  }
}

const help = (stage: Stage): Say =>
  traitsOf(stage.facts.canal).pushes
    ? { texto: `${stage.text('ayuda').texto}\n${stage.text('ayuda_avisos').texto}` }
    : stage.text('ayuda');

/** Says something and asks once more what was being asked. */
export async function again(stage: Stage, say?: Say): Promise<void> {
  if (!stage.state.pending && !stage.playing()) start(stage, stage.turn.script.home, { menu: true });
  if (stage.state.pending || stage.playing()?.step.ask) show(stage, say);
  else await enter(stage, say);
}

/** To the menu; a draft is set aside and the person is told. */
export async function toMenu(stage: Stage, before?: Say): Promise<void> {
  const other = tellOfLeaving(stage);
  const titulo = leaveActive(stage);
  start(stage, stage.turn.script.home, { menu: true });
  const kept = titulo === undefined ? before : stage.text('borrador_guardado', { titulo });
  await enter(stage, other ? joinSays(kept, other) : kept);
}

async function goBack(stage: Stage): Promise<void> {
  const { active, pending } = stage.state;
  if (pending) {
    const left = tellOfLeft(stage, pending);
    stage.change({ pending: undefined });
    return again(stage, left);
  }
  const at = active?.steps.findLastIndex((name) => stillStands(stage, active, name)) ?? -1;
  const previous = active?.steps[at];
  if (!active || previous === undefined) return again(stage, stage.text('primer_paso'));
  stage.change({ active: { ...active, step: previous, steps: active.steps.slice(0, at) } });
  return again(stage);
}

function stillStands({ turn }: Stage, { dialog, data }: Run, name: string): boolean {
  const step = turn.script.dialogs.get(dialog)?.steps[name];
  return step !== undefined && (step.stands?.(data) ?? true);
}

async function cancel(stage: Stage): Promise<void> {
  const { active, pending } = stage.state;
  if (pending?.kind === 'DISCARD') return again(stage);
  if (active && stage.draftOf(active)) {
    stage.change({ pending: { kind: 'DISCARD', key: active.key } });
    return again(stage);
  }
  if (active) dropDraft(stage, active.key);
  const titulo = stage.draftOf(lastParked(stage))?.titulo;
  return toMenu(
    stage,
    titulo === undefined ? stage.text('cancelado') : stage.text('borrador_guardado', { titulo }),
  );
}

const inCourse = (stage: Stage): boolean => stage.draftOf(stage.state.active) !== undefined;

async function resume(stage: Stage): Promise<void> {
  const run = lastParked(stage);
  if (!run) return again(stage, inCourse(stage) ? undefined : stage.text('sin_borrador'));
  const titulo = stage.draftOf(run)?.titulo ?? '';
  const other = tellOfLeaving(stage);
  resumeParked(stage, run);
  stage.change({ pending: undefined });
  const say = stage.text('seguimos_con', { titulo });
  return again(stage, other ? joinSays(say, other) : say);
}
