import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Acceso, Accesos } from '../../api/accesos/accesos';

export interface OpenedAccesos {
  readonly accesos: Accesos;
  close?(): Promise<void>;
}

const at = (minute: number, over: Partial<Acceso> = {}): Acceso => ({
  quien: 'Ana Ruiz',
  que: 'CASO',
  recepcion: '2026-E-000001',
  en: new Date(Date.UTC(2026, 10, 24, 15, minute)),
  ...over,
});

/** What every record of accesses does. `open` gives an empty one. */
export function accesosContract(name: string, open: () => Promise<OpenedAccesos>): void {
  describe(`who looked at what, in ${name}`, () => {
    let opened: OpenedAccesos;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close?.());

    it('gives the last ones first, whole, of all or of one case', async () => {
      const { accesos } = opened;
      const list = at(1, { que: 'BANDEJA', recepcion: undefined, dependencia: 'SALUD' });
      const { recepcion: _none, ...bandeja } = list;
      const identidad = at(2, { que: 'IDENTIDAD', motivo: 'Para citarla' });
      const other = at(3, { recepcion: '2026-E-000002', quien: 'Pedro Gómez' });
      for (const one of [bandeja, identidad, other]) await accesos.record(one);
      expect(await accesos.last(9)).toEqual([other, identidad, bandeja]);
      expect(await accesos.last(1)).toEqual([other]);
      expect(await accesos.last(9, '2026-E-000001')).toEqual([identidad]);
    });
  });
}
