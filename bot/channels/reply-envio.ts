import type { Sealing } from '../../api/base/kernel/sealing';
import { type EstadoEnvio, envioId } from '../envios/envio';
import type { Envios } from '../envios/envios';
import type { Deliver, Interlocutor, Reply } from './channel';

/**
 * The id under which a provider carries a reply: nothing in it leads to the person, and it is the same however often the
 * reply is sent. What is said again has one of its own.
 */
export function replyEnvioId(
  sealing: Pick<Sealing, 'blind'>,
  { conversacion }: Pick<Interlocutor, 'conversacion'>,
  { seq, clase, once }: Pick<Reply, 'seq' | 'clase' | 'once'>,
  vez?: Parameters<Deliver>[2],
): string {
  const what = vez === 'AGAIN' ? `${seq}:otra vez` : String(seq);
  // With the keys, the acuse of an anonymous filing would tell who filed something on its day.
  const isAcuse = clase === 'ACUSE' && !once;
  return envioId(isAcuse ? 'ACUSE' : 'RESPUESTA', sealing.blind(`${conversacion}:${what}`, 'envios.id'));
}

/** What the provider said about a reply. */
export const createFate =
  (envios: Pick<Envios, 'find'>, sealing: Pick<Sealing, 'blind'>) =>
  async (who: Interlocutor, reply: Reply): Promise<EstadoEnvio | undefined> =>
    (await envios.find(replyEnvioId(sealing, who, reply)))?.estado;
