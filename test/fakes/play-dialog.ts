import { join } from 'node:path';
import type { Canal } from '../../api/base/kernel/vocabulary';
import { err, ok, valueOf } from '../../api/base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido, Solicitud } from '../../api/base/kernel/solicitud';
import { dialogs, first } from '../../bot/dialogs';
import type { Facts, Input } from '../../bot/dialogs/dialog';
import type { Bubble } from '../../bot/engine/bubble';
import { contentCards } from '../../bot/engine/cards';
import { type ChatState, newChat } from '../../bot/engine/chat-state';
import { performWith } from '../../bot/engine/perform';
import { playTurn } from '../../bot/engine/play-turn';
import { createScript } from '../../bot/engine/script';
import { createUnderstand } from '../../bot/nlu/create-understand';
import { type Content, loadContent } from '../../content/load-content';
import { type FakeVentanilla, fakeVentanilla } from './fake-ventanilla';

/** The product's own content. */
export const productContent: Content = valueOf(loadContent(join(__dirname, '../../content')));

const understand = createUnderstand(productContent);

/** The product's facts on a fixed day, for asking a step directly. */
export const factsOf = (canal: Canal = 'WEB_CHAT', prueba = false): Facts => ({
  now: new Date('2026-11-24T09:00:00-05:00'),
  canal,
  prueba,
  texts: productContent.texts,
  content: productContent,
  understand,
});

/** A conversation in memory: the real dialogs and texts, played by the real engine, on a fake Ventanilla. */
export interface PlayedChat {
  readonly ventanilla: FakeVentanilla;
  readonly state: ChatState;
  /** One message of the person and the bubbles that answer it. */
  says(
    texto: string,
    extra?: {
      readonly opcion?: string;
      readonly anexos?: readonly AnexoRecibido[];
      readonly noRecibidos?: readonly AnexoNoRecibido[];
      readonly documento?: Input['documento'];
    },
  ): Promise<readonly Bubble[]>;
  /** True when the last turn filed something anonymous. */
  readonly forgot: boolean;
  /** Time goes by in silence. */
  passes(minutes: number): void;
  /** What the store kept was written by another release of the program. */
  restore(change: (state: ChatState) => ChatState): void;
  /** Another content is in force from the next message. */
  inForce(content: Content): void;
}

const script = createScript(dialogs, first, contentCards);

interface Options {
  readonly prueba?: boolean;
  /** Another Ventanilla to file with. */
  readonly radicar?: FakeVentanilla['radicar'];
  /** The person's own phone, as the channel tells it. */
  readonly telefono?: string;
  /** Whether pages for documents can be made. */
  readonly enlaces?: boolean;
}

export function playDialogs(
  canal: Canal = 'WEB_CHAT',
  { prueba = false, radicar, telefono, enlaces = true }: Options = {},
): PlayedChat {
  const ventanilla = fakeVentanilla(prueba);
  const file = radicar ?? ((solicitud: Solicitud) => ventanilla.radicar(solicitud));
  let state = newChat;
  let forgot = false;
  let keys = 0;
  let instant = Date.parse('2026-11-24T09:00:00-05:00');
  let content = productContent;

  let links = 0;
  const perform = performWith({ ...ventanilla, radicar: file }, 'esta-conversacion', async () => {
    if (!enlaces) return err({ code: 'STORE_UNAVAILABLE' });
    links += 1;
    return ok({ id: `enlace-${links}`, ruta: `/datos/secreto-${links}` });
  });

  return {
    ventanilla,
    get state() {
      return state;
    },
    get forgot() {
      return forgot;
    },
    async says(texto, { opcion, anexos = [], noRecibidos, documento } = {}) {
      const now = new Date(instant);
      instant += 10_000;
      const outcome = await playTurn(state, {
        script,
        facts: {
          ...factsOf(canal, prueba),
          content,
          texts: content.texts,
          now,
          telefono,
          avisado: state.notice,
        },
        input: { texto, opcion, anexos, noRecibidos, documento, telefono, enviadoEn: now },
        perform,
        newKey: () => `borrador-${++keys}`,
      });
      // What the store keeps is JSON.
      state = JSON.parse(JSON.stringify(outcome.state)) as ChatState;
      forgot = outcome.forget;
      return outcome.bubbles;
    },
    passes(minutes) {
      instant += minutes * 60_000;
    },
    restore(change) {
      state = change(state);
    },
    inForce(next) {
      content = next;
    },
  };
}
