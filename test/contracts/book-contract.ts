import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Book } from '../../api/comunicaciones/book';
import type { Comunicacion } from '../../api/comunicaciones/comunicacion';
import { bareFiling } from '../fakes/comunicacion';

const at = (numero: number, anio = 2026) => ({
  anio,
  numero,
  radicadoEn: new Date(Date.UTC(anio, 5, 1, 12, 0, numero)),
  anterior: `before ${anio}/${numero}`,
});
const page = (clave: string, numero: number, anio = 2026) => bareFiling(clave).build(at(numero, anio));

/** What every book must do; `create` gives an empty one. */
export function bookContract(name: string, create: () => Promise<Book<Comunicacion>>): void {
  describe(`a book (${name})`, () => {
    let book: Book<Comunicacion>;
    beforeEach(async () => {
      book = await create();
    });

    it('is empty at first, and a year starts at 1', async () => {
      expect(await book.end()).toBeUndefined();
      expect(await book.firstNumber(2026)).toBe(1);
      expect(await book.findByClave('nada')).toBeUndefined();
    });

    it('keeps what it inserts, whole', async () => {
      const nueva = page('a', 1);
      expect(await book.insertInOrder([nueva])).toEqual({ inserted: 1 });
      expect(await book.findByClave('a')).toEqual(nueva);
    });

    it('ends at the highest number of the latest year', async () => {
      await book.insertInOrder([page('a', 7), page('b', 8), page('c', 1, 2027)]);
      expect(await book.end()).toMatchObject({ anio: 2027, numero: 1 });
    });

    it('stops at the first repeated number; what came before stands, what comes after does not', async () => {
      await book.insertInOrder([page('a', 2)]);
      expect(await book.insertInOrder([page('b', 1), page('c', 2), page('d', 3)])).toEqual({ inserted: 1 });
      expect(await book.findByClave('b')).toBeDefined();
      expect(await book.findByClave('d')).toBeUndefined();
    });

    it('stops at what would follow the same number as another: the chain cannot fork', async () => {
      const first = bareFiling('a').build(at(5));
      const forked = bareFiling('b').build({ ...at(1, 2027), anterior: first.anterior });
      await book.insertInOrder([first]);
      expect(await book.insertInOrder([forked])).toEqual({ inserted: 0 });
    });

    it('stops at a repeated key', async () => {
      await book.insertInOrder([page('a', 1)]);
      expect(await book.insertInOrder([page('a', 2)])).toEqual({ inserted: 0 });
    });
  });
}
