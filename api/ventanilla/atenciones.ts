import type { Sealing } from '../base/kernel/sealing';
import type { Solicitud } from '../base/kernel/solicitud';

/** An attention that its official confirmed: the intention to file it, kept until its number was told. */
export interface AtencionConfirmada {
  /** The key it is filed under. */
  readonly clave: string;
  /** Sealed `Solicitud`. */
  readonly solicitud: string;
  /** Contents it refers to, which must not be swept as orphans. */
  readonly anexos: readonly string[];
}

/** Port: the attentions of one book that were confirmed and whose number has not been told. */
export interface Atenciones {
  keep(atencion: AtencionConfirmada): Promise<void>;
  remove(clave: string): Promise<void>;
  /** Up to `limit`, in no order. */
  confirmed(limit: number): Promise<readonly AtencionConfirmada[]>;
}

const CONTEXT = 'ventanilla.atencion';

export const sealAtencion = (solicitud: Solicitud, sealing: Sealing): AtencionConfirmada => ({
  clave: solicitud.clave,
  solicitud: sealing.seal(JSON.stringify(solicitud), CONTEXT),
  anexos: solicitud.anexos.flatMap(({ sha256, vista }) => (vista ? [sha256, vista.sha256] : [sha256])),
});

export function openAtencion({ solicitud }: AtencionConfirmada, sealing: Sealing): Solicitud {
  // Sealed by this program, so it has the shape it gave it; only dates change on their way through JSON.
  const kept = JSON.parse(sealing.open(solicitud, CONTEXT)) as Solicitud;
  return { ...kept, recibidoEn: new Date(kept.recibidoEn) };
}
