import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../api/base/kernel/result';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';
import type { CasoPorRecontar, PorRecontar } from '../../api/pqrsd/recalcular/por-recontar';
import { pqrsdOffice, solicitud } from '../fakes/pqrsd-office';

/** What any store of cases to be counted again does. `open` keeps exactly these pages. */
export function porRecontarContract(
  name: string,
  open: (pages: readonly Pqrsd[]) => Promise<PorRecontar>,
): void {
  describe(`cases to be counted again: ${name}`, () => {
    async function cases(count: number) {
      const office = pqrsdOffice();
      for (let i = 0; i < count; i++) valueOf(await office.filePqrsd(solicitud({ clave: `c${i}` })));
      const { version } = office.book.pages[0]!.pqrsd.vencimiento;
      return { ...office, version, ids: office.book.pages.map(({ _id }) => _id) };
    }

    const read = async (port: PorRecontar, calendario: string) => {
      const found: CasoPorRecontar[] = [];
      for await (const caso of port.otherThan(calendario)) found.push(caso);
      return found;
    };

    it('are those of another calendar, with what their date is counted from', async () => {
      const { book, version, ids } = await cases(2);
      const port = await open(book.pages);
      expect(await read(port, version)).toEqual([]);
      const found = await read(port, 'otro');
      expect(found.map(({ _id }) => _id).toSorted()).toEqual(ids.toSorted());
      const page = book.pages.find(({ _id }) => _id === found[0]?._id);
      expect(found[0]).toMatchObject({ version: page?.version, recibidoEn: page?.recibidoEn });
      expect(found[0]?.pqrsd).toMatchObject({ tipo: 'RECLAMO', vencimiento: page?.pqrsd.vencimiento });
    });

    it('are open: neither answered nor annulled', async () => {
      const { book, ids, applyOrden, clock } = await cases(4);
      await applyOrden(ids[0]!, { tipo: 'ANULAR', motivo: 'm' }, 'f-1');
      await applyOrden(ids[1]!, { tipo: 'ASIGNAR', dependencia: 'A' }, 'f-1');
      clock.advance(60_000);
      await applyOrden(ids[2]!, { tipo: 'REQUERIR', dia: '2026-11-24', motivo: 'm' }, 'f-1');
      const found = await read(await open(book.pages), 'otro');
      expect(found.map(({ _id }) => _id).toSorted()).toEqual(ids.slice(1).toSorted());
    });

    it('are each given once, however many, while they are renewed', async () => {
      const { book } = await cases(120);
      const port = await open(book.pages);
      const seen: string[] = [];
      for await (const caso of port.otherThan('otro')) {
        seen.push(caso._id);
        expect(await port.renew(caso, { ...caso.pqrsd.vencimiento, version: 'otro' })).toBe(true);
      }
      expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
      expect(await read(port, 'otro')).toEqual([]);
    });

    it('are not renewed once somebody changed them', async () => {
      const { book } = await cases(1);
      const port = await open(book.pages);
      const [caso] = await read(port, 'otro');
      const stale = { ...caso!, version: caso!.version + 1 };
      expect(await port.renew(stale, { ...caso!.pqrsd.vencimiento, version: 'otro' })).toBe(false);
      expect(await read(port, 'otro')).toHaveLength(1);
    });
  });
}
