import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Logger } from '../../../api/base/kernel/logger';
import { MAX_ANEXO_BYTES, type ReceiveFile } from '../../../api/base/kernel/receive-file';
import { err, type Result } from '../../../api/base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../ventanilla/ventanilla-unica';
import type { ArchivoPorBajar } from '../channel';
import type { CloudSettings } from './cloud-settings';
import type { Graph } from './graph-client';
import { hashIn } from './inbound-of';

interface Deps {
  readonly graph: Pick<Graph, 'get' | 'fetchUrl'>;
  readonly settings: Pick<CloudSettings, 'phoneNumberId'>;
  readonly receiveFile: ReceiveFile;
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
}

const place = z.object({
  url: z.url(),
  sha256: z.string().optional(),
  file_size: z.coerce.number().int().optional(),
});

/** An address lives five minutes, and a moment's failure is no reason to lose a file: each try asks for it again. */
const PAUSES_MS = [500, 2_000, 6_000];

/**
 * Fetches a file in two steps, its address and its bytes, and receives it as any other: its kind is told by its content.
 * The hash and the size that WhatsApp tells must be those of what came. What cannot be fetched is told by its reason.
 */
export function createFetchMedia(deps: Deps) {
  return async (archivo: ArchivoPorBajar): Promise<Result<AnexoRecibido, AnexoNoRecibido>> => {
    for (const pause of [...PAUSES_MS, undefined]) {
      const received = await fetchOnce(deps, archivo);
      const isFinal = received.ok || received.failure.motivo !== 'INCOMPLETO';
      if (isFinal || pause === undefined) return received;
      await deps.wait(pause);
    }
    return err({ nombre: archivo.nombre, motivo: 'INCOMPLETO' });
  };
}

async function fetchOnce(
  { graph, settings, receiveFile, logger }: Deps,
  { id, nombre, sha256 }: ArchivoPorBajar,
): Promise<Result<AnexoRecibido, AnexoNoRecibido>> {
  const cut = (why: string) => {
    logger.warn('whatsapp.file-not-fetched', { motivo: why });
    return err({ nombre, motivo: 'INCOMPLETO' } as const);
  };
  const answer = await graph.get(`${encodeURIComponent(id)}?phone_number_id=${settings.phoneNumberId}`);
  const found = answer.kind === 'OK' ? place.safeParse(answer.body).data : undefined;
  if (!found) return cut('address');
  if ((found.file_size ?? 0) > MAX_ANEXO_BYTES) return err({ nombre, motivo: 'MUY_GRANDE' });
  const content = await graph.fetchUrl(found.url);
  if (!content) return cut('download');
  const expected = { sha256: sha256 ?? hashIn(found.sha256).sha256, bytes: found.file_size };
  return receiveFile({ nombre, content: checked(content, expected) });
}

/** The bytes as they come; at the end an error if they are not the ones expected, as for an upload that was cut. */
async function* checked(
  source: AsyncIterable<Uint8Array>,
  expected: { readonly sha256?: string; readonly bytes?: number },
): AsyncIterable<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    hash.update(chunk);
    yield chunk;
  }
  if (expected.bytes !== undefined && bytes !== expected.bytes) throw new Error('another size than told');
  if (expected.sha256 !== undefined && hash.digest('hex') !== expected.sha256) {
    throw new Error('another content than told');
  }
}
