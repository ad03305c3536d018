import type { Clock } from '../../api/base/kernel/clock';
import type { Failure } from '../../api/base/kernel/failures';
import { failure } from '../../api/base/kernel/failures';
import { err, ok, type Result } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import { bajaOf } from '../engine/baja';
import type { Conversaciones, Conversation } from '../engine/conversaciones';
import { type Envio, envioId } from '../envios/envio';
import type { Envios } from '../envios/envios';

/** A notice as it is sent: a free text inside the 24 hours, a template at any time. */
export type Aviso =
  | { readonly texto: string }
  | {
      readonly plantilla: { readonly nombre: string; readonly idioma: string };
      readonly valores: readonly string[];
    };

interface Deps {
  readonly conversaciones: Pick<Conversaciones, 'load'>;
  readonly envios: Pick<Envios, 'find'>;
  /** Hands a notice to the channel, once by its id. */
  readonly send: (id: string, persona: string, aviso: Aviso) => Promise<Result<void, Failure>>;
  readonly sealing: Pick<Sealing, 'blind'>;
  readonly clock: Clock;
}

type Ventana =
  { readonly estado: 'ABIERTA'; readonly hasta: Date } | { readonly estado: 'CERRADA' | 'BAJA' | 'SIN_CHAT' };

/** For so long after what a person wrote they may be written to freely (WhatsApp), in milliseconds. */
const WINDOW_MS = 24 * 3_600_000;
/** What is sent in the last minute may arrive after the window has closed. */
const MARGIN_MS = 60_000;

/** Notices about a case through the conversation of WhatsApp that filed it; conversations by their keyed id. */
export function createAvisosPorChat({ conversaciones, envios, send, sealing, clock }: Deps) {
  const chatOf = async (id: string): Promise<Conversation | undefined> => {
    const found = await conversaciones.load(id);
    return found?.who.canal === 'WHATSAPP' ? found : undefined;
  };
  return {
    ventana: async (id: string, at: Date): Promise<Ventana> => windowOf(await chatOf(id), at),
    /** Failures: NOT_FOUND without such a chat, INVALID_INPUT when the person asked not to be written to, and those of sending. */
    async enviar(mensaje: Aviso & { readonly clave: string; readonly conversacion: string }) {
      const chat = await chatOf(mensaje.conversacion);
      if (!chat) return err(failure('NOT_FOUND'));
      // They may have asked for it since it was planned.
      if (windowOf(chat, clock.now()).estado === 'BAJA') return err(failure('INVALID_INPUT'));
      const envio = envioId('AVISO', sealing.blind(mensaje.clave, 'envios.id'));
      const sent = await send(envio, chat.who.conversacion, mensaje);
      return sent.ok ? ok({ envio }) : sent;
    },
    async estado(envio: string) {
      const found = await envios.find(envio);
      return found && stateOf(found);
    },
  };
}

function windowOf(chat: Conversation | undefined, at: Date): Ventana {
  if (!chat) return { estado: 'SIN_CHAT' };
  const { wroteAt } = chat.state;
  if (bajaOf(chat.state)) return { estado: 'BAJA' };
  const hasta = new Date(Date.parse(wroteAt ?? new Date(0).toISOString()) + WINDOW_MS - MARGIN_MS);
  return at < hasta ? { estado: 'ABIERTA', hasta } : { estado: 'CERRADA' };
}

const stateOf = ({ estado, estadoEn, proveedorId, codigo }: Envio) => ({
  estado,
  en: estadoEn,
  ...(proveedorId !== undefined && { proveedorId }),
  ...(codigo !== undefined && { codigo }),
});
