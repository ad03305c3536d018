import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Libro } from '../../api/comunicaciones/comunicacion';
import type { PorSellar } from '../../api/comunicaciones/sello/por-sellar';

/** The communications under test: `touch` files one at an instant, or gives it one more event. */
export interface PorSellarUnderTest {
  readonly porSellar: PorSellar;
  readonly touch: (numero: number, libro: Libro, radicadoEn: Date) => Promise<void>;
}

const MIDNIGHT = new Date('2026-11-25T00:00:00-05:00');
const EVENING = new Date('2026-11-24T23:30:00-05:00');

/** What every reader of the communications that wait for the seal must do; `create` gives an empty book. */
export function porSellarContract(name: string, create: () => Promise<PorSellarUnderTest>): void {
  describe(`the communications that wait for the seal (${name})`, () => {
    let under: PorSellarUnderTest;
    beforeEach(async () => {
      under = await create();
    });
    const pending = (libro: Libro = 'OFICIAL', limit = 10) => under.porSellar.pending(libro, limit, MIDNIGHT);
    const numbers = async (...asked: Parameters<typeof pending>) =>
      (await pending(...asked)).map(({ recepcion }) => Number(recepcion.slice(-6)));

    it('are those of one book, in the order of their numbers, up to a limit', async () => {
      for (const numero of [1, 2, 3]) await under.touch(numero, 'OFICIAL', EVENING);
      await under.touch(4, 'PRUEBA', EVENING);
      expect(await numbers()).toEqual([1, 2, 3]);
      expect(await numbers('OFICIAL', 2)).toEqual([1, 2]);
      expect(await numbers('PRUEBA')).toEqual([4]);
    });

    it('are those that got their number before an instant', async () => {
      await under.touch(1, 'OFICIAL', new Date(MIDNIGHT.getTime() - 1));
      await under.touch(2, 'OFICIAL', MIDNIGHT);
      expect(await numbers()).toEqual([1]);
    });

    it('wait no more once marked at the version that was read', async () => {
      await under.touch(1, 'OFICIAL', EVENING);
      const [one] = await pending();
      expect(await under.porSellar.markSealed(one?._id ?? '', one?.version ?? 0)).toBe(true);
      expect(await pending()).toEqual([]);
    });

    it('go on waiting when they changed since, with another last hash', async () => {
      await under.touch(1, 'OFICIAL', EVENING);
      const [before] = await pending();
      await under.touch(1, 'OFICIAL', EVENING);
      expect(await under.porSellar.markSealed(before?._id ?? '', before?.version ?? 0)).toBe(false);
      const [after] = await pending();
      expect(after?.version).toBe((before?.version ?? 0) + 1);
      expect(after?.ultimoHash).not.toBe(before?.ultimoHash);
    });

    it('wait again when they change after the seal', async () => {
      await under.touch(1, 'OFICIAL', EVENING);
      const [one] = await pending();
      await under.porSellar.markSealed(one?._id ?? '', one?.version ?? 0);
      await under.touch(1, 'OFICIAL', EVENING);
      expect(await numbers()).toEqual([1]);
    });
  });
}
