import type { Acceso, Accesos } from '../../api/accesos/accesos';

/** Who looked at what, in memory. */
export function memoryAccesos(): Accesos & { readonly kept: Acceso[] } {
  const kept: Acceso[] = [];
  return {
    kept,
    record: async (acceso) => void kept.push(acceso),
    last: async (limit, recepcion) =>
      kept
        .filter((one) => recepcion === undefined || one.recepcion === recepcion)
        .toReversed()
        .slice(0, limit),
  };
}
