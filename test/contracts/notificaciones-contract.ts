import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Notificaciones } from '../../api/notificaciones/ports';
import { aNotificacion, anIntento } from '../fakes/a-notificacion';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 15, minute));

/** What every store of what people are told must do; `create` gives an empty one. */
export function notificacionesContract(name: string, create: () => Promise<Notificaciones>): void {
  describe(`a store of what people are told (${name})`, () => {
    let notificaciones: Notificaciones;
    beforeEach(async () => {
      notificaciones = await create();
    });
    const ids = (list: readonly { readonly _id: string }[]) => list.map(({ _id }) => _id);
    const openOne = (n: number, over = {}) =>
      notificaciones.open(aNotificacion({ _id: `caso-1:${n}`, n, ...over }));

    it('keeps one whole, with its tries', async () => {
      await openOne(2);
      const next = aNotificacion({ version: 2, intentos: [anIntento(), anIntento({ medio: 'CORREO' })] });
      expect(await notificaciones.change(next)).toBe(true);
      expect(await notificaciones.ofCase('caso-1')).toEqual([next]);
      expect(await notificaciones.ofCase('caso-2')).toEqual([]);
    });

    it('keeps the first of an event, however many come at once and whatever became of it', async () => {
      await Promise.all([1, 2, 3].map((minute) => openOne(2, { creadaEn: at(minute) })));
      const [first] = await notificaciones.ofCase('caso-1');
      await notificaciones.change({ ...first!, version: 2, estado: 'LEIDA' });
      await openOne(2);
      expect(await notificaciones.ofCase('caso-1')).toEqual([{ ...first, version: 2, estado: 'LEIDA' }]);
    });

    it('changes what has the version that was read, and no other', async () => {
      await openOne(2);
      const next = aNotificacion({ version: 2, estado: 'PENDIENTE_DE_AVISO' });
      const both = await Promise.all([notificaciones.change(next), notificaciones.change(next)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await notificaciones.change({ ...next, version: 4 })).toBe(false);
      expect(await notificaciones.change({ ...next, _id: 'otra' })).toBe(false);
    });

    it('finds those to be looked at, the longest due first, and none that expects nothing more', async () => {
      await openOne(2, { proximoEn: at(9) });
      await openOne(3, { proximoEn: at(5) });
      await openOne(4, { proximoEn: at(20) });
      await openOne(5, { porAnotar: true });
      const { proximoEn: _no, ...settled } = aNotificacion({ _id: 'caso-1:5', n: 5, version: 2 });
      expect(await notificaciones.change(settled)).toBe(true);
      expect(ids(await notificaciones.due(at(10), 9))).toEqual(['caso-1:3', 'caso-1:2']);
      expect(ids(await notificaciones.due(at(10), 1))).toEqual(['caso-1:3']);
      expect((await notificaciones.ofCase('caso-1'))[3]).toEqual(settled);
    });

    it('lists those in a state, oldest first', async () => {
      await openOne(2, { estado: 'PENDIENTE_DE_AVISO', creadaEn: at(2) });
      await openOne(3, { estado: 'PENDIENTE_DE_AVISO', creadaEn: at(1) });
      await openOne(4);
      expect(ids(await notificaciones.inState('PENDIENTE_DE_AVISO', 9))).toEqual(['caso-1:3', 'caso-1:2']);
      expect(ids(await notificaciones.inState('EN_CURSO', 9))).toEqual(['caso-1:4']);
      expect(await notificaciones.inState('LEIDA', 9)).toEqual([]);
    });
  });
}
