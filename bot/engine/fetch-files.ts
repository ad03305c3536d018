import type { InboundMessage, PushChannel } from '../channels/channel';
import type { Waiting } from '../inbox/inbox';
import type { TurnDeps } from './turn-deps';

/** The messages with the files that their provider still held; what cannot be fetched is told by its reason. */
export async function fetchFiles(
  { channels }: Pick<TurnDeps, 'channels'>,
  batch: readonly Waiting[],
): Promise<readonly Waiting[]> {
  if (!batch.some(({ message }) => message.porBajar)) return batch;
  return Promise.all(
    batch.map(async ({ id, message }) => ({
      id,
      message: await fetched(channels?.[message.canal]?.fetchFile, message),
    })),
  );
}

async function fetched(
  fetchFile: PushChannel['fetchFile'],
  { porBajar = [], ...message }: InboundMessage,
): Promise<InboundMessage> {
  let { anexos, noRecibidos = [] } = message;
  for (const archivo of porBajar) {
    const received = await fetchFile?.(archivo);
    if (received?.ok) anexos = [...anexos, received.value];
    // A channel that was turned off since leaves the file with its provider.
    else
      noRecibidos = [...noRecibidos, received?.failure ?? { nombre: archivo.nombre, motivo: 'INCOMPLETO' }];
  }
  return { ...message, anexos, ...(noRecibidos.length > 0 && { noRecibidos }) };
}
