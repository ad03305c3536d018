import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openMongoSellos } from '../../../../api/comunicaciones/sello/mongo-sellos';
import { verifySealChain } from '../../../../api/comunicaciones/sello/verify-seal-chain';
import { sellosContract } from '../../../contracts/sellos-contract';
import { sealDay, testKeys } from '../../../fakes/seal-day';
import { temporaryStore, type TemporaryStore } from '../../../fakes/temporary-store';
import { wholeCollection } from '../../../fakes/whole-collection';

let store: TemporaryStore;
beforeAll(async () => {
  store = await temporaryStore();
});
afterAll(() => store.close());

sellosContract('mongoose', async () => {
  const sellos = await openMongoSellos(store.connection, 'candelaria');
  await store.connection.collection('sellos').deleteMany({}, wholeCollection);
  return sellos;
});

describe('seals in the store', () => {
  it('verify as they are read back, and belong to their town alone', async () => {
    const sellos = await openMongoSellos(store.connection, 'candelaria');
    await store.connection.collection('sellos').deleteMany({}, wholeCollection);
    const { ports, porSellar, sweepWith, clock } = sealDay();
    for (let day = 1; day <= 3; day++) {
      porSellar.touch(day);
      await sweepWith({ ...ports, sellos })();
      clock.advance(24 * 3_600_000);
    }
    const stored = await sellos.list('OFICIAL', 10);
    expect(verifySealChain(stored.toReversed(), testKeys)).toEqual({ ok: true, value: 3 });
    expect(stored.map(({ envio }) => envio.estado)).toEqual(['ENVIADO', 'ENVIADO', 'ENVIADO']);
    const neighbour = await openMongoSellos(store.connection, 'florida');
    expect(await neighbour.last('OFICIAL')).toBeUndefined();
  });
});
