import type { Apartada, CasosDelLibro, Entregas, Linea, Pausa, Posicion } from '../../api/documents/entregas';
import type { Pqrsd } from '../../api/pqrsd/pqrsd';

const isAfter = (a: Posicion, b: Posicion | undefined) =>
  b === undefined || a.anio > b.anio || (a.anio === b.anio && a.numero > b.numero);

const inOrder = (a: Posicion, b: Posicion) => (isAfter(a, b) ? 1 : -1);

/** How deliveries stand, in memory. */
export class MemoryEntregas implements Entregas {
  private state: Linea = {};
  readonly apart = new Map<string, Apartada>();

  linea = () => Promise.resolve(this.state);

  async advance({ anio, numero }: Posicion, en: Date) {
    const { hasta } = this.state;
    this.state = { hasta: isAfter({ anio, numero }, hasta) ? { anio, numero } : hasta, en };
  }

  async pause(pausa: Pausa) {
    this.state = { ...this.state, pausa };
  }

  async resume() {
    const { pausa: _ended, ...rest } = this.state;
    this.state = rest;
  }

  async setAside(apartada: Apartada) {
    this.apart.set(apartada.caso, apartada);
  }

  async remove(caso: string) {
    this.apart.delete(caso);
  }

  async due(now: Date, limit: number) {
    const waiting = [...this.apart.values()].filter(({ proximoEn }) => proximoEn && proximoEn <= now);
    return waiting.toSorted((a, b) => Number(a.proximoEn) - Number(b.proximoEn)).slice(0, limit);
  }

  async apartadas(limit: number) {
    return [...this.apart.values()].toSorted(inOrder).slice(0, limit);
  }
}

/** The cases of a book in memory. */
export function memoryCasosDelLibro(pages: () => readonly Pqrsd[]): CasosDelLibro {
  const after = (posicion: Posicion | undefined) =>
    pages()
      .filter((page) => isAfter(page, posicion))
      .toSorted(inOrder);
  const one = (test: (page: Pqrsd) => boolean) => Promise.resolve(pages().find(test));
  return {
    after: async (posicion, limit) => after(posicion).slice(0, limit),
    countAfter: async (posicion, limit) => Math.min(after(posicion).length, limit),
    byId: (caso) => one(({ _id }) => _id === caso),
    byRecepcion: (recepcion) => one((page) => page.recepcion === recepcion),
    byRadicado: (radicado) => one((page) => page.radicado === radicado),
  };
}
