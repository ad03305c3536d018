import type { Facts, Input } from '../dialogs/dialog';
import { linkedFrom } from './absolute-links';
import { joinSays, bubbleOf } from './bubble';
import type { Conversation } from './conversaciones';
import { performWith } from './perform';
import type { Outcome, Turn } from './script';
import type { TurnDeps } from './turn-deps';

/** Plays a turn; if anything throws, an apology is said and the state stays as it was. */
export async function playSafely(
  deps: TurnDeps,
  { id, who, state }: Conversation,
  input: Input,
): Promise<Outcome> {
  const { script, player, newKey, logger } = deps;
  const facts = factsFor(deps, { canal: who.canal, avisado: state.notice, telefono: input.telefono });
  const { crearEnlace } = deps;
  const perform = performWith(deps.ventanilla, id, crearEnlace && (() => crearEnlace(who)));
  const turn: Turn = { script, facts, input, perform, newKey };
  try {
    const outcome = await player(state, turn);
    return { ...outcome, bubbles: outcome.bubbles.map(linkedFrom(deps.publicUrl, who.canal)) };
  } catch (cause) {
    const { active } = state;
    logger.error('turn.failed', { canal: who.canal, dialogo: active?.dialog, paso: active?.step }, cause);
    return apologize(turn, state);
  }
}

function factsFor(deps: TurnDeps, about: Pick<Facts, 'canal' | 'avisado' | 'telefono'>): Facts {
  const { clock, prueba } = deps;
  const content = deps.content();
  return {
    now: clock.now(),
    prueba: prueba(),
    texts: content.texts,
    content,
    understand: once(deps.understand),
    ...about,
  };
}

/** The engine and the dialog ask about the same text in one turn, and understanding it is most of the turn's work. */
function once<Value>(ask: (texto: string) => Value): (texto: string) => Value {
  const known = new Map<string, Value>();
  return (texto) => {
    const value = known.get(texto) ?? ask(texto);
    known.set(texto, value);
    return value;
  };
}

// The way to a person goes with it: whoever meets the same fault again must not be left without a way out.
function apologize({ facts, script }: Turn, state: Conversation['state']): Outcome {
  const say = joinSays({ texto: facts.texts('motor.falla') }, script.cards.person(facts));
  return {
    state: { ...state, lastAt: facts.now.toISOString() },
    bubbles: [bubbleOf(say)],
    forget: false,
  };
}
