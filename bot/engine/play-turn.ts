import { foldText } from '../../api/base/kernel/plain-text';
import { notReceivedSay } from '../dialogs/not-received';
import type { ChatState } from './chat-state';
import { chooseOption } from './choose-option';
import { mendRuns } from './mend-runs';
import { lastParked } from './park';
import { playAnswer } from './play-answer';
import { playDocumento } from './play-documento';
import { again, askedGlobally, playGlobal } from './play-global';
import { enter, start } from './play-move';
import { answerAsked, hold, isStory, playPending } from './play-pending';
import type { Outcome, Turn } from './script';
import { saysSomething } from './greeting';
import { show } from './show';
import { Stage } from './stage';

/** After this much silence a person is asked whether to go on with the draft, in milliseconds. */
const SILENCE_MS = 15 * 60_000;

/**
 * Plays one turn: the message, the state it finds and what it leaves. In order of rank: global words, emergency, the
 * engine's own questions, the silence before it, and then the step of the dialog. Its only effect is `turn.perform`.
 */
export async function playTurn(before: ChatState, turn: Turn): Promise<Outcome> {
  const stage = new Stage(before, turn);
  await play(stage);
  if (!stage.hasSpoken) show(stage);
  stage.change({ lastAt: turn.facts.now.toISOString() });
  return stage.outcome();
}

async function play(stage: Stage): Promise<void> {
  const mended = mendRuns(stage);
  tellNotReceived(stage);
  const { documento } = stage.turn.input;
  if (documento) {
    return playDocumento(stage, documento, mended === 'LOST' ? stage.text('no_se_abre') : undefined);
  }
  const word = askedGlobally(stage);
  if (mended === 'MOVED') forgetAsked(stage);
  if (mended === 'LOST') return afterLoss(stage);
  if (stage.turn.input.suceso) return again(stage, stage.text(`suceso.${stage.turn.input.suceso}`));
  if (word) return playGlobal(stage, word);
  if (isEmergency(stage)) return playEmergency(stage, mended);
  if (stage.state.pending) return playPending(stage, stage.state.pending);
  if (mended === 'MOVED') return afterRelease(stage);
  if (asksToResume(stage)) return show(stage);
  return playAnswer(stage);
}

/** At once and whatever was being asked: a file that is refused stops nothing. */
function tellNotReceived(stage: Stage): void {
  const { noRecibidos = [] } = stage.turn.input;
  if (noRecibidos.length === 0) return;
  const { shown } = stage.state;
  stage.say(notReceivedSay(noRecibidos, stage.facts));
  stage.change({ shown });
}

/**
 * What answered a question that no longer exists: an option that is held, and the offer after three misunderstandings
 * when it is not that offer what is answered. A story is still one.
 */
function forgetAsked(stage: Stage): void {
  const { pending, shown } = stage.state;
  if (!pending) return;
  if (pending.kind !== 'STUMBLE') {
    if (pending.held?.opcion !== undefined) stage.change({ pending: { ...pending, held: undefined } });
  } else if (chooseOption(stage.input, shown, stage.facts.texts).kind !== 'OPTION') {
    stage.change({ pending: undefined });
  }
}

/** The question is another one now, and a story is heard all the same: nobody knew of it when they wrote. */
async function afterRelease(stage: Stage): Promise<void> {
  await enter(stage, stage.text('retomamos'));
  if (isStory(stage) || isEmergency(stage)) await answerAsked(stage);
}

async function afterLoss(stage: Stage): Promise<void> {
  stage.change({ pending: undefined });
  if (!stage.playing()) start(stage, stage.turn.script.home, { menu: true });
  await enter(stage, stage.text('no_se_abre'));
}

function isEmergency({ turn: { input, facts } }: Stage): boolean {
  // Numbers and single short words are never an emergency, and most messages are one of them.
  return foldText(input.texto).length > 3 && facts.understand(input.texto).emergencia;
}

/** The card goes first. The text is heard too: nobody should have to write it twice. */
async function playEmergency(stage: Stage, mended: 'SAME' | 'MOVED'): Promise<void> {
  stage.say(stage.turn.script.cards.emergency(stage.facts));
  const { pending } = stage.state;
  if (!pending) return mended === 'MOVED' ? afterRelease(stage) : playAnswer(stage);
  if (pending.kind === 'STUMBLE') return playPending(stage, pending);
  hold(stage, pending);
  return show(stage);
}

/** Whether the person comes back to a draft after a silence: then the question is asked and the message is held. */
function asksToResume(stage: Stage): boolean {
  const { lastAt, active, shown } = stage.state;
  const { input, facts } = stage.turn;
  if (lastAt === undefined || facts.now.getTime() - Date.parse(lastAt) <= SILENCE_MS) return false;
  if (active && stage.draftOf(active)) {
    const choice = chooseOption(input, shown, facts.texts);
    const opcion = choice.kind === 'OPTION' ? choice.id : undefined;
    const held = { ...input, opcion, enviadoEn: input.enviadoEn.toISOString() };
    stage.change({ pending: { kind: 'RESUME', key: active.key, held } });
    return true;
  }
  const parked = lastParked(stage);
  // Somebody who comes back saying what they want is heard first; the menu offers the draft anyway.
  if (!parked || input.opcion !== undefined || saysSomething(stage, input)) return false;
  stage.change({ pending: { kind: 'RESUME', key: parked.key } });
  return true;
}
