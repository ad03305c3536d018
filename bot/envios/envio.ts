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
  'ENTREGADO',
  'LEIDO',
  'FALLIDO',
] as const;
export type EstadoEnvio = (typeof ESTADOS_ENVIO)[number];

/** RESPUESTA: a turn of a conversation. ACUSE: the number of a filing. AVISO: a notice about a case. */
export const CLASES_ENVIO = ['RESPUESTA', 'ACUSE', 'AVISO'] as const;
export type ClaseEnvio = (typeof CLASES_ENVIO)[number];

/** One message on its way to a person through a provider. */
export interface Envio {
  /** Ours, opaque: the provider echoes it in each status. */
  readonly id: string;
  readonly canal: Canal;
  readonly clase: ClaseEnvio;
  readonly estado: EstadoEnvio;
  /** The provider's id, once accepted. */
  readonly proveedorId?: string;
  /** The provider's code of the last failure. */
  readonly codigo?: string;
  /** Whether the provider charges for it, and as what, by its own word. */
  readonly facturable?: boolean;
  readonly categoria?: string;
  readonly intentos: number;
  readonly creadoEn: Date;
  /** Of the last change of state, by the provider's word when it is the provider's. */
  readonly estadoEn: Date;
}
