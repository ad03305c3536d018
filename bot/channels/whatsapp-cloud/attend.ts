import type { Clock } from '../../../api/base/kernel/clock';
import type { InboundMessage } from '../channel';
import type { CloudSettings } from './cloud-settings';
import type { Graph } from './graph-client';

/** Under load courtesy goes first: an answer is worth more than a tick. */
const MOST_AT_ONCE = 20;
const MOST_A_SECOND = 80;

/** Marks a message as read and shows that it is being answered, in one call and once a turn. Nothing waits for it. */
export function createAttend(
  graph: Pick<Graph, 'post'>,
  { phoneNumberId }: Pick<CloudSettings, 'phoneNumberId'>,
  clock: Pick<Clock, 'monotonic'>,
) {
  let under = 0;
  let second = 0;
  let inSecond = 0;
  const isBusy = (): boolean => {
    const now = Math.floor(clock.monotonic() / 1_000);
    if (now !== second) inSecond = 0;
    second = now;
    return under >= MOST_AT_ONCE || inSecond >= MOST_A_SECOND;
  };
  return ({ externalId }: Pick<InboundMessage, 'externalId'>): void => {
    if (isBusy()) return;
    under += 1;
    inSecond += 1;
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
