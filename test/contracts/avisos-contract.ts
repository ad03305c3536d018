import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Avisos } from '../../api/avisos/avisos';
import { anAviso } from '../fakes/an-aviso';

const HOY = '2026-11-24';
const id = (n: number) => `20261124T140000-0000000${n}`;

/** What every store of notices must do; `create` gives an empty one, whose lists show the book PRUEBA. */
export function avisosContract(name: string, create: () => Promise<Avisos>): void {
  describe(`a store of notices (${name})`, () => {
    let avisos: Avisos;
    beforeEach(async () => {
      avisos = await create();
    });
    const ids = (list: readonly { readonly _id: string }[]) => list.map(({ _id }) => _id);

    it('keeps a notice whole', async () => {
      const aviso = anAviso({ radicado: '2026-E-000001', caso: 'c-1', clase: 'NOTIFICACION' });
      await avisos.keep(aviso);
      expect(await avisos.byId(aviso._id)).toEqual(aviso);
      expect(await avisos.byId('otro')).toBeUndefined();
    });

    it('keeps the first of a fingerprint, however many come at once', async () => {
      const same = [1, 2, 3, 4].map((n) => anAviso({ _id: id(n) }));
      const kept = await Promise.all(same.map((aviso) => avisos.keep(aviso)));
      expect(new Set(ids(kept)).size).toBe(1);
      expect(await avisos.vigentes(HOY, { limite: 9 })).toHaveLength(1);
    });

    it('changes one that is in the state expected, and no other', async () => {
      await avisos.keep(anAviso({ estado: 'PREPARADO', fijadoEn: undefined }));
      const fijadoEn = new Date('2026-11-24T15:00:00Z');
      expect(await avisos.advance(id(1), 'PREPARADO', { estado: 'FIJADO', fijadoEn })).toBe(true);
      expect(await avisos.advance(id(1), 'PREPARADO', { estado: 'FIJADO' })).toBe(false);
      expect(await avisos.byId(id(1))).toMatchObject({ estado: 'FIJADO', fijadoEn });
    });

    it('lists those posted until their last day, newest first, in pages and without their text', async () => {
      for (const n of [2, 1, 3]) await avisos.keep(anAviso({ _id: id(n), titulo: `Aviso ${n}` }));
      await avisos.keep(anAviso({ _id: id(4), desfijaEl: '2026-11-23' }));
      await avisos.keep(anAviso({ _id: id(5), libro: 'OFICIAL' }));
      await avisos.keep(anAviso({ _id: id(6), titulo: 'Sin fijar', estado: 'PREPARADO' }));
      expect(ids(await avisos.vigentes(HOY, { limite: 2 }))).toEqual([id(3), id(2)]);
      expect(ids(await avisos.vigentes(HOY, { limite: 2, despuesDe: id(2) }))).toEqual([id(1)]);
      expect(ids(await avisos.vigentes('2026-12-01', { limite: 9 }))).toEqual([]);
    });

    it('lists the removed ones apart', async () => {
      await avisos.keep(anAviso());
      const desfijadoEn = new Date('2026-11-26T14:00:00Z');
      await avisos.keep(anAviso({ _id: id(2), titulo: 'Otro', estado: 'DESFIJADO', desfijadoEn }));
      const [removed, ...others] = await avisos.retirados({ limite: 9 });
      expect(removed).toMatchObject({ _id: id(2), desfijadoEn });
      expect(others).toEqual([]);
    });

    it('finds, of either book, what was cut and what ended its last day', async () => {
      await avisos.keep(anAviso());
      await avisos.keep(anAviso({ _id: id(2), titulo: 'b', estado: 'PREPARADO' }));
      await avisos.keep(anAviso({ _id: id(3), titulo: 'c', estado: 'POR_DESFIJAR', libro: 'OFICIAL' }));
      await avisos.keep(anAviso({ _id: id(4), titulo: 'd', estado: 'DESFIJADO' }));
      await avisos.keep(anAviso({ _id: id(5), desfijaEl: '2026-11-23' }));
      const found = ids(await avisos.porCompletar(HOY, 9));
      expect(found.toSorted((a, b) => a.localeCompare(b))).toEqual([id(2), id(3), id(5)]);
    });
  });
}
