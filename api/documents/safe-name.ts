/** What some system refuses in a name, or reads as something else; `%` because BagIt escapes with it (RFC 8493, 2.1.3). */
const UNSAFE = /[<>:"/\\|?*%\p{C}\p{Zl}\p{Zp}]/gu;

const MAX_LENGTH = 80;

/**
 * A name that Windows and Linux accept, close to the one a person gave: `01-foto del poste.jpg`. Its order in front keeps
 * names apart and away from the reserved ones (`CON`, `NUL`…).
 */
export function safeName(order: number, name: string): string {
  const clean = name.normalize('NFC').replaceAll(UNSAFE, '_').replaceAll(/\s+/gu, ' ').trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,10})?$/u.exec(clean) ?? [];
  const room = MAX_LENGTH - extension.length;
  // By code points: half of one is no character.
  const short = Array.from(stem)
    .slice(0, room)
    .join('')
    .replaceAll(/[. ]+$/gu, '');
  return `${String(order).padStart(2, '0')}-${short || 'archivo'}${extension}`;
}

/** A name that says nothing but its kind. */
export const neutralName = (order: number, name: string): string =>
  safeName(order, `archivo${/\.[A-Za-z0-9]{1,10}$/u.exec(name)?.[0].toLowerCase() ?? ''}`);
