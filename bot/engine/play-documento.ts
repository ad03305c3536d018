import type { Input, Move, Say } from '../dialogs/dialog';
import { joinSays } from './bubble';
import type { Run } from './chat-state';
import { follow } from './play-move';
import { show } from './show';
import type { Stage } from './stage';

type Documento = NonNullable<Input['documento']>;

/**
 * A document that came by the page of a link goes to the draft that asked for it. In course, the conversation goes on by
 * itself; set aside, or with a question of the engine on the screen, it is kept and the person is told.
 */
export async function playDocumento(stage: Stage, documento: Documento, before?: Say): Promise<void> {
  const { active, parked, pending } = stage.state;
  for (const run of [...(active ? [active] : []), ...parked.toReversed()]) {
    const move = moveOf(stage, run, documento);
    if (!move) continue;
    if (run === active && !pending) return follow(stage, { ...move, say: joined(before, move.say) });
    keep(stage, run, move);
    return show(stage, joined(before, joined(move.say, whereItIs(stage, run))));
  }
  return show(stage, joinSays(before, stage.text('documento_tarde')));
}

type Goto = Extract<Move<unknown>, { kind: 'goto' }>;

const moveOf = ({ turn, facts }: Stage, run: Run, documento: Documento): Goto | undefined =>
  turn.script.dialogs.get(run.dialog)?.documento?.(run.data, documento, run.step, facts);

const joined = (first: Say | undefined, then: Say | undefined): Say | undefined =>
  then ? joinSays(first, then) : first;

function keep(stage: Stage, run: Run, { step, data }: Goto): void {
  const { active, parked } = stage.state;
  const kept = { ...run, step, data };
  stage.change({
    ...(active === run && { active: kept }),
    parked: parked.map((one) => (one === run ? kept : one)),
  });
}

function whereItIs(stage: Stage, run: Run): Say | undefined {
  const titulo = stage.state.active?.key === run.key ? undefined : stage.draftOf(run)?.titulo;
  return titulo === undefined ? undefined : stage.text('borrador_guardado', { titulo });
}
