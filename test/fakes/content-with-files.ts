import { createHash } from 'node:crypto';
import { tellArchivo } from '../../content/archivo-kinds';
import type { ContentFiles } from '../../content/content-files';
import { type Content, parseContent } from '../../content/load-content';
import { withFiles, productFiles } from '../content/product-files';

export interface Given {
  readonly nombre: string;
  readonly titulo: string;
  readonly bytes: Buffer;
}

export const PREDIAL = 'tramites/impuesto-predial.yaml';

/** What reading a file of `content/archivos/` leaves in the content. */
export const describedAs = (bytes: Buffer): string =>
  JSON.stringify({
    tipo: tellArchivo(bytes),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });

/** The product's content, in which the predial has these files. */
export const filesWith = (given: readonly Given[]): ContentFiles =>
  withFiles({
    ...Object.fromEntries(given.map(({ nombre, bytes }) => [`archivos/${nombre}`, describedAs(bytes)])),
    [PREDIAL]: predialWith(given.map(({ nombre, titulo }) => ({ archivo: nombre, titulo }))),
  });

export const predialWith = (archivos: readonly { readonly archivo: string; readonly titulo: string }[]) =>
  `${productFiles.get(PREDIAL) ?? ''}\narchivos: ${JSON.stringify(archivos)}\n`;

export function contentWith(given: readonly Given[]): Content {
  const parsed = parseContent(filesWith(given));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  return parsed.value;
}
