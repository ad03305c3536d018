import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../api/base/kernel/result';
import { type CasesOfPerson, MAX_CASES } from '../../api/pqrsd/cases-of-person';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';
import { pqrsdOffice, solicitud } from '../fakes/pqrsd-office';

const ANA = {
  modo: 'IDENTIFICADO',
  nombre: 'Ana',
  correo: 'ana@ejemplo.co',
  telefono: '3101234567',
  documento: { tipo: 'CC', numero: '1113' },
} as const;

/** What any store of cases by their person does. `open` keeps exactly these pages. */
export function casesOfPersonContract(
  name: string,
  open: (pages: readonly Pqrsd[]) => Promise<CasesOfPerson>,
): void {
  describe(`the cases of a person: ${name}`, () => {
    async function threeCases() {
      const office = pqrsdOffice();
      for (const clave of ['a', 'b', 'c']) {
        valueOf(await office.filePqrsd(solicitud({ clave, identidad: ANA, conversacion: 'chat' })));
        office.clock.advance(86_400_000);
      }
      const datos = office.book.pages[0]!.pqrsd;
      return { ...office, datos };
    }

    it('are found by each blind trace, newest first', async () => {
      const { book, datos } = await threeCases();
      const cases = await open(book.pages);
      for (const rastro of ['conversacionCiega', 'documentoCiego', 'correoCiego', 'telefonoCiego'] as const) {
        const found = await cases.openBy(rastro, datos[rastro] ?? '');
        expect(found.map(({ numero }) => numero)).toEqual([3, 2, 1]);
        expect(await cases.openBy(rastro, 'de nadie')).toEqual([]);
      }
    });

    it('are those that still wait for an answer', async () => {
      const { book, datos, applyOrden } = await threeCases();
      await applyOrden(book.pages[1]!._id, { tipo: 'ANULAR', motivo: 'm' }, 'f-1');
      const cases = await open(book.pages);
      const found = await cases.openBy('correoCiego', datos.correoCiego ?? '');
      expect(found.map(({ numero }) => numero)).toEqual([3, 1]);
    });

    it('may be asked for since a day, and are a few at most', async () => {
      const { book, datos, filePqrsd } = await threeCases();
      const since = book.pages[1]!.radicadoEn;
      for (let i = 0; i < MAX_CASES; i++)
        await filePqrsd(solicitud({ clave: `m${i}`, identidad: { ...ANA, correo: 'otra@ejemplo.co' } }));
      const cases = await open(book.pages);
      const found = await cases.openBy('correoCiego', datos.correoCiego ?? '', since);
      expect(found.map(({ numero }) => numero)).toEqual([3, 2]);
      expect(await cases.openBy('telefonoCiego', datos.telefonoCiego ?? '')).toHaveLength(MAX_CASES);
    });
  });
}
