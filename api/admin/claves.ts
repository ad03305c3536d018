import { createOwnKeys } from '../base/sealing/key-folder';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

/** `claves propias`: makes the town's own keys in an empty `CLAVES_DIR`. */
export const createKeysCommand =
  (clavesDir: string, texts: Texts): Command =>
  (args, io) => {
    if (args.length !== 1 || args[0] !== 'propias') {
      io.err(texts('admin.claves.uso'));
      return Promise.resolve(2);
    }
    const made = createOwnKeys(clavesDir);
    if (made.ok) io.out(texts('admin.claves.hechas', { carpeta: clavesDir }));
    else io.err(texts('admin.claves.yaHay', { carpeta: clavesDir }));
    return Promise.resolve(made.ok ? 0 : 1);
  };
