import type { InboundMessage } from '../channel';
import type { CloudSettings } from './cloud-settings';
import type { Graph } from './graph-client';

/** Under load courtesy goes first: an answer is worth more than a tick. */
const MOST_AT_ONCE = 20;

/** Marks a message as read and shows that it is being answered, in one call and once a turn. Nothing waits for it. */
export function createAttend(
  graph: Pick<Graph, 'post'>,
  { phoneNumberId }: Pick<CloudSettings, 'phoneNumberId'>,
) {
  let under = 0;
  return ({ externalId }: Pick<InboundMessage, 'externalId'>): void => {
    if (under >= MOST_AT_ONCE) return;
    under += 1;
    const body = {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: externalId,
      typing_indicator: { type: 'text' },
    };
    void graph.post(`${phoneNumberId}/messages`, body).finally(() => {
      under -= 1;
    });
  };
}
