import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';
import type { Seguimiento } from '../../api/base/kernel/seguimiento';
import type { Acuse, Solicitud } from '../../api/base/kernel/solicitud';

export type { Seguimiento } from '../../api/base/kernel/seguimiento';
export type {
  Acuse,
  AnexoNoRecibido,
  AnexoRecibido,
  Identidad,
  Solicitud,
} from '../../api/base/kernel/solicitud';

/** The port through which a conversation reaches the Ventanilla Única. */
export interface VentanillaUnica {
  radicar(solicitud: Solicitud): Promise<Result<Acuse, Failure>>;
  /** The number may be the reception number or the radicado; the code may come with or without separators. */
  consultar(numero: string, codigo: string): Promise<Result<Seguimiento, Failure>>;
}
