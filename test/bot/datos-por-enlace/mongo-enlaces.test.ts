import { describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { openMongoEnlaces } from '../../../bot/datos-por-enlace/mongo-enlaces';
import { enlacesContract } from '../../contracts/enlaces-contract';
import { freshDatabases } from '../../fakes/fresh-databases';
import { memoryEnlaces } from '../../fakes/memory-enlaces';
import { wholeCollection } from '../../fakes/whole-collection';

const fresh = freshDatabases();
const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

enlacesContract('memory', () => Promise.resolve(memoryEnlaces()));
enlacesContract('mongoose', async () =>
  openMongoEnlaces({ connection: await fresh(), entidad: 'candelaria', sealing }),
);

describe('links in the store', () => {
  it('do not show whose they are, and belong to their town alone', async () => {
    const connection = await fresh();
    const venceEn = new Date('2026-11-26T10:00:00Z');
    const de = { canal: 'WHATSAPP', conversacion: '573001112233' } as const;
    const ours = await openMongoEnlaces({ connection, entidad: 'candelaria', sealing });
    await ours.insert({ id: 'a', huella: 'h', de, venceEn });
    const stored = await connection.collection('enlaces_datos').find({}, wholeCollection).toArray();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('573001112233');
    const neighbour = await openMongoEnlaces({ connection, entidad: 'florida', sealing });
    await neighbour.spend('a');
    await neighbour.purge(new Date('2027-01-01T00:00:00Z'));
    expect(await neighbour.find('h')).toBeUndefined();
    expect(await ours.find('h')).toEqual({ id: 'a', huella: 'h', de, venceEn, gastado: false });
  });
});
