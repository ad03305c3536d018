import type { FromChild } from '../wire/from-child';
import type { ToChild } from '../wire/to-child';
import { asError, type Bounded } from './bounded';
import { createInbound } from './inbound';
import { createOutbound } from './outbound';
import { BROWSER_GONE, BROWSER_OPEN, type WwebClient, type WwebMessage } from './wweb-client';

export interface RunDeps {
  readonly client: WwebClient;
  /** Folder where received files are left. */
  readonly medios: string;
  readonly emit: (told: FromChild) => void;
  readonly bounded: Bounded;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** Calls now and then; gives how to stop. */
  readonly every: (milliseconds: number, task: () => void) => () => void;
  /** Nothing more to do: the program may end. */
  readonly onEnd: () => void;
}

const STATE_MS = 5_000;
const DESTROY_MS = 8_000;
const AGAIN_MS = 15_000;

const TRANSIENT: ReadonlySet<string> = new Set(['CONNECTED', 'OPENING', 'PAIRING', 'TIMEOUT']);

/**
 * One session of the library, from its start to its first fault: after it the program ends, and its parent starts
 * another. Nothing is ever initialised twice here, which is where the library races with itself.
 */
export function runClient(deps: RunDeps) {
  const { client, emit, bounded, onEnd } = deps;
  let ended = false;

  const stumble = (cause: unknown): void => emit({ tipo: 'tropiezo', detalle: kindOf(cause) });
  const inbound = createInbound({ ...deps, stumble });
  const outbound = createOutbound(deps);
  const stopAgain = deps.every(AGAIN_MS, () => inbound.again());

  const finish = async (): Promise<void> => {
    if (ended) return;
    ended = true;
    stopAgain();
    await bounded(DESTROY_MS, () => closed(client)).catch(() => undefined);
    onEnd();
  };
  const lose = (motivo: string, detalle?: string): void => {
    if (ended) return;
    emit({ tipo: 'perdida', motivo: codeOf(motivo), detalle });
    void finish();
  };

  listen(deps, { inbound, outbound, lose });

  const tellState = (): Promise<void> =>
    bounded(STATE_MS, () => client.getState()).then(
      (estado) => emit({ tipo: 'estado', estado }),
      // No answer: the parent counts it as missed.
      () => undefined,
    );

  return {
    start: (): void => {
      // Before anybody has written, what it says is of the network and of the browser, never of a person.
      client.initialize().catch((cause: unknown) => lose('INICIO', firstLine(asError(cause).message)));
    },
    stumble,
    finish,
    obey(order: ToChild): void {
      if (order.tipo === 'terminar') void finish();
      if (order.tipo === 'estado') void tellState();
      if (order.tipo === 'ponerse-al-dia') void inbound.catchUp(order.desde);
      if (order.tipo === 'guardado') inbound.stored(order.id);
      if (order.tipo === 'enviar') void outbound.send(order);
    },
  };
}

async function closed(client: WwebClient): Promise<void> {
  await client.destroy();
  // Ended half-way, a browser forgets what it had not written yet: the link itself.
  await client.whenClosed();
}

interface Parts {
  readonly inbound: ReturnType<typeof createInbound>;
  readonly outbound: ReturnType<typeof createOutbound>;
  readonly lose: (motivo: string) => void;
}

/** The library's events. Those that are not here (reactions, groups, calls) are ignored. */
function listen({ client, emit }: RunDeps, { inbound, outbound, lose }: Parts): void {
  client.on(BROWSER_OPEN, (pid: number) => emit({ tipo: 'navegador', pid }));
  client.on(BROWSER_GONE, () => lose('NAVEGADOR'));
  client.on('qr', (codigo: string) => emit({ tipo: 'qr', codigo }));
  client.on('authenticated', () => emit({ tipo: 'autenticado' }));
  client.on('ready', () => emit({ tipo: 'listo' }));
  client.on('auth_failure', () => lose('AUTH'));
  client.on('disconnected', (reason: unknown) => lose(String(reason)));
  client.on('change_state', (estado: unknown) => {
    // Any other ends the session, and `disconnected` says it; a page that answers late may say it only here.
    if (TRANSIENT.has(String(estado))) emit({ tipo: 'estado', estado: String(estado) });
    else lose(String(estado));
  });
  client.on('message', (message: WwebMessage) => inbound.take(message));
  client.on('message_ciphertext_failed', (message: WwebMessage) => inbound.happened(message, 'NO_LEGIBLE'));
  client.on('message_revoke_everyone', (message: WwebMessage) => inbound.happened(message, 'BORRADO'));
  client.on('message_edit', (message: WwebMessage) => {
    // The page also tells so of what it has just deciphered.
    const { latestEditSenderTimestampMs: when } = message;
    if (when !== undefined) inbound.happened(message, 'EDITADO', `-${when}`);
  });
  client.on('message_create', (message: WwebMessage) => outbound.created(message));
  client.on('message_ack', (message: WwebMessage, marca: number) => {
    const known = message.fromMe && Number.isInteger(marca) && marca >= -1 && marca <= 4;
    if (known) emit({ tipo: 'marca', proveedorId: message.id._serialized, marca });
  });
}

/** A reason of the library as a code: `Max qrcode retries reached` is a phrase, `LOGOUT` already is one. */
const codeOf = (reason: string): string => {
  const code = reason
    .toUpperCase()
    .replaceAll(/[^A-Z]+/g, '_')
    .slice(0, 40);
  return /^[A-Z_]{2,40}$/.test(code) ? code : 'DESCONOCIDO';
};

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').slice(0, 200);

// An error's message may quote what a person wrote; the library's own strings do not.
const kindOf = (cause: unknown): string =>
  typeof cause === 'string' && /^[a-z ]{2,40}$/.test(cause) ? cause : asError(cause).name;
