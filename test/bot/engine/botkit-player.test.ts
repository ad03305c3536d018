import { describe, expect, it, jest } from '@jest/globals';
import { createBotkitPlayer } from '../../../bot/engine/botkit-player';
import { CollectingAdapter } from '../../../bot/engine/botkit-collector';
import { SafeBotkit } from '../../../bot/engine/botkit-controller';
import { TurnStorage } from '../../../bot/engine/botkit-storage';
import { talk, toSummary } from '../../fakes/talk';

describe('a turn played by Botkit', () => {
  it('is the same turn', async () => {
    const plain = talk();
    const botkit = talk(createBotkitPlayer());
    const words = [
      'hola',
      'Hay un hueco {{vars.x}} <b>',
      'Calle 5',
      'atrás',
      'Calle 6',
      '2',
      'menú',
      'seguir',
      '1',
    ];
    for (const word of words) expect(await botkit.send(word)).toBe(await plain.send(word));
    expect(botkit.last()).toEqual(plain.last());
    expect(botkit.last().forget).toBe(true);
  });

  it('rejects when the machine throws, and the player goes on working', async () => {
    let broken = true;
    const player = createBotkitPlayer(async (before) => {
      if (broken) throw new Error('machine');
      return { state: before, bubbles: [{ texto: 'bien', opciones: [] }], forget: false };
    });
    const chat = talk(player);
    await expect(chat.send('hola')).rejects.toThrow('machine');
    broken = false;
    expect(await chat.send('hola')).toBe('bien');
  });

  it('plays many conversations at once without mixing them', async () => {
    const player = createBotkitPlayer();
    const chats = Array.from({ length: 30 }, () => talk(player));
    const summaries = await Promise.all(chats.map((chat) => toSummary(chat)));
    expect(new Set(summaries).size).toBe(1);
  });
});

describe("Botkit's controller", () => {
  const start = () => {
    const storage = new TurnStorage();
    const adapter = new CollectingAdapter(() => {});
    const controller = new SafeBotkit({ adapter, storage, disable_webserver: true, disable_console: true });
    const turn = () =>
      adapter.process(
        {
          type: 'message',
          channelId: 'x',
          from: { id: 'c', name: '' },
          conversation: { id: 't1', isGroup: false, conversationType: '', name: '' },
        },
        (context) => controller.handleTurn(context),
      );
    return { storage, controller, turn };
  };

  it('rejects when a handler throws: it neither hangs nor ends the process', async () => {
    // Botkit prints what a handler throws; our dialogs are never played by one.
    const silenced = jest.spyOn(console, 'error').mockImplementation(() => {});
    const { controller, turn } = start();
    controller.on('message', async () => {
      throw new Error('handler');
    });
    await expect(turn()).rejects.toThrow('handler');
    silenced.mockRestore();
  });

  it('rejects when a middleware fails', async () => {
    const { controller, turn } = start();
    controller.middleware.receive.use((_bot: unknown, _message: unknown, next: (error: Error) => void) =>
      next(new Error('ware')),
    );
    await expect(turn()).rejects.toThrow('ware');
  });

  it('rejects when the storage fails', async () => {
    const { controller, turn, storage } = start();
    storage.read = () => Promise.reject(new Error('storage'));
    expect(controller.storage).toBe(storage);
    await expect(turn()).rejects.toThrow('storage');
  });

  it('opens no port and keeps nothing between turns', async () => {
    const { controller, turn, storage } = start();
    storage.open('t1', {});
    await turn();
    storage.close('t1');
    expect(storage.size).toBe(0);
    expect(controller.http).toBeUndefined();
  });
});
