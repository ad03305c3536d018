import { z } from 'zod';
import type { Logger } from '../../../api/base/kernel/logger';
import type { Alias } from '../../personas/personas';
import type { Salida } from '../../envios/envios';
import type { CloudSettings } from './cloud-settings';
import type { Graph, GraphAnswer } from './graph-client';
import { actionFor, type GraphAction } from './graph-errors';
import { fileIn } from './file-payload';
import { recipientOf } from './message-payload';
import type { Payload } from './payload';

/** How a message fared, and what to do about those that follow. */
export interface Sent {
  readonly salida: Salida;
  readonly action?: GraphAction;
  /** How long the provider asks to wait, in seconds. */
  readonly retryAfter?: number;
}

interface Deps {
  readonly graph: Pick<Graph, 'post'>;
  readonly settings: Pick<CloudSettings, 'phoneNumberId'>;
  readonly logger: Logger;
  /** A message was refused, and it may be for the file in it, by its id: another try goes with another, or without it. */
  readonly refusedFile?: (id: string) => void;
  /** Graph refused a message in a way that repeats itself, by its code. */
  readonly problem?: (code: number) => void;
}

const accepted = z.object({ messages: z.array(z.object({ id: z.string() })).min(1) });

/** Hands one message to Graph, with our id for its echoes. */
export function createSendMessage({ graph, settings, logger, refusedFile, problem }: Deps) {
  return async (id: string, to: Alias, payload: Payload): Promise<Sent> => {
    const recipient = recipientOf(to);
    if (!recipient) return { salida: { estado: 'FALLIDO', codigo: 'SIN_DIRECCION' }, action: 'UNREACHABLE' };
    const answer = await graph.post(`${settings.phoneNumberId}/messages`, {
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      ...recipient,
      ...payload,
      biz_opaque_callback_data: id,
    });
    const file = fileIn(payload);
    const told = sentOf(answer);
    const isOfFile = file !== undefined && told.action === 'DEAD';
    if (isOfFile) refusedFile?.(file);
    else if (answer.kind === 'REFUSED' && REPEATS.has(actionFor(answer.code))) problem?.(answer.code);
    const sent = isOfFile ? again(told) : told;
    if (sent.action) logger.warn('whatsapp.refused', { codigo: codeOf(sent.salida), accion: sent.action });
    return sent;
  };
}

/** It would be refused every time: somebody must look. What stops everything is told by who holds it. */
const REPEATS: ReadonlySet<GraphAction> = new Set(['TEMPLATE', 'DEAD']);

/** Once more, with the file under another id or as a link. */
const again = ({ salida }: Sent): Sent => ({
  salida: { estado: 'PENDIENTE', codigo: codeOf(salida) },
  action: 'RETRY',
});

const codeOf = (salida: Salida): string => ('codigo' in salida ? (salida.codigo ?? '') : '');

function sentOf(answer: GraphAnswer): Sent {
  switch (answer.kind) {
    case 'OK': {
      const id = accepted.safeParse(answer.body).data?.messages[0]?.id;
      return { salida: id === undefined ? { estado: 'INCIERTO' } : { estado: 'ENVIADO', proveedorId: id } };
    }
    case 'UNKNOWN':
      return { salida: { estado: 'INCIERTO' } };
    case 'NOT_SENT':
      return { salida: { estado: 'PENDIENTE', codigo: 'SIN_CONEXION' }, action: 'BACKOFF' };
    case 'REFUSED': {
      const action = actionFor(answer.code);
      const codigo = String(answer.code);
      const estado = MAY_PASS.has(action) ? 'PENDIENTE' : 'FALLIDO';
      return { salida: { estado, codigo }, action, retryAfter: answer.retryAfter };
    }
  }
}

const MAY_PASS: ReadonlySet<GraphAction> = new Set(['STOP', 'BACKOFF', 'PAIR', 'RETRY']);
