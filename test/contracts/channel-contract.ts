import { afterEach, describe, expect, it } from '@jest/globals';
import { chatTown } from '../fakes/chat-town';

/** A person at one end of a channel, and our conversation at the other. */
export interface ChannelEnd {
  /** Sends as a person does; false when the channel did not acknowledge it. */
  readonly send: (texto: string) => Promise<boolean>;
  /** Sends again the message sent last, as a client that heard no answer does; undefined where nothing is repeated. */
  readonly resend?: () => Promise<boolean>;
  /** What the person has been shown, in order. */
  readonly shown: () => Promise<readonly string[]>;
  /** What the person can open: names of files and addresses of links, in order. */
  readonly opens: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

/** What every channel must do; `open` joins a person to the conversation of a town. */
export function channelContract(
  name: string,
  open: (town: ReturnType<typeof chatTown>) => Promise<ChannelEnd>,
): void {
  describe(`a channel (${name})`, () => {
    let end: ChannelEnd | undefined;
    afterEach(() => end?.close());
    const join = async () => {
      const town = chatTown();
      const joined = await open(town);
      end = joined;
      return { town, ...joined };
    };

    it('carries a conversation to its radicado, in order', async () => {
      const { send, shown, town } = await join();
      for (const texto of ['Hay un hueco en la calle', 'Calle 5', '1', 'Ana', 'sí']) {
        expect(await send(texto)).toBe(true);
        await town.engine.idle();
      }
      // Where each message is paid for, what others say in two is said in one.
      const parts = (await shown()).flatMap((one) => one.split('\n\n'));
      expect(parts.map((one) => one.split('\n')[0])).toEqual([
        expect.stringContaining('Bienvenido'),
        '¿Dónde?',
        'Anotado.',
        '¿Con su nombre?',
        '¿Cuál es su nombre?',
        expect.stringContaining('Resumen: Hay un hueco en la calle en Calle 5'),
        'Radicado 2026-E-000001 código K7QM-X4TP-9W',
      ]);
    });

    it('does not acknowledge what could not be stored', async () => {
      const { send, shown, town } = await join();
      town.inbox.next.fail = true;
      expect(await send('Hay un hueco en la calle')).toBe(false);
      await town.engine.idle();
      expect((await shown()).join()).not.toContain('¿Dónde?');
      expect(await send('Hay un hueco en la calle')).toBe(true);
    });

    it('brings a message repeated by the client once', async () => {
      const { send, resend, shown, town } = await join();
      await send('Hay un hueco en la calle');
      await town.engine.idle();
      const before = await shown();
      if (resend) expect(await resend()).toBe(true);
      await town.engine.idle();
      expect(await shown()).toEqual(before);
    });

    it('brings a file of ours, as a file or as a link, once and with its text', async () => {
      const { send, shown, opens, town } = await join();
      for (const texto of ['hola', 'formato']) {
        await send(texto);
        await town.engine.idle();
      }
      expect((await shown()).join('\n')).toContain('Aquí está.');
      expect((await opens()).filter((one) => one.endsWith('formato.pdf'))).toHaveLength(1);
    });

    it('carries text as it was written, without control characters', async () => {
      const { send, shown, town } = await join();
      const odd = `O'Neil <b>"x"</b> & {{vars.x}} {"$ne":1} ñandú 😀`;
      for (const texto of [`${odd}\u0007\u202e`, 'Calle\u0000 5', '2']) {
        await send(texto);
        await town.engine.idle();
      }
      expect((await shown()).join()).toContain(`Resumen: ${odd} en Calle 5. ¿Enviamos?`);
    });
  });
}
