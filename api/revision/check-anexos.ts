import { type AnexosStore, END_OF_TIME } from '../base/anexos/anexos';

interface Deps {
  readonly anexos: Pick<AnexosStore, 'get' | 'has' | 'storedBefore'>;
  /** The last attachment of the share before. */
  readonly desde: string;
  /** How much is read at most, in bytes; the file that passes it is read whole. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal;
}

export interface AnexosRevisados {
  readonly revisados: number;
  readonly danados: readonly string[];
  readonly hasta: string;
}

/**
 * Reads a share of the attachments, in order of hash after the last one of the share before, and begins again at the end:
 * so each is read in turn, with one hash to remember instead of a date for each.
 */
export async function checkAnexos({ anexos, desde, maxBytes, signal }: Deps): Promise<AnexosRevisados> {
  const danados: string[] = [];
  let [left, revisados, hasta] = [maxBytes, 0, desde];
  for (const sha256 of inTurn(await allOf(anexos.storedBefore(END_OF_TIME)), desde)) {
    signal?.throwIfAborted();
    if (left <= 0) break;
    const bytes = await bytesOf(anexos, sha256);
    if (bytes === undefined) danados.push(sha256);
    left -= bytes ?? 0;
    revisados += 1;
    hasta = sha256;
  }
  return { revisados, danados, hasta };
}

function inTurn(names: readonly string[], desde: string): readonly string[] {
  const sorted = names.toSorted();
  const after = sorted.findIndex((name) => name > desde);
  return after < 0 ? sorted : [...sorted.slice(after), ...sorted.slice(0, after)];
}

async function allOf(names: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const name of names) all.push(name);
  return all;
}

/** How many bytes it has; undefined when they are not those of its name. What was swept meanwhile has none. */
async function bytesOf(
  anexos: Pick<AnexosStore, 'get' | 'has'>,
  sha256: string,
): Promise<number | undefined> {
  let bytes = 0;
  try {
    for await (const piece of (await anexos.get(sha256)) ?? []) bytes += (piece as Buffer).length;
    return bytes;
  } catch {
    return (await anexos.has(sha256)) ? undefined : 0;
  }
}
