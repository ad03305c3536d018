import type { Input, Step } from '../dialogs/dialog';
import { chooseOption } from './choose-option';
import { saysSomething } from './greeting';
import { enter, follow, missed, start } from './play-move';
import { show } from './show';
import type { Stage } from './stage';

/** Plays a message as the answer to the question of the dialog in course. */
export async function playAnswer(stage: Stage, input: Input = stage.input): Promise<void> {
  const playing = stage.playing();
  if (!playing) return meet(stage, input);
  const { run, step } = playing;
  const choice = chooseOption(input, stage.state.shown, stage.facts.texts);
  if (choice.kind === 'STALE') return reask(stage, 'opcion_vieja');
  if (bringsNothing(input, step) && choice.kind === 'NONE') return askAgain(stage, input);
  if (!step.answer) return meet(stage, input);
  const opcion = choice.kind === 'OPTION' ? choice.id : undefined;
  await follow(stage, step.answer(run.data, { ...input, opcion }, stage.facts));
}

const bringsNothing = ({ texto, anexos, noRecibidos = [] }: Input, { keepsFiles }: Step<unknown>): boolean =>
  texto.trim() === '' && anexos.length === 0 && !(keepsFiles && noRecibidos.length > 0);

// Why a file could not be received was told already: nobody misunderstood anything.
const askAgain = (stage: Stage, { noRecibidos = [] }: Input): void =>
  noRecibidos.length > 0 ? show(stage) : reask(stage, 'vacio');

/** Says why the message did not serve and asks again, until the third time. */
export function reask(stage: Stage, why: string): void {
  const say = stage.text(why);
  if (!missed(stage, say)) show(stage, say);
}

/**
 * Receives a person with no dialog in course. The message is heard too: a person who starts by telling the problem does
 * not have to tell it twice.
 */
export async function meet(stage: Stage, input: Input): Promise<void> {
  start(stage, stage.turn.script.home, undefined);
  const arrived = stage.state.active;
  await enter(stage);
  const playing = stage.playing();
  const waits = playing?.run === arrived || playing?.run.step === arrived?.step;
  if (!playing?.step.ask || !waits || !saysSomething(stage, input)) return;
  const move = playing.step.answer?.(playing.run.data, { ...input, opcion: undefined }, stage.facts);
  if (move && move.kind !== 'again') await follow(stage, move);
}
