import { beforeEach, describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../../api/base/kernel/local-date';
import type { Libro } from '../../api/comunicaciones/comunicacion';
import { closeDay } from '../../api/comunicaciones/sello/close-day';
import type { EnvioSello, Sello } from '../../api/comunicaciones/sello/sello';
import type { Sellos } from '../../api/comunicaciones/sello/sellos';
import { testSigner } from '../fakes/seal-day';

const EN = new Date('2026-11-25T05:10:00Z');
const SENT: EnvioSello = { estado: 'ENVIADO', intentos: 1, en: EN, posibleRepeticion: false };

/** A seal over the cases whose numbers are given. */
function seal(dia: LocalDate, last?: Sello, cases: readonly number[] = [1], libro: Libro = 'OFICIAL'): Sello {
  const pendientes = cases.map((numero) => ({
    _id: `id-${numero}`,
    recepcion: `2026-E-${String(numero).padStart(6, '0')}`,
    libro,
    version: 1,
    ultimoHash: 'ab'.repeat(32),
  }));
  const day = { entidad: 'candelaria', libro, dia, selladoEn: EN, last, pendientes, hayDestino: true };
  return closeDay(day, testSigner);
}

/** What every store of seals must do; `create` gives an empty one of the town `candelaria`. */
export function sellosContract(name: string, create: () => Promise<Sellos>): void {
  describe(`a store of seals (${name})`, () => {
    let sellos: Sellos;
    const first = seal('2026-11-24');
    const second = seal('2026-11-25', first, [1, 2]);
    beforeEach(async () => {
      sellos = await create();
    });

    it('is empty at first', async () => {
      expect(await sellos.last('OFICIAL')).toBeUndefined();
      expect(await sellos.list('OFICIAL', 10)).toEqual([]);
    });

    it('keeps a seal whole', async () => {
      expect(await sellos.insert(first)).toBe(true);
      expect(await sellos.last('OFICIAL')).toEqual(first);
    });

    it('keeps the newest of each book apart', async () => {
      const rehearsal = seal('2026-11-24', undefined, [7], 'PRUEBA');
      for (const one of [first, second, rehearsal]) await sellos.insert(one);
      expect(await sellos.last('OFICIAL')).toEqual(second);
      expect(await sellos.last('PRUEBA')).toEqual(rehearsal);
    });

    it('takes each number and each day once: two copies cannot fork the chain', async () => {
      await sellos.insert(first);
      expect(await sellos.insert(seal('2026-11-24', undefined, [9]))).toBe(false);
      expect(await sellos.insert(seal('2026-11-26', undefined, [9]))).toBe(false);
      expect(await sellos.insert({ ...second, dia: '2026-11-24' })).toBe(false);
      expect(await sellos.last('OFICIAL')).toEqual(first);
    });

    it('remembers that the cases of a seal were marked', async () => {
      await sellos.insert(first);
      await sellos.markApplied(first);
      expect(await sellos.last('OFICIAL')).toEqual({ ...first, porAplicar: false });
    });

    it('changes the state of a notice only from the one that was read', async () => {
      await sellos.insert(first);
      const attempt: EnvioSello = { ...SENT, estado: 'ENVIANDO' };
      expect(await sellos.changeEnvio(first, first.envio, attempt)).toBe(true);
      expect(await sellos.changeEnvio(first, first.envio, attempt)).toBe(false);
      expect(await sellos.changeEnvio(first, { ...attempt, intentos: 2 }, SENT)).toBe(false);
      expect(await sellos.changeEnvio(second, attempt, SENT)).toBe(false);
      expect((await sellos.last('OFICIAL'))?.envio).toEqual(attempt);
    });

    it('covers what was not sent before a seal, and nothing else', async () => {
      const third = seal('2026-11-26', second);
      for (const one of [first, second, third]) await sellos.insert(one);
      await sellos.insert(seal('2026-11-24', undefined, [7], 'PRUEBA'));
      await sellos.changeEnvio(first, first.envio, SENT);
      await sellos.coverBefore(third, EN);
      const estados = async (libro: Libro) => (await sellos.list(libro, 10)).map(({ envio }) => envio.estado);
      expect(await estados('OFICIAL')).toEqual(['PENDIENTE', 'CUBIERTO', 'ENVIADO']);
      expect(await estados('PRUEBA')).toEqual(['PENDIENTE']);
    });

    it('lists the newest first, up to a number, and without any case', async () => {
      const third = seal('2026-11-26', second);
      for (const one of [first, second, third]) await sellos.insert(one);
      expect((await sellos.list('OFICIAL', 2)).map(({ n }) => n)).toEqual([3, 2]);
      const older = await sellos.list('OFICIAL', 10, 2);
      expect(older.map(({ n, cuenta, raiz, firma }) => ({ n, cuenta, raiz, firma }))).toEqual(
        [second, first].map(({ n, cuenta, raiz, firma }) => ({ n, cuenta, raiz, firma })),
      );
      expect(JSON.stringify(older)).not.toContain('2026-E-');
    });

    it('finds the first seal that covers a case from a day on', async () => {
      for (const one of [first, second]) await sellos.insert(one);
      expect(await sellos.firstCovering('OFICIAL', '2026-E-000001', '2026-11-01')).toEqual(first);
      expect(await sellos.firstCovering('OFICIAL', '2026-E-000001', '2026-11-25')).toEqual(second);
      expect(await sellos.firstCovering('OFICIAL', '2026-E-000002', '2026-11-24')).toEqual(second);
      expect(await sellos.firstCovering('OFICIAL', '2026-E-000002', '2026-11-26')).toBeUndefined();
      expect(await sellos.firstCovering('PRUEBA', '2026-E-000001', '2026-11-01')).toBeUndefined();
    });
  });
}
