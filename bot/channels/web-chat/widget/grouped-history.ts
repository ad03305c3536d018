import type { BotMessage, HistoryItem, OwnMessage } from './protocol';

/** What one side said in a row. */
export type Spoken =
  | { readonly de: 'asistente'; readonly mensajes: readonly BotMessage[] }
  | { readonly de: 'ciudadano'; readonly mensaje: OwnMessage };

/** What the assistant said at the same instant is one answer, as it was when it was heard. */
export function groupedHistory(items: readonly HistoryItem[]): readonly Spoken[] {
  const spoken: Spoken[] = [];
  for (const item of items) {
    const last = spoken.at(-1);
    if (item.de === 'ciudadano') spoken.push(item);
    else if (last?.de === 'asistente' && last.mensajes[0]?.en === item.mensaje.en)
      spoken[spoken.length - 1] = { de: 'asistente', mensajes: [...last.mensajes, item.mensaje] };
    else spoken.push({ de: 'asistente', mensajes: [item.mensaje] });
  }
  return spoken;
}
