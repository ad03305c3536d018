import type { Sello } from '../../api/comunicaciones/sello/sello';
import type { ClaveSello, Sellos } from '../../api/comunicaciones/sello/sellos';

/** The seals of a town in memory; `all` is what it holds, in the order stored. */
export interface MemorySellos extends Sellos {
  readonly all: readonly Sello[];
}

export function memorySellos(): MemorySellos {
  const all: Sello[] = [];
  const indexOf = ({ libro, n }: ClaveSello) =>
    all.findIndex((sello) => sello.libro === libro && sello.n === n);
  const newestFirst = (libro: string) =>
    all.filter((sello) => sello.libro === libro).toSorted((a, b) => b.n - a.n);
  const change = (at: number, fields: Partial<Sello>) => {
    const sello = all[at];
    if (sello) all[at] = { ...sello, ...fields };
  };
  return {
    all,
    last: async (libro) => newestFirst(libro)[0],
    async insert(sello) {
      const taken = newestFirst(sello.libro).some(({ n, dia }) => n === sello.n || dia === sello.dia);
      if (!taken) all.push(sello);
      return !taken;
    },
    async markApplied(clave) {
      change(indexOf(clave), { porAplicar: false });
    },
    async changeEnvio(clave, expected, next) {
      const at = indexOf(clave);
      const envio = all[at]?.envio;
      if (envio?.estado !== expected.estado || envio.intentos !== expected.intentos) return false;
      change(at, { envio: next });
      return true;
    },
    async coverBefore({ libro, n }, en) {
      for (const [at, sello] of all.entries()) {
        if (sello.libro !== libro || sello.n >= n || sello.envio.estado === 'ENVIADO') continue;
        change(at, { envio: { ...sello.envio, estado: 'CUBIERTO', en } });
      }
    },
    list: async (libro, limit, hasta = Infinity) =>
      newestFirst(libro)
        .filter(({ n }) => n <= hasta)
        .slice(0, limit)
        .map(({ hojas: _h, esquema: _e, porAplicar: _p, ...sello }) => sello),
    firstCovering: async (libro, recepcion, desde) =>
      newestFirst(libro)
        .toReversed()
        .find(({ dia, hojas }) => dia >= desde && hojas.some((hoja) => hoja.recepcion === recepcion)),
  };
}
