import type { Canal } from '../../api/base/kernel/vocabulary';
import type { Envio, EstadoDicho, EstadoEnvio, NuevoEnvio } from './envio';

/** How a call to a provider ended. */
export type Salida =
  | { readonly estado: 'ENVIADO'; readonly proveedorId: string }
  /** The provider did not take it and it may be tried again. */
  | { readonly estado: 'PENDIENTE'; readonly codigo?: string }
  | { readonly estado: 'FALLIDO'; readonly codigo: string }
  /** The call was cut: it may have been taken. */
  | { readonly estado: 'INCIERTO' };

/** How many messages the provider charges for, of a day of Colombia and a category of the provider. */
export interface Consumo {
  readonly dia: string;
  readonly categoria: string;
  readonly mensajes: number;
}

/** The messages that a provider carries: the intention is stored before the call, and what is told later, in order. */
export interface Envios {
  /**
   * Stores that a message is about to be sent. BEGUN: it may be sent now, once. Any other state: it was begun before,
   * and it is not sent again; INCIERTO also when somebody else left it half done.
   */
  begin(nuevo: NuevoEnvio): Promise<'BEGUN' | EstadoEnvio>;
  /** How the call of a message that this process began ended. */
  settle(id: string, salida: Salida): Promise<void>;
  /** Stores what the provider says; the same again, or an older word, changes nothing. */
  told(dichos: readonly EstadoDicho[]): Promise<void>;
  find(id: string): Promise<Envio | undefined>;
  /**
   * Messages left ENVIANDO before `before`, by a process that died: they become INCIERTO. Gives how many. To be run now
   * and then.
   */
  giveUp(before: Date): Promise<number>;
  /** How many notices were begun since then. */
  avisosDesde(desde: Date): Promise<number>;
  /** Billable messages by day and category, from `desde` to `hasta` included (days of Colombia). What no status priced yet counts. */
  consumo(canal: Canal, desde: string, hasta: string): Promise<readonly Consumo[]>;
  /** Deletes those created before. */
  purge(before: Date): Promise<number>;
}
