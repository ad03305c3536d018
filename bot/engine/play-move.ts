import type { Move, Request, RequestResult, Say } from '../dialogs/dialog';
import { joinSays } from './bubble';
import { lastParked, leaveActive, parkedOf } from './park';
import { askBeforeAnother, newRun } from './another-draft';
import { show } from './show';
import type { Playing, Stage } from './stage';

/** More moves than this without a question is a dialog that runs in circles. */
const MAX_MOVES = 12;
const MAX_STEPS_BACK = 20;
const MAX_MISSES = 3;

type Call = Extract<Move<unknown>, { kind: 'call' }>;

/** Where a move leads: a step that was just reached, a question on the screen, or another move. */
type Reached = 'STEP' | 'SCREEN' | Move<unknown>;

/** Carries out what a step decided, until there is a question on the screen or the dialog is over. */
export async function follow(stage: Stage, move: Move<unknown>): Promise<void> {
  await carryOn(stage, move, undefined);
}

/** Enters a dialog just started or brought back: asks its question, or follows what its step decides. */
export async function enter(stage: Stage, before?: Say): Promise<void> {
  await carryOn(stage, 'STEP', before);
}

async function carryOn(stage: Stage, first: Reached, said: Say | undefined): Promise<void> {
  let reached = first;
  let before = said;
  for (let moves = 0; reached !== 'SCREEN'; moves++) {
    if (moves > MAX_MOVES) throw new Error(`dialog ${stage.state.active?.dialog} does not stop`);
    if (reached === 'STEP') {
      reached = arrive(stage, before);
      continue;
    }
    if (reached.kind !== 'again') stage.change({ misses: 0 });
    if (reached.kind !== 'call' && reached.say) before = joinSays(before, reached.say);
    reached = await carryOut(stage, reached, before);
  }
}

async function carryOut(stage: Stage, move: Move<unknown>, before: Say | undefined): Promise<Reached> {
  switch (move.kind) {
    case 'again':
      stage.change({ active: { ...inCourse(stage).run, data: move.data } });
      return missed(stage, before) ? 'SCREEN' : 'STEP';
    case 'goto':
      return advance(stage, move.step, move.data);
    case 'call':
      return call(stage, move);
    case 'switch':
      return leaveFor(stage, move, before);
    default:
      return end(stage, before);
  }
}

/** Counts a misunderstanding; at the third the person is offered another way instead of the same question. */
export function missed(stage: Stage, before: Say | undefined): boolean {
  const misses = stage.state.misses + 1;
  stage.change({ misses });
  if (misses < MAX_MISSES) return false;
  stage.change({ misses: 0, pending: { kind: 'STUMBLE' } });
  show(stage, before);
  return true;
}

function advance(stage: Stage, name: string, data: unknown): 'STEP' {
  const { run, step } = inCourse(stage);
  const answered = step.ask && name !== run.step;
  const steps = answered ? [...run.steps, run.step].slice(-MAX_STEPS_BACK) : run.steps;
  stage.change({ active: { ...run, step: name, data, steps } });
  return 'STEP';
}

/** What leaves something behind in the Ventanilla. */
const WRITES: ReadonlySet<Request['use']> = new Set(['radicar', 'adicionar']);

async function call(stage: Stage, move: Call): Promise<Move<unknown>> {
  const { run, dialog } = inCourse(stage);
  if (WRITES.has(move.request.use) && stage.isNew(run.key)) {
    throw new Error(`${run.dialog} files in the turn it starts: its key would not survive a crash`);
  }
  const result = await stage.turn.perform(move.request);
  const filed = result.use === 'radicar' && result.result.ok;
  // A petition already filed is not corrected by going back.
  stage.change({ active: { ...run, step: move.step, data: move.data, steps: filed ? [] : run.steps } });
  const { got } = inCourse(stage).step;
  if (!got) throw new Error(`${run.dialog}.${move.step} takes no result`);
  const next = got(move.data, result, stage.facts);
  if (isOfAnonymous(result)) stage.forget = true;
  if (!filed || !dialog.anonymous?.(move.data)) return next;
  stage.forget = true;
  // Whatever the dialog wants next, what was filed without a name does not stay in the conversation.
  const remembers = (next.kind === 'goto' || next.kind === 'again') && dialog.anonymous(next.data);
  return remembers ? { kind: 'end', say: next.say } : next;
}

/** Whoever opens an anonymous case from a chat must not leave it tied to that chat. */
const isOfAnonymous = ({ use, result }: RequestResult): boolean =>
  (use === 'consultar' || use === 'adicionar') && result.ok && result.value.anonima === true;

function leaveFor(
  stage: Stage,
  { dialog, seed }: Extract<Move<unknown>, { kind: 'switch' }>,
  before: Say | undefined,
): 'STEP' | 'SCREEN' {
  leaveActive(stage);
  if (parkedOf(stage, dialog).length > 0) {
    askBeforeAnother(stage, { dialog, seed }, before);
    return 'SCREEN';
  }
  start(stage, dialog, seed);
  return 'STEP';
}

function end(stage: Stage, before: Say | undefined): 'STEP' | 'SCREEN' {
  stage.change({ active: undefined });
  if (!before && !stage.hasSpoken) {
    start(stage, stage.turn.script.home, undefined);
    return 'STEP';
  }
  const titulo = stage.draftOf(lastParked(stage))?.titulo;
  const hint = titulo === undefined ? undefined : stage.text('borrador_guardado', { titulo });
  if (before ?? hint) stage.say(hint ? joinSays(before, hint) : (before ?? { texto: '' }));
  return 'SCREEN';
}

/** Begins a dialog, with a new key for the draft that it may become. */
export function start(stage: Stage, name: string, seed: unknown): void {
  stage.change({ active: newRun(stage, name, seed), pending: undefined });
}

function arrive(stage: Stage, before: Say | undefined): Reached {
  const { run, step } = inCourse(stage);
  if (step.ask) {
    show(stage, before);
    return 'SCREEN';
  }
  if (!step.answer) throw new Error(`${run.dialog}.${run.step} neither asks nor decides`);
  return step.answer(run.data, stage.input, stage.facts);
}

function inCourse(stage: Stage): Playing {
  const playing = stage.playing();
  if (!playing) throw new Error(`no step ${stage.state.active?.dialog}.${stage.state.active?.step}`);
  return playing;
}
