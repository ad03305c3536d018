import type { CausaVisible, InterrupcionAbierta } from './interrupcion';
import { SILENCIO_MS } from './latido';

/** What a copy of the program knows at one of its signs. */
export interface Vista {
  readonly abiertas: readonly InterrupcionAbierta[];
  /** What this copy sees wrong in itself now. */
  readonly causas: readonly CausaVisible[];
  readonly copia: string;
  readonly en: Date;
}

export type Cambio =
  | { readonly hacer: 'ABRIR'; readonly causa: CausaVisible }
  | { readonly hacer: 'VER'; readonly id: string }
  | { readonly hacer: 'CERRAR'; readonly id: string; readonly hasta: Date };

/**
 * What to record. A condition lasts while any copy sees it: the copy that opened it closes it when it is over; another
 * closes it only when nobody has seen it for as long as a silence, at the moment it was last seen.
 */
export const cambiosDe = ({ abiertas, causas, copia, en }: Vista): readonly Cambio[] => [
  ...causas
    .filter((causa) => !abiertas.some((open) => open.causa === causa))
    .map((causa) => ({ hacer: 'ABRIR' as const, causa })),
  ...abiertas.flatMap((open): Cambio[] => {
    if (causas.includes(open.causa)) return [{ hacer: 'VER', id: open.id }];
    if (open.copia === copia) return [{ hacer: 'CERRAR', id: open.id, hasta: en }];
    const olvidada = en.getTime() - open.visto.getTime() > SILENCIO_MS;
    return olvidada ? [{ hacer: 'CERRAR', id: open.id, hasta: open.visto }] : [];
  }),
];
