import type { KeyList } from './key-list';
import { KEYS_PLACE } from './verificador-html';

/** The verifier with the public keys of the town inside. */
export const embedKeys = (html: string, list: KeyList): string =>
  html.replace(KEYS_PLACE, () =>
    KEYS_PLACE.replace('null', () => JSON.stringify(list).replaceAll('<', '\\u003c')),
  );
