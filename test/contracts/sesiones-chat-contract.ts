import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SesionChat, SesionesChat } from '../../bot/channels/web-chat/sesiones-chat';

const sesion = (id: string, day: number): SesionChat => ({
  id,
  conversacion: `conversacion-${id}`,
  venceEn: new Date(Date.UTC(2026, 10, day)),
});

/** What every store of chat sessions must do; `create` gives an empty one. */
export function sesionesChatContract(name: string, create: () => Promise<SesionesChat>): void {
  describe(`a store of chat sessions (${name})`, () => {
    let sesiones: SesionesChat;
    beforeEach(async () => {
      sesiones = await create();
    });

    it('gives a session back as it was stored, and no other', async () => {
      await sesiones.insert(sesion('a', 24));
      expect(await sesiones.find('a')).toEqual(sesion('a', 24));
      expect(await sesiones.find('b')).toBeUndefined();
    });

    it('deletes those that ended before, not the one that ends just then', async () => {
      for (const [id, day] of [
        ['a', 23],
        ['b', 24],
        ['c', 25],
      ] as const)
        await sesiones.insert(sesion(id, day));
      await sesiones.purge(new Date(Date.UTC(2026, 10, 24)));
      expect(await sesiones.find('a')).toBeUndefined();
      expect(await sesiones.find('b')).toEqual(sesion('b', 24));
      expect(await sesiones.find('c')).toEqual(sesion('c', 25));
    });
  });
}
