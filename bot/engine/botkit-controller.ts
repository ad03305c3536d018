import { Botkit, type BotWorker, type BotkitMessage } from 'botkit';
import { TurnContext } from 'botbuilder-core';
import { DialogTurnStatus } from 'botbuilder-dialogs';

type Middleware = Botkit['middleware']['ingest'];

const runMiddleware = (middleware: Middleware, bot: BotWorker, message: BotkitMessage): Promise<void> =>
  new Promise((resolve, reject) => {
    middleware.run(bot, message, (error: unknown) => {
      if (error) reject(error instanceof Error ? error : new Error('a Botkit middleware failed'));
      else resolve();
    });
  });

/**
 * Botkit's controller with a turn whose promise tells the truth: in the library's own `handleTurn` a throw becomes an
 * unhandled rejection, which ends the process, and the turn never settles. Same order: ingest, receive, dialog in
 * course, event handlers, saved state. Interrupts and triggers are not used: global words belong to our machine.
 */
export class SafeBotkit extends Botkit {
  override async handleTurn(context: TurnContext): Promise<void> {
    const { activity } = context;
    const message: BotkitMessage = {
      type: activity.type,
      user: activity.from.id,
      text: activity.text,
      value: undefined,
      channel: activity.conversation.id,
      reference: TurnContext.getConversationReference(activity) as BotkitMessage['reference'],
      context,
      incoming_message: activity,
    };
    context.turnState.set('botkitMessage', message);
    const dialogs = await this.dialogSet.createContext(context);
    const bot = await this.spawn(dialogs);
    await runMiddleware(this.middleware.ingest, bot, message);
    await runMiddleware(this.middleware.receive, bot, message);
    const { status } = await dialogs.continueDialog();
    if (status === DialogTurnStatus.empty) await this.trigger(message.type, bot, message);
    await this.saveState(bot);
  }
}
