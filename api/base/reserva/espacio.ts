import type { FailureCode } from '../kernel/failures';

/** The disk where the data lie, in bytes. */
export interface Espacio {
  readonly libre: number;
  readonly total: number;
}

/** What takes room, by what the town can best do without. */
export type Uso = 'difusion' | 'exportacion' | 'anexo' | 'radicacion';

/** How the disk stands. `sin-medir`: it is not ours to watch, or it could not be asked. */
export type Nivel = 'normal' | 'reserva' | 'agotado' | 'sin-medir';

const MIB = 1024 * 1024;

/** Below this share free, or below so many bytes on a small disk, what is kept is kept for filings. */
export const RESERVA = { parte: 0.05, bytes: 512 * MIB } as const;

/**
 * The last of all, in bytes and not in parts: a filing takes some 20 kB, and no share of a big disk would justify refusing
 * one. With this the store still commits, deletes and closes in order, and an administrator can still work.
 */
export const ULTIMA_RESERVA = 64 * MIB;

const enReserva = ({ libre, total }: Espacio): boolean =>
  libre < Math.max(total * RESERVA.parte, RESERVA.bytes);
const agotado = ({ libre }: Espacio): boolean => libre < ULTIMA_RESERVA;

interface Orden {
  readonly uso: Uso;
  readonly seRehusa: (espacio: Espacio) => boolean;
  readonly falla: FailureCode;
}

/** In order of refusal: what is first goes first, filings go last. */
export const ORDEN: readonly Orden[] = [
  { uso: 'difusion', seRehusa: enReserva, falla: 'LOW_ON_SPACE' },
  { uso: 'exportacion', seRehusa: enReserva, falla: 'LOW_ON_SPACE' },
  { uso: 'anexo', seRehusa: enReserva, falla: 'NO_SPACE_FOR_FILES' },
  { uso: 'radicacion', seRehusa: agotado, falla: 'NO_SPACE' },
];

/** What is refused with so much room. */
export const rehusados = (espacio: Espacio): readonly Uso[] =>
  ORDEN.filter(({ seRehusa }) => seRehusa(espacio)).map(({ uso }) => uso);

export function nivelDe(espacio: Espacio | undefined): Nivel {
  if (!espacio) return 'sin-medir';
  if (agotado(espacio)) return 'agotado';
  return enReserva(espacio) ? 'reserva' : 'normal';
}

/** The failure that a use meets, or undefined when there is room for it; what nobody measured is not refused. */
export function fallaDe(uso: Uso, espacio: Espacio | undefined): FailureCode | undefined {
  const orden = ORDEN.find((one) => one.uso === uso);
  return espacio && orden?.seRehusa(espacio) ? orden.falla : undefined;
}
