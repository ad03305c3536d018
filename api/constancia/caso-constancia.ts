import type { AnexoNoRecibido, AnexoRecibido, Presentacion, Representante } from '../base/kernel/solicitud';
import type { Canal, ModoIdentidad, TipoDocumento } from '../base/kernel/vocabulary';
import type { Escuchada } from './escuchada';
import type { CasoToken } from './token';

/** A filed case as its constancia tells it. Opened from the store only to draw it. */
export interface CasoConstancia extends Omit<CasoToken, 'entidad' | 'textoSha256' | 'anexos'> {
  readonly canal: Canal;
  readonly modo: ModoIdentidad;
  /** Tracking code, with or without separators. */
  readonly codigo: string;
  readonly asunto?: string;
  readonly lugar?: string;
  /** Name of the trámite it is about. */
  readonly tramite?: string;
  /** The petition, exactly as it is hashed. */
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly anexosNoRecibidos: readonly AnexoNoRecibido[];
  /** Name of the dependencia of destination; absent while it may not be told to a citizen. */
  readonly dependencia?: string;
  /** No norm confirms its term: the due date is told as an estimate. */
  readonly plazoPorConfirmar?: true;
  /** Presented by voice (Decreto 1166 de 2016). */
  readonly verbal: boolean;
  readonly presentacion?: Presentacion;
  /** What who listened to it wrote; absent until somebody has. */
  readonly escuchada?: Escuchada;
  readonly puntos?: readonly string[];
  /**
   * For the entity's own file, not for the citizen: without the tracking code, which is the person's alone. SIN_PERSONA:
   * also without who files.
   */
  readonly copia?: 'CON_PERSONA' | 'SIN_PERSONA';
}

/** Personal values of the case, opened. Empty when it is anonymous. */
export interface PersonalConstancia {
  readonly nombre?: string;
  readonly documento?: { readonly tipo: TipoDocumento; readonly numero: string };
  readonly representante?: Representante;
  readonly correo?: string;
  readonly telefono?: string;
  readonly direccion?: string;
}

/** The town, as the constancia names it. */
export interface EntidadConstancia {
  /** Code that goes in the token. */
  readonly codigo: string;
  readonly nombre: string;
  readonly municipio: string;
  readonly departamento: string;
  /** Unit that answers for what the system receives; absent until the town confirms it. */
  readonly unidadResponsable?: string;
}
