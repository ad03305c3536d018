import { describe, expect, it } from '@jest/globals';
import { keysMatchData } from '../../../../api/base/instalacion/mongo-key-match';
import { type Keys, newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { createSealing } from '../../../../api/base/sealing/sealing';
import type { Connection } from '../../../../api/base/store/connect';
import { freshDatabases } from '../../../fakes/fresh-databases';

const fresh = freshDatabases();

const newKeys = (): Keys => parseKeys(newKeyFile('AUTOGENERADA'));

/** As the program asks at each start. */
function ask(connection: Connection, keys: Keys): Promise<boolean> {
  if ('Instalacion' in connection.models) connection.deleteModel('Instalacion');
  return keysMatchData(connection, 'candelaria', keys, createSealing(keys));
}

describe('keys and data', () => {
  it('belong together from the first start on', async () => {
    const connection = await fresh();
    const keys = newKeys();
    expect(await ask(connection, keys)).toBe(true);
    expect(await ask(connection, keys)).toBe(true);
    expect(await ask(connection, newKeys())).toBe(false);
  });

  it('still do when a key is added, and no longer when it is missing again', async () => {
    const connection = await fresh();
    const keys = newKeys();
    const more: Keys = { ...keys, sellado: [...keys.sellado, newKeys().sellado[0]] };
    expect(await ask(connection, keys)).toBe(true);
    expect(await ask(connection, more)).toBe(true);
    expect(await ask(connection, keys)).toBe(false);
  });
});
