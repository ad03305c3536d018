import type { Texts } from '../../../content/texts';
import { instantInWords } from '../../base/kernel/local-date';
import type { ClavePublica } from '../../base/sealing/signer';
import { element } from './elements';

/** The keys that the verifier trusts, with their dates. */
export function keyTable(t: Texts, claves: readonly ClavePublica[]): HTMLElement[] {
  const say = (key: string): string => t(`verificador.claves.${key}`);
  if (claves.length === 0) return [element('p', [say('ninguna')])];
  const date = (instant: string | undefined, none: string): string =>
    instant === undefined ? say(none) : instantInWords(new Date(instant));
  const header = element(
    'tr',
    ['clave', 'desde', 'hasta'].map((name) => element('th', [say(name)], { scope: 'col' })),
  );
  const rows = claves.map(({ id, desde, hasta }) =>
    element('tr', [
      element('th', [id], { scope: 'row' }),
      element('td', [date(desde, 'sinFecha')]),
      element('td', [date(hasta, 'vigente')]),
    ]),
  );
  const caption = element('caption', [say('tabla')]);
  return [element('table', [caption, element('thead', [header]), element('tbody', rows)])];
}
