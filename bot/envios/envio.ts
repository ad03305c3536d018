import type { Canal } from '../../api/base/kernel/vocabulary';

/**
 * The life of a message that a provider carries. PENDIENTE: to be sent, or sent again. ENVIANDO is stored before the
 * call; whoever finds it there after a crash cannot know, and it is INCIERTO until the provider echoes our id.
 */
export const ESTADOS_ENVIO = [
  'PENDIENTE',
  'ENVIANDO',
  'INCIERTO',
  'ENVIADO',
  'FALLIDO',
  'ENTREGADO',
  'LEIDO',
] as const;
export type EstadoEnvio = (typeof ESTADOS_ENVIO)[number];

/**
 * Order of the states: what a provider tells only moves forward, however disordered it arrives. A failure that is
 * followed by a delivery (another device of the person) was none; after a delivery nothing fails.
 */
export const rangoOf = (estado: EstadoEnvio): number => ESTADOS_ENVIO.indexOf(estado);

/** RESPUESTA: a turn of a conversation. ACUSE: the number of a filing. AVISO: a notice about a case. */
export const CLASES_ENVIO = ['RESPUESTA', 'ACUSE', 'AVISO'] as const;
export type ClaseEnvio = (typeof CLASES_ENVIO)[number];

/** A message that is about to be sent. */
export interface NuevoEnvio {
  /** Ours (`envioId`), the same however often it is tried: the provider echoes it in each status. */
  readonly id: string;
  readonly canal: Canal;
}

/** @param llave keyed and one-way: nothing in it leads to the person. */
export const envioId = (clase: ClaseEnvio, llave: string): string => `${clase}.${llave}`;

export const claseOf = (id: string): ClaseEnvio =>
  CLASES_ENVIO.find((clase) => id.startsWith(`${clase}.`)) ?? 'RESPUESTA';

/**
 * Only of a notice are instants and the provider's id kept, as proof. Of what is said in a conversation only the day
 * stays: with the minute, the time of an anonymous case would lead to who was being answered then.
 */
export const keepsProof = (id: string): boolean => claseOf(id) === 'AVISO';

/** One message on its way to a person through a provider. Nothing in it leads to the person. */
export interface Envio extends NuevoEnvio {
  readonly clase: ClaseEnvio;
  readonly estado: EstadoEnvio;
  /** The provider's id, once accepted; kept of notices only. */
  readonly proveedorId?: string;
  /** The provider's code of the last failure. */
  readonly codigo?: string;
  /** Whether the provider charges for it, and as what, by its own word. */
  readonly facturable?: boolean;
  readonly categoria?: string;
  readonly intentos: number;
  readonly creadoEn: Date;
  /** Of the last change of state; the provider's word when the change is the provider's. */
  readonly estadoEn: Date;
}

/** What a provider says later about a message that it accepted. */
export interface EstadoDicho {
  /** Our id, when it is echoed; otherwise the provider's own. */
  readonly de: { readonly id: string } | { readonly proveedorId: string };
  readonly estado: Extract<EstadoEnvio, 'ENVIADO' | 'FALLIDO' | 'ENTREGADO' | 'LEIDO'>;
  readonly codigo?: string;
  readonly en: Date;
  readonly cobro?: { readonly facturable: boolean; readonly categoria: string };
}
