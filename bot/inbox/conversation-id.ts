import type { Sealing } from '../../api/base/kernel/sealing';
import type { Interlocutor } from '../channels/channel';

/** The id of a conversation in the store: it does not show the phone or the session it belongs to. */
export const conversationId = (
  sealing: Pick<Sealing, 'blind'>,
  { canal, conversacion }: Interlocutor,
): string => sealing.blind(`${canal}:${conversacion}`, 'conversacion');
