import type { TraceEvent } from '../trace';
import type { Oracle, OracleOptions, Violation } from './oracles';
import { byPerson, named } from './read-trace';

const ORACLE = 'one reply per message';

/** Nobody answers these; and those others may be answered or not. */
const ASK_NOTHING: ReadonlySet<unknown> = new Set(['reaction', 'system']);
const MAY_BE_LEFT: ReadonlySet<unknown> = new Set(['sticker', 'edit', 'revoke', 'unsupported']);
/** A sound takes no text: the reply is the text that follows it. */
const NO_REPLY: ReadonlySet<unknown> = new Set(['template', 'audio']);
const isReply = ({ que, tipo }: TraceEvent) => que === 'envio.aceptado' && !NO_REPLY.has(tipo);

/** The same message of ours twice: its own id says so. A network that cut after accepting may cause one each. */
function sameIdTwice(events: readonly TraceEvent[]): Violation[] {
  const cuts = named(events, 'falla').filter(({ falla }) => {
    const { kind } = falla as { kind: string };
    return kind === 'reset' || kind === 'timeout' || kind === 'truncate';
  }).length;
  const seen = new Set<unknown>();
  const repeated = named(events, 'envio.aceptado').filter(({ opaco }) => {
    if (opaco === undefined) return false;
    const twice = seen.has(opaco);
    seen.add(opaco);
    return twice;
  });
  return repeated.slice(cuts).map(({ n, a, opaco }) => ({
    oracle: ORACLE,
    a: String(a),
    n,
    detail: `the message ${String(opaco)} was sent again`,
  }));
}

function ofPerson(a: string, events: readonly TraceEvent[], options: OracleOptions): Violation[] {
  const found: Violation[] = [];
  let asked = options.extraReplies ?? 0;
  let waiting: TraceEvent | undefined;
  let last: TraceEvent | undefined;
  for (const event of events) {
    if (event.que === 'entrante') {
      asked += ASK_NOTHING.has(event.tipo) ? 0 : 1;
      if (!ASK_NOTHING.has(event.tipo) && !MAY_BE_LEFT.has(event.tipo)) waiting = event;
      last = undefined;
      continue;
    }
    if (!isReply(event)) continue;
    asked -= 1;
    waiting = undefined;
    const same = last && JSON.stringify(last.cuerpo) === JSON.stringify(event.cuerpo);
    if (same) found.push({ oracle: ORACLE, a, n: event.n, detail: 'the same words twice in a row' });
    else if (asked < 0)
      found.push({ oracle: ORACLE, a, n: event.n, detail: 'more replies than messages were written' });
    last = event;
  }
  if (waiting && (options.finished ?? true))
    found.push({ oracle: ORACLE, a, n: waiting.n, detail: 'nobody answered it' });
  return found;
}

/** 1. Each message that asks something is answered, once, however many times its webhook came. */
export const answersOnce: Oracle = (events, options) => [
  ...sameIdTwice(events),
  ...[...byPerson(named(events, 'entrante', 'envio.aceptado'))].flatMap(([a, own]) =>
    ofPerson(a, own, options),
  ),
];
