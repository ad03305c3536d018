import { zipSync, type Zippable } from 'fflate';
import { Refused } from '../outcome';
import type { Parts } from '../open-zip';
import { imageVista } from './image';
import { isUtf8Xml, withoutRemarks } from './office-xml';

const IMAGES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
};

const endingOf = (path: string): string => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** How an office format is cleaned. Undefined where a part is met that nobody knows how to clean. */
export interface OfficeFormat {
  /** Parts that are left out. */
  readonly dropped: (path: string) => boolean;
  /** Parts that hold nothing but what is shown and are kept as they are. */
  readonly kept: (path: string) => boolean;
  /** Parts that run: the file is refused. */
  readonly runs: (path: string) => boolean;
  readonly cleanXml: (xml: string, path: string) => string;
}

/** The container written again without metadata; undefined when some part cannot be cleaned. */
export async function cleanParts(parts: Parts, format: OfficeFormat): Promise<Uint8Array | undefined> {
  if ([...parts.keys()].some(format.runs)) throw new Refused('SOSPECHOSO');
  const cleaned: Zippable = {};
  for (const [path, bytes] of parts) {
    if (format.dropped(path)) continue;
    const clean = await cleanPart(path, bytes, format);
    if (!clean) return undefined;
    // The first part of an ODF file says what it is and is not packed.
    cleaned[path] = [clean, { level: path === 'mimetype' ? 0 : 6 }];
  }
  // A zip dates each part: all of the same day, so that the same file gives the same derivative.
  return zipSync(cleaned, { mtime: '1980-01-01T00:00:00' });
}

async function cleanPart(
  path: string,
  bytes: Uint8Array,
  format: OfficeFormat,
): Promise<Uint8Array | undefined> {
  if (format.kept(path)) return bytes;
  const ending = endingOf(path);
  const image = IMAGES[ending];
  if (image) return cleanImage(bytes, image);
  if (!['xml', 'rels', 'vml', 'rdf'].includes(ending) || !isUtf8Xml(bytes)) return undefined;
  const xml = withoutRemarks(new TextDecoder().decode(bytes));
  return new TextEncoder().encode(format.cleanXml(xml, path));
}

/** A picture inside that cannot be drawn again spoils the derivative, not the file. */
async function cleanImage(bytes: Uint8Array, tipo: string): Promise<Uint8Array | undefined> {
  try {
    return await imageVista(bytes, { tipo });
  } catch (cause) {
    if (cause instanceof Refused && cause.motivo === 'DANADO') return undefined;
    throw cause;
  }
}
