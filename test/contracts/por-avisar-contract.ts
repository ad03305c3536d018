import { beforeEach, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../api/base/kernel/result';
import type { CasosPorAvisar } from '../../api/notificaciones/ports';
import type { PqrsdStore } from '../../api/pqrsd/apply-orden';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';
import { answer } from '../fakes/notified-town';
import { pqrsdOffice, solicitud } from '../fakes/pqrsd-office';

interface Place {
  readonly casos: CasosPorAvisar;
  readonly cases: PqrsdStore;
}

/** What every finder of cases with something to tell must do; `create` holds the cases it is given. */
export function porAvisarContract(name: string, create: (pages: Pqrsd[]) => Promise<Place>): void {
  describe(`the cases with something to tell (${name})`, () => {
    let place: Place;
    let answered: Pqrsd;
    beforeEach(async () => {
      const office = pqrsdOffice();
      for (const clave of ['a', 'b']) valueOf(await office.filePqrsd(solicitud({ clave })));
      const [first] = office.book.pages;
      answered = valueOf(await office.applyOrden(first!._id, answer, 'f-1'));
      place = await create(office.book.pages);
    });

    it('are those that an order marked, whole, with the event that is to be told', async () => {
      const found = await place.casos.next(9);
      expect(found).toEqual([answered]);
      expect(found[0]?.pqrsd.porAvisar).toEqual([2]);
    });

    it('are no more once they were seen to', async () => {
      expect(await place.casos.begun(answered)).toBe(true);
      expect(await place.casos.next(9)).toEqual([]);
      expect(await place.casos.begun(answered)).toBe(false);
    });

    it('stay when they were changed since they were read', async () => {
      await place.cases.replace({ ...answered, version: answered.version + 1 });
      expect(await place.casos.begun(answered)).toBe(false);
      expect(await place.casos.next(9)).toHaveLength(1);
    });
  });
}
