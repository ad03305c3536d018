import type { OutboundMessage } from '../../bot/channels/channel';
import { contentCards } from '../../bot/engine/cards';
import { newChat, type ChatState } from '../../bot/engine/chat-state';
import { performWith } from '../../bot/engine/perform';
import { playTurn } from '../../bot/engine/play-turn';
import { createScript, type Outcome } from '../../bot/engine/script';
import type { Player } from '../../bot/engine/turn-deps';
import type { AnyDialog } from '../../bot/dialogs/any-dialog';
import { fakeVentanilla } from './fake-ventanilla';
import { manualClock } from './manual-clock';
import { HOME, sampleDialogs } from './sample-dialogs';
import { sampleContent, sampleUnderstand } from './sample-facts';

/** A conversation played by the machine alone: no store, no channel. */
export function talk(player: Player = playTurn) {
  const clock = manualClock();
  const ventanilla = fakeVentanilla();
  let script = createScript(sampleDialogs(), HOME, contentCards);
  let state: ChatState = newChat;
  let last: Outcome = { state, bubbles: [], forget: false };
  let keys = 0;

  const send = async (texto: string, opcion?: string): Promise<string> => {
    const input = { texto, opcion, anexos: [], enviadoEn: clock.now() };
    const facts = {
      now: clock.now(),
      canal: 'TERMINAL' as const,
      prueba: true,
      texts: sampleContent.texts,
      content: sampleContent,
      understand: sampleUnderstand,
      avisado: state.notice,
    };
    last = await player(state, {
      script,
      facts,
      input,
      newKey: () => `clave-${++keys}`,
      perform: performWith(ventanilla, 'esta-conversacion'),
    });
    // As a store gives it back.
    state = JSON.parse(JSON.stringify(last.state)) as ChatState;
    return last.bubbles.map(({ texto: said }) => said).join('\n---\n');
  };

  return {
    clock,
    ventanilla,
    send,
    /** Sends several and gives what the last one was answered. */
    async all(...messages: readonly string[]): Promise<string> {
      let said = '';
      for (const message of messages) said = await send(message);
      return said;
    },
    state: () => state,
    last: () => last,
    options: (): readonly string[] =>
      (last.bubbles.at(-1) as OutboundMessage).opciones.map(({ titulo }) => titulo),
    /** A new release of the dialogs. */
    release(dialogs: readonly AnyDialog[]) {
      script = createScript(dialogs, HOME, contentCards);
    },
  };
}

export type Talk = ReturnType<typeof talk>;

/** Brings a talk to the summary of a petition with a draft. */
export const toSummary = (chat: Talk, modo = 'anónima') =>
  chat.all('Hay un hueco en la calle', 'Calle 5', modo, ...(modo === 'anónima' ? [] : ['Ana Pérez']));
