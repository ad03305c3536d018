import { localDate, type LocalDate } from '../base/kernel/local-date';
import type { Sealing } from '../base/kernel/sealing';
import type { Libro } from '../comunicaciones/comunicacion';
import { huellaOf, type Recibida } from './seal-case';

/** A solicitud that was received while numbering was paused: kept whole, it has no number yet. */
export interface Pendiente {
  /** The keyed one-way key that its case will have. */
  readonly clave: string;
  /** Fingerprint of what was asked, to refuse the key with another body. */
  readonly huella: string;
  /** Day of its receipt; the instant is sealed. */
  readonly dia: LocalDate;
  /** Sealed instant of its receipt, to file in order of arrival without opening every text. */
  readonly llegada: string;
  /** Sealed `Recibida`. */
  readonly solicitud: string;
  /** Contents it refers to, which must not be swept as orphans. */
  readonly anexos: readonly string[];
}

/** Port: the solicitudes of one book that wait for their number. Rejects when the store does not answer. */
export interface PorRadicar {
  find(clave: string): Promise<Pendiente | undefined>;
  /** Keeps it durably unless one is kept under its key; gives the one that is kept, which was first. */
  keep(pendiente: Pendiente): Promise<Pendiente>;
  remove(clave: string): Promise<void>;
  /** Up to `limit`, those of the oldest days first. */
  waiting(limit: number): Promise<readonly Pick<Pendiente, 'clave' | 'llegada'>[]>;
}

/** Which book they wait for: what was received in the rehearsal never takes an official number. */
export interface PorRadicarDe {
  readonly entidad: string;
  readonly libro: Libro;
}

const SEALED = { solicitud: 'por-radicar.solicitud', llegada: 'por-radicar.llegada' } as const;

/** Seals a solicitud to wait. The draft's own key stays out, as it does from the case. */
export function sealPendiente(clave: string, recibida: Recibida, sealing: Sealing): Pendiente {
  const { recibidoEn, anexos } = recibida;
  return {
    clave,
    huella: huellaOf(recibida, sealing),
    dia: localDate(recibidoEn),
    llegada: sealing.seal(recibidoEn.toISOString(), SEALED.llegada),
    solicitud: sealing.seal(JSON.stringify(withoutClave(recibida)), SEALED.solicitud),
    anexos: anexos.flatMap(({ sha256, vista }) => (vista ? [sha256, vista.sha256] : [sha256])),
  };
}

const withoutClave = (recibida: Recibida & { readonly clave?: string }): Recibida => {
  const { clave: _clave, ...kept } = recibida;
  return kept;
};

/** The solicitud as it was received, with its first `recibidoEn`. Throws when somebody altered it. */
export function openPendiente({ solicitud }: Pendiente, sealing: Sealing): Recibida {
  // Sealed by this program, so it has the shape it gave it; only dates change on their way through JSON.
  const kept = JSON.parse(sealing.open(solicitud, SEALED.solicitud)) as Recibida;
  return { ...kept, recibidoEn: new Date(kept.recibidoEn) };
}

/** When it was received, in ISO: these sort by time. */
export const llegadaOf = ({ llegada }: Pick<Pendiente, 'llegada'>, sealing: Sealing): string =>
  sealing.open(llegada, SEALED.llegada);
