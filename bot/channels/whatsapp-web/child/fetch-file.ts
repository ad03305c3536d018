import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MAX_ANEXO_BYTES } from '../../../../api/base/kernel/receive-file';
import type { MensajeWeb } from '../wire/from-child';
import type { Bounded } from './bounded';
import type { WwebMessage } from './wweb-client';

export interface FetchDeps {
  readonly medios: string;
  readonly bounded: Bounded;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** WhatsApp gives nothing while a file is being sent again to its servers: it is asked for three times. */
const PAUSES_MS = [0, 2_000, 6_000];
const DOWNLOAD_MS = 60_000;

type Fetched = Pick<MensajeWeb, 'archivo' | 'noRecibido'>;

/** The file of a message, in the folder of the parent; or why it could not be fetched. Never throws. */
export async function fetchFile(deps: FetchDeps, message: WwebMessage): Promise<Fetched> {
  if (sizeOf(message) > MAX_ANEXO_BYTES) return { noRecibido: { motivo: 'MUY_GRANDE' } };
  for (const pause of PAUSES_MS) {
    if (pause > 0) await deps.wait(pause);
    const media = await deps.bounded(DOWNLOAD_MS, () => message.downloadMedia()).catch(() => undefined);
    if (media) return keep(deps.medios, media);
  }
  return { noRecibido: { motivo: 'INCOMPLETO' } };
}

function sizeOf({ rawData }: WwebMessage): number {
  const size = (rawData as { readonly size?: unknown } | undefined)?.size;
  return typeof size === 'number' ? size : 0;
}

async function keep(
  medios: string,
  { data, filename }: { readonly data: string; readonly filename?: string | null },
): Promise<Fetched> {
  const nombre = filename?.trim().slice(0, 255) || undefined;
  const ruta = randomUUID();
  try {
    await writeFile(join(medios, ruta), Buffer.from(data, 'base64'), { mode: 0o600, flag: 'wx' });
    return { archivo: { ruta, nombre } };
  } catch {
    return { noRecibido: { motivo: 'SIN_ESPACIO', nombre } };
  }
}
