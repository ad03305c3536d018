import type { Texts } from '../../content/texts';
import type { Waiting } from '../inbox/inbox';
import type { Input } from '../dialogs/dialog';
import type { ChatState } from './chat-state';
import { chooseOption } from './choose-option';
import { globalWordOf } from './global-words';

/** At most this many messages make one turn. */
export const MAX_BATCH = 20;

/** Whether a message is a turn of its own: what chooses an option or is a global word is never joined to a text. */
export const standsAlone = ({ message }: Waiting, { shown }: ChatState, texts: Texts): boolean =>
  message.documento !== undefined ||
  message.suceso !== undefined ||
  chooseOption(message, shown, texts).kind !== 'NONE' ||
  globalWordOf(message.texto, texts, message.canal) !== undefined;

/** The messages of the next turn: one, or at a free-text step all the texts in a row. */
export function takeBatch(
  waiting: readonly Waiting[],
  isFreeText: boolean,
  state: ChatState,
  texts: Texts,
): readonly Waiting[] {
  if (!isFreeText) return waiting.slice(0, 1);
  const stop = waiting.findIndex((one) => standsAlone(one, state, texts));
  if (stop === 0) return waiting.slice(0, 1);
  return waiting.slice(0, Math.min(stop < 0 ? MAX_BATCH : stop, MAX_BATCH));
}

/** What the person said in a turn, as one answer; it counts as sent when the first message was. */
export function inputOf(batch: readonly Waiting[]): Input {
  const messages = batch.map(({ message }) => message);
  const first = messages[0];
  if (!first) throw new Error('a turn without messages');
  return {
    texto: messages
      .map(({ texto }) => texto)
      .filter(Boolean)
      .join('\n'),
    opcion: first.opcion,
    anexos: messages.flatMap(({ anexos }) => anexos),
    noRecibidos: messages.flatMap(({ noRecibidos = [] }) => noRecibidos),
    suceso: first.suceso,
    documento: messages.find(({ documento }) => documento)?.documento,
    telefono: messages.at(-1)?.telefono,
    enviadoEn: first.enviadoEn,
  };
}
