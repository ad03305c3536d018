import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';
import type { Adicion, Parecida, Seguimiento } from '../../api/base/kernel/seguimiento';
import type { Acuse, Solicitud } from '../../api/base/kernel/solicitud';

export type { Adicion, Parecida, Seguimiento } from '../../api/base/kernel/seguimiento';
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
  /** Adds to a case; the same `clave` again adds nothing. */
  adicionar(adicion: Adicion): Promise<Result<Seguimiento, Failure>>;
  /** The open cases filed with a name from this chat, newest first; never an anonymous nor a confidential one. */
  misCasos(conversacion: string): Promise<Result<readonly Seguimiento[], Failure>>;
  /** Open cases of the same person that look like this petition; none for an anonymous or confidential one. */
  parecidas(solicitud: Solicitud): Promise<Result<readonly Parecida[], Failure>>;
}
