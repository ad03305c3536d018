import type { Activity } from 'botbuilder-core';
import type { BotWorker } from 'botkit';
import type { DialogContext } from 'botbuilder-dialogs';
import type { Bubble } from './bubble';
import { CollectingAdapter } from './botkit-collector';
import { SafeBotkit } from './botkit-controller';
import { DIALOG, FORGET, MachineDialog, TURN, chatIn, stackWith } from './botkit-dialog';
import { TurnStorage } from './botkit-storage';
import { playTurn } from './play-turn';
import type { Player } from './turn-deps';

/**
 * A player in which Botkit's controller runs the turn: its dialog stack holds our state, its adapter collects what is
 * said and its storage is an object that lives as long as the turn. A throw in a turn rejects the player's promise.
 */
export function createBotkitPlayer(play: Player = playTurn): Player {
  const collected = new Map<string, Partial<Activity>[]>();
  const adapter = new CollectingAdapter((context, activity) =>
    collected.get(context.activity.conversation.id)?.push(activity),
  );
  const storage = new TurnStorage();
  const controller = controllerOn(adapter, storage, play);
  let turns = 0;
  return async (before, turn) => {
    turns += 1;
    const id = `t${turns}`;
    const activities: Partial<Activity>[] = [];
    collected.set(id, activities);
    storage.open(id, stackWith(before));
    let left: object = {};
    try {
      await adapter.process(activityOf(id, turn.input.texto), async (context) => {
        context.turnState.set(TURN, turn);
        await controller.handleTurn(context);
      });
    } finally {
      left = storage.close(id);
      collected.delete(id);
    }
    const bubbles = activities.filter(({ type }) => type === 'message').map(bubbleIn);
    const forget = activities.some(({ name }) => name === FORGET);
    return { state: chatIn(left), bubbles, forget };
  };
}

const bubbleIn = ({ channelData }: Partial<Activity>): Bubble => channelData as Bubble;

function controllerOn(adapter: CollectingAdapter, storage: TurnStorage, play: Player): SafeBotkit {
  const controller = new SafeBotkit({ adapter, storage, disable_webserver: true, disable_console: true });
  controller.dialogSet.add(new MachineDialog(play));
  // Only for a stack that is empty: with our dialog on it, Botkit continues it.
  controller.on('message', async (bot: BotWorker) => {
    const dialogs: DialogContext = bot.getConfig('dialogContext') as DialogContext;
    await dialogs.beginDialog(DIALOG);
  });
  return controller;
}

const activityOf = (id: string, text: string): Partial<Activity> => ({
  type: 'message',
  id,
  text,
  channelId: 'candelaria',
  from: { id: 'ciudadano', name: '' },
  recipient: { id: 'asistente', name: '' },
  conversation: { id, isGroup: false, conversationType: '', name: '' },
});
