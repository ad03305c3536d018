import type { Texts } from '../../content/texts';
import type { FallaRespaldo } from '../respaldo/falla-respaldo';
import { type Manifest, totalBytes, totalDocuments } from '../respaldo/manifest';

const whole = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('es-CO', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** What a backup holds and how long it took, in milliseconds, as the values of a text. */
export const inWords = (manifest: Manifest, milliseconds: number) => ({
  documentos: whole.format(totalDocuments(manifest)),
  anexos: whole.format(manifest.anexos.cuantos),
  mb: tenths.format(totalBytes(manifest) / 1_000_000),
  segundos: tenths.format(milliseconds / 1000),
});

export const fallaText = (
  texts: Texts,
  { motivo, donde }: FallaRespaldo,
  { claves }: { readonly claves: string },
): string => texts(`respaldo.falla.${motivo}`, { donde, claves });
