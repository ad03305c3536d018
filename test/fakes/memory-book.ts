import type { Book, BookEnd } from '../../api/comunicaciones/book';
import type { Comunicacion } from '../../api/comunicaciones/comunicacion';
import { endOf } from '../../api/comunicaciones/place';

/** A book in memory, with the same uniqueness as the real one. Every operation yields, as a network does. */
export class MemoryBook<C extends Comunicacion> implements Book<C> {
  readonly pages: C[] = [];
  firstNumbers = new Map<number, number>();
  acceptance = '';
  /** What to do before the next inserts: throw to play a store that fails. */
  beforeInsert: (() => void | Promise<void>)[] = [];
  inserts = 0;

  async end(): Promise<BookEnd | undefined> {
    await Promise.resolve();
    const last = this.pages.toSorted((a, b) => a.anio - b.anio || a.numero - b.numero).at(-1);
    return last && endOf(last);
  }

  async firstNumber(anio: number): Promise<number> {
    await Promise.resolve();
    return this.firstNumbers.get(anio) ?? 1;
  }

  async insertInOrder(comunicaciones: readonly C[]): Promise<{ inserted: number }> {
    await Promise.resolve();
    await this.beforeInsert.shift()?.();
    this.inserts++;
    for (const [i, nueva] of comunicaciones.entries()) {
      if (this.pages.some((page) => collides(page, nueva))) return { inserted: i };
      this.pages.push(nueva);
    }
    return { inserted: comunicaciones.length };
  }

  async findByClave(clave: string): Promise<C | undefined> {
    await Promise.resolve();
    return this.pages.find((page) => page.clave === clave);
  }

  async clockAcceptance(): Promise<string> {
    await Promise.resolve();
    return this.acceptance;
  }
}

const collides = (a: Comunicacion, b: Comunicacion) =>
  a.clave === b.clave ||
  a.anterior === b.anterior ||
  (a.anio === b.anio && a.serie === b.serie && a.numero === b.numero);
