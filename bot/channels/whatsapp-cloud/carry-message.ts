import { failure, type Failure } from '../../../api/base/kernel/failures';
import { err, ok, type Result } from '../../../api/base/kernel/result';
import type { NuevoEnvio } from '../../envios/envio';
import type { Envios } from '../../envios/envios';
import type { Personas } from '../../personas/personas';
import { MOST_TRIES } from './graph-errors';
import type { Payload } from './payload';
import type { Pacing } from './pacing';
import type { Sent } from './send-message';

export interface CarryDeps {
  readonly envios: Pick<Envios, 'begin' | 'settle' | 'find'>;
  readonly personas: Pick<Personas, 'aliasOf'>;
  readonly pacing: Pacing;
  readonly send: (
    id: string,
    to: Awaited<ReturnType<Personas['aliasOf']>> & object,
    payload: Payload,
  ) => Promise<Sent>;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Nothing can be sent until somebody mends it. */
  readonly alarm: (codigo: string) => void;
}

/** What is for one person. */
export interface Carried {
  readonly envio: NuevoEnvio;
  readonly persona: string;
  readonly payload: () => Payload;
}

/** A wait that is done here; a longer one is given back, so that nobody else waits behind it. */
const SHORT_MS = 2_000;
/** How long nothing is tried after what somebody has to mend. */
export const STOPPED_MS = 60_000;
const BACKOFF_MS = 2_000;

/**
 * Carries one message to one person, once: ENVIANDO is stored before the call, and whoever finds it there never sends it
 * again. Ok: nothing is left to do about it. Failures: TOO_MANY_REQUESTS with `segundos`, NOT_READY.
 */
export function createCarryMessage(deps: CarryDeps) {
  const { envios, personas, pacing, send, wait } = deps;
  return async ({ envio, persona, payload }: Carried): Promise<Result<void, Failure>> => {
    const turn = await waitForTurn(pacing, persona, wait);
    if (!turn.ok) return turn;
    if ((await envios.begin(envio)) !== 'BEGUN') return ok(undefined);
    const alias = (await personas.aliasOf(persona)) ?? {};
    const sent = await send(envio.id, alias, payload());
    const outcome = await afterTries(deps, envio.id, sent);
    await envios.settle(envio.id, outcome.salida);
    if (outcome.salida.estado !== 'PENDIENTE') return ok(undefined);
    return err(failureOf(deps, persona, outcome, await triesOf(deps, envio.id)));
  };
}

async function waitForTurn(
  pacing: Pacing,
  persona: string,
  wait: (milliseconds: number) => Promise<void>,
): Promise<Result<void, Failure>> {
  for (let waited = 0; ;) {
    const milliseconds = pacing.take(persona);
    if (milliseconds === 0) return ok(undefined);
    if (waited + milliseconds > SHORT_MS) return err(tooMany(milliseconds));
    waited += milliseconds;
    await wait(milliseconds);
  }
}

const tooMany = (milliseconds: number): Failure =>
  failure('TOO_MANY_REQUESTS', { segundos: Math.ceil(milliseconds / 1_000) });

const triesOf = async ({ envios }: CarryDeps, id: string): Promise<number> =>
  (await envios.find(id))?.intentos ?? 1;

/** What may pass is tried a few times; then it is dead. What somebody has to mend waits for them. */
async function afterTries(deps: CarryDeps, id: string, sent: Sent): Promise<Sent> {
  const { salida, action } = sent;
  if (salida.estado !== 'PENDIENTE' || action !== 'RETRY') return sent;
  const tries = await triesOf(deps, id);
  return tries < MOST_TRIES ? sent : { ...sent, salida: { estado: 'FALLIDO', codigo: salida.codigo ?? '' } };
}

function failureOf(
  { pacing, alarm }: CarryDeps,
  persona: string,
  { salida, action, retryAfter = 0 }: Sent,
  tries: number,
): Failure {
  const asked = retryAfter * 1_000;
  switch (action) {
    case 'STOP':
      alarm('codigo' in salida ? (salida.codigo ?? '') : '');
      pacing.holdAll(STOPPED_MS);
      return failure('NOT_READY', { segundos: STOPPED_MS / 1_000 });
    case 'BACKOFF':
      pacing.holdAll(Math.max(asked, BACKOFF_MS));
      return tooMany(Math.max(asked, BACKOFF_MS));
    case 'PAIR': {
      const milliseconds = Math.max(asked, 4 ** Math.min(tries - 1, 6) * 1_000);
      pacing.holdPersona(persona, milliseconds);
      return tooMany(milliseconds);
    }
    default:
      return failure('NOT_READY', { segundos: Math.ceil(asked / 1_000) });
  }
}
