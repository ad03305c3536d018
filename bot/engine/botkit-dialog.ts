import type { TurnContext } from 'botbuilder-core';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { Bubble } from './bubble';
import { newChat, type ChatState } from './chat-state';
import type { Outcome, Turn } from './script';
import { playTurn } from './play-turn';

/** The only dialog on Botkit's stack. */
export const DIALOG = 'conversacion';
/** Where a turn leaves its `Turn` for the dialog to find. */
export const TURN = 'candelaria.turn';
/** Kinds of activity that the dialog sends: a bubble, or the order to forget. */
export const FORGET = 'olvidar';

interface Instance {
  chat?: ChatState;
}

/** Botkit's stack as it is between turns. */
export const stackWith = (chat: ChatState) => ({
  dialogState: { dialogStack: [{ id: DIALOG, state: { chat } satisfies Instance }] },
});

/** The conversation's state in what Botkit left. */
export function chatIn(item: object): ChatState {
  const { dialogState } = item as Partial<ReturnType<typeof stackWith>>;
  const chat = dialogState?.dialogStack[0]?.state.chat;
  if (!chat) throw new Error('Botkit lost the state of the conversation');
  return chat;
}

/** Our pure machine as a Botkit dialog: it never ends, says bubbles as activities and keeps its state on the stack. */
export class MachineDialog extends Dialog {
  constructor(private readonly play: (before: ChatState, turn: Turn) => Promise<Outcome> = playTurn) {
    super(DIALOG);
  }

  override beginDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.playOn(dialogs);
  }

  override continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    return this.playOn(dialogs);
  }

  private async playOn({ context, activeDialog }: DialogContext): Promise<DialogTurnResult> {
    const instance = activeDialog?.state as Instance | undefined;
    const turn = context.turnState.get<Turn | undefined>(TURN);
    if (!instance || !turn) throw new Error('a turn outside its player');
    const { state, bubbles, forget } = await this.play(instance.chat ?? newChat, turn);
    instance.chat = state;
    for (const bubble of bubbles) await sayBubble(context, bubble);
    if (forget) await context.sendActivity({ type: 'event', name: FORGET });
    return Dialog.EndOfTurn;
  }
}

// The text goes as data: nothing in it is ever expanded as a template.
const sayBubble = (context: TurnContext, bubble: Bubble) =>
  context.sendActivity({ type: 'message', text: bubble.texto, channelData: bubble });
