import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FromChild } from '../wire/from-child';
import type { ToChild } from '../wire/to-child';
import { createAttempts, type Outcome } from './attempts';
import type { Bounded } from './bounded';
import type { WwebClient, WwebFile, WwebMessage } from './wweb-client';

export type Enviar = Extract<ToChild, { tipo: 'enviar' }>;

interface Deps {
  readonly client: WwebClient;
  /** Folder where files to send are found. */
  readonly medios: string;
  readonly bounded: Bounded;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly emit: (told: FromChild) => void;
}

const TYPING_MS = 3_000;
const SEND_MS = 20_000;
/** The page takes a file to WhatsApp before it says that it sent it. */
const SEND_FILE_MS = 45_000;

// Never as seen before sending (one of the library's weakest calls), nor anything fetched because of a link.
const OPTIONS = { sendSeen: false, linkPreview: false, parseVCards: false } as const;

/** Sends replies, each to the first name of the person that works. */
export function createOutbound({ client, medios, bounded, wait, emit }: Deps) {
  const attempts = createAttempts(bounded);

  /** As a file, and if the page does not take it, as the text with its link. */
  const sendTo = async (
    to: string,
    { a: names, texto, archivo }: Pick<Enviar, 'a' | 'texto' | 'archivo'>,
  ): Promise<Outcome> => {
    const file = archivo && (await readLent(medios, archivo));
    if (file) {
      const whole = await attempts.attempt({ names, said: file.pie, ms: SEND_FILE_MS }, () =>
        client.sendFile(to, file, OPTIONS),
      );
      if (!('motivo' in whole) || whole.motivo !== 'RECHAZADO') return whole;
    }
    return attempts.attempt({ names, said: texto, ms: SEND_MS }, () =>
      client.sendMessage(to, texto, OPTIONS),
    );
  };

  return {
    async send({ id, tecleandoMs, ...said }: Enviar): Promise<void> {
      let outcome: Outcome = { motivo: 'SIN_CHAT' };
      for (const to of said.a) {
        await showTyping({ client, bounded, wait }, to, tecleandoMs);
        outcome = await sendTo(to, said);
        if (!('motivo' in outcome) || outcome.motivo !== 'SIN_CHAT') break;
      }
      emit(
        'motivo' in outcome ? { tipo: 'no-enviado', id, ...outcome } : { tipo: 'enviado', id, ...outcome },
      );
    },
    created: (message: WwebMessage): void => attempts.created(message),
  };
}

/** Undefined when it is not there: the parent is told nothing, its text says where it is. */
async function readLent(
  medios: string,
  { ruta, ...said }: NonNullable<Enviar['archivo']>,
): Promise<WwebFile | undefined> {
  const content = await readFile(join(medios, ruta)).catch(() => undefined);
  return content && { ...said, base64: content.toString('base64') };
}

async function showTyping(
  { client, bounded, wait }: Pick<Deps, 'client' | 'bounded' | 'wait'>,
  to: string,
  milliseconds: number,
): Promise<void> {
  if (milliseconds === 0) return;
  // A courtesy: nothing waits for it, and its failure costs nothing.
  void bounded(TYPING_MS, async () => (await client.getChatById(to))?.sendStateTyping()).catch(
    () => undefined,
  );
  await wait(milliseconds);
}
