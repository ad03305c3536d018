import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Enlaces } from '../../bot/datos-por-enlace/enlaces';

const link = (id: string, day: number) => ({
  id,
  huella: `huella-${id}`,
  de: { canal: 'WHATSAPP', conversacion: `573001112233-${id}` } as const,
  venceEn: new Date(Date.UTC(2026, 10, day)),
});

/** What every store of links must do; `create` gives an empty one. */
export function enlacesContract(name: string, create: () => Promise<Enlaces>): void {
  describe(`a store of links (${name})`, () => {
    let enlaces: Enlaces;
    beforeEach(async () => {
      enlaces = await create();
    });

    it('gives a link by the hash of its token, not spent, and no other', async () => {
      await enlaces.insert(link('a', 24));
      expect(await enlaces.find('huella-a')).toEqual({ ...link('a', 24), gastado: false });
      expect(await enlaces.find('huella-b')).toBeUndefined();
      expect(await enlaces.find('a')).toBeUndefined();
    });

    it('spends one for good, and only that one', async () => {
      await enlaces.insert(link('a', 24));
      await enlaces.insert(link('b', 24));
      await enlaces.spend('a');
      await enlaces.spend('a');
      await enlaces.spend('c');
      expect(await enlaces.find('huella-a')).toMatchObject({ id: 'a', gastado: true });
      expect(await enlaces.find('huella-b')).toMatchObject({ id: 'b', gastado: false });
    });

    it('deletes those that expired before, not the one that expires just then', async () => {
      for (const [id, day] of [
        ['a', 23],
        ['b', 24],
        ['c', 25],
      ] as const)
        await enlaces.insert(link(id, day));
      await enlaces.purge(new Date(Date.UTC(2026, 10, 24)));
      expect(await enlaces.find('huella-a')).toBeUndefined();
      expect(await enlaces.find('huella-b')).toMatchObject({ id: 'b' });
      expect(await enlaces.find('huella-c')).toMatchObject({ id: 'c' });
    });
  });
}
