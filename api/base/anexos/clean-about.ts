import { cleanText } from '../kernel/plain-text';
import type { AboutAnexo } from './anexos';

const MAX_NAME = 100;
const MAX_EXTENSION = 12;
const UNNAMED = 'archivo';

/**
 * The last part of a path, without control characters, bidirectional marks or what file systems forbid, at most 100
 * characters with its extension kept. Never empty, never hidden.
 */
export function cleanFileName(given: string): string {
  const name = (cleanText(given).split(/[/\\]/).at(-1) ?? '')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '');
  if (name === '') return UNNAMED;
  const symbols = Array.from(name);
  if (symbols.length <= MAX_NAME) return name;
  const extension = /\.[^.\s]+$/.exec(name)?.[0] ?? '';
  const kept = Array.from(extension).length <= MAX_EXTENSION ? extension : '';
  return symbols.slice(0, MAX_NAME - Array.from(kept).length).join('') + kept;
}

/** A media type without parameters; what is not one becomes `application/octet-stream`. */
export function cleanMediaType(given: string): string {
  const type = given.split(';')[0]?.trim().toLowerCase() ?? '';
  return /^[a-z0-9][\w.+-]{0,63}\/[a-z0-9][\w.+-]{0,99}$/.test(type) ? type : 'application/octet-stream';
}

export const cleanAbout = ({ nombre, tipo }: AboutAnexo): AboutAnexo => ({
  nombre: cleanFileName(nombre),
  tipo: cleanMediaType(tipo),
});
