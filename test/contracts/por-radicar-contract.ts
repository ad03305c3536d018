import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PorRadicar } from '../../api/pqrsd/por-radicar';
import { aPendiente } from '../fakes/a-pendiente';

/** The solicitudes that wait in one book, and those of another book of the same store. */
export interface PorRadicarUnderTest {
  readonly porRadicar: PorRadicar;
  readonly otherBook: PorRadicar;
}

/** What every keeper of solicitudes without a number must do; `create` gives two empty books. */
export function porRadicarContract(name: string, create: () => Promise<PorRadicarUnderTest>): void {
  describe(`the solicitudes that wait for a number (${name})`, () => {
    let porRadicar: PorRadicar;
    let otherBook: PorRadicar;
    beforeEach(async () => {
      ({ porRadicar, otherBook } = await create());
    });
    const claves = async (of: PorRadicar, limit = 10) =>
      (await of.waiting(limit)).map(({ clave }) => clave).toSorted();

    it('are found as they were kept', async () => {
      const kept = aPendiente('a', '2026-11-24');
      await porRadicar.keep(kept);
      expect(await porRadicar.find('a')).toMatchObject(kept);
      expect(await porRadicar.find('b')).toBeUndefined();
    });

    it('are the first under their key, however many come at once', async () => {
      const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'];
      const kept = await Promise.all(days.map((dia) => porRadicar.keep(aPendiente('a', dia))));
      const first = await porRadicar.find('a');
      expect(kept.map(({ llegada }) => llegada)).toEqual(days.map(() => first?.llegada));
      expect(await porRadicar.keep(aPendiente('a', '2026-11-24'))).toMatchObject({ dia: first?.dia });
      expect(await claves(porRadicar)).toEqual(['a']);
    });

    it('wait those of the oldest days first, up to a limit', async () => {
      await porRadicar.keep(aPendiente('c', '2026-11-24'));
      await porRadicar.keep(aPendiente('a', '2026-11-26'));
      await porRadicar.keep(aPendiente('b', '2026-11-25'));
      expect(await claves(porRadicar, 2)).toEqual(['b', 'c']);
    });

    it('tell their sealed arrival without the rest', async () => {
      const kept = aPendiente('a', '2026-11-24');
      await porRadicar.keep(kept);
      expect(await porRadicar.waiting(1)).toMatchObject([{ clave: 'a', llegada: kept.llegada }]);
    });

    it('wait no more once removed, and removing twice is nothing', async () => {
      await porRadicar.keep(aPendiente('a', '2026-11-24'));
      await porRadicar.remove('a');
      await porRadicar.remove('a');
      expect(await porRadicar.find('a')).toBeUndefined();
      expect(await claves(porRadicar)).toEqual([]);
    });

    it('belong to one book: the same key in another is another', async () => {
      await porRadicar.keep(aPendiente('a', '2026-11-24'));
      expect(await otherBook.find('a')).toBeUndefined();
      await otherBook.keep(aPendiente('a', '2026-11-25'));
      await otherBook.remove('a');
      expect(await claves(porRadicar)).toEqual(['a']);
      expect(await claves(otherBook)).toEqual([]);
    });
  });
}
