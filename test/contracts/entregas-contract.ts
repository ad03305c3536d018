import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Apartada, Entregas } from '../../api/documents/entregas';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 14, minute));

const apartada = (numero: number, over: Partial<Apartada> = {}): Apartada => ({
  caso: `caso-${numero}`,
  recepcion: `2026-E-00000${numero}`,
  anio: 2026,
  numero,
  motivo: 'CONFLICTO',
  intentos: 1,
  proximoEn: at(numero),
  ...over,
});

/** What every record of deliveries must do; `create` gives two series of one store, both empty. */
export function entregasContract(name: string, create: () => Promise<readonly [Entregas, Entregas]>): void {
  describe(`how deliveries stand (${name})`, () => {
    let entregas: Entregas;
    let other: Entregas;
    beforeEach(async () => {
      [entregas, other] = await create();
    });
    const hasta = async () => (await entregas.linea()).hasta;
    const numbers = (found: readonly Apartada[]) => found.map(({ numero }) => numero);

    it('begin nowhere', async () => {
      expect((await entregas.linea()).hasta).toBeUndefined();
      expect(await entregas.apartadas(10)).toEqual([]);
    });

    it('go forward only, over the years', async () => {
      await entregas.advance({ anio: 2026, numero: 9 }, at(1));
      await entregas.advance({ anio: 2026, numero: 8 }, at(2));
      expect(await hasta()).toEqual({ anio: 2026, numero: 9 });
      await entregas.advance({ anio: 2027, numero: 1 }, at(3));
      await entregas.advance({ anio: 2026, numero: 10 }, at(4));
      expect(await hasta()).toEqual({ anio: 2027, numero: 1 });
      expect((await entregas.linea()).en).toEqual(at(4));
    });

    it('pause before anything was delivered, and go on', async () => {
      const pausa = { motivo: 'SIN_CARPETA', intentos: 2, desde: at(0), hasta: at(2) } as const;
      await entregas.pause(pausa);
      expect((await entregas.linea()).pausa).toEqual(pausa);
      await entregas.resume();
      expect((await entregas.linea()).pausa).toBeUndefined();
      await entregas.pause(pausa);
      await entregas.advance({ anio: 2026, numero: 1 }, at(3));
      expect((await entregas.linea()).pausa).toBeUndefined();
    });

    it('keep apart what was refused, in the order of the book', async () => {
      for (const numero of [3, 1, 2]) await entregas.setAside(apartada(numero));
      expect(numbers(await entregas.apartadas(2))).toEqual([1, 2]);
      await entregas.remove('caso-1');
      expect(numbers(await entregas.apartadas(9))).toEqual([2, 3]);
    });

    it('say which are to be tried again, and which wait for a person', async () => {
      for (const numero of [3, 1, 2]) await entregas.setAside(apartada(numero));
      expect(numbers(await entregas.due(at(2), 9))).toEqual([1, 2]);
      await entregas.setAside(apartada(1, { intentos: 5, proximoEn: undefined }));
      expect(numbers(await entregas.due(at(9), 9))).toEqual([2, 3]);
      const [dead] = await entregas.apartadas(1);
      expect(dead).toMatchObject({ intentos: 5, motivo: 'CONFLICTO' });
      expect(dead?.proximoEn).toBeUndefined();
    });

    it('are of their series alone', async () => {
      await entregas.advance({ anio: 2026, numero: 9 }, at(1));
      await entregas.setAside(apartada(1));
      expect((await other.linea()).hasta).toBeUndefined();
      expect(await other.apartadas(9)).toEqual([]);
    });
  });
}
