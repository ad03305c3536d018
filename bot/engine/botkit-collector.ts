import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder-core';

/** An adapter that sends nothing: what a turn says is collected by whoever plays it, and sent once it is stored. */
export class CollectingAdapter extends BotAdapter {
  // Botkit takes an adapter with a name for one of its plugins.
  readonly name = 'candelaria';

  constructor(private readonly collect: (context: TurnContext, activity: Partial<Activity>) => void) {
    super();
  }

  /** Runs one activity through the adapter's middleware and `logic`. */
  process(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    return this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    return activities.map((activity, i) => {
      this.collect(context, activity);
      return { id: String(i) };
    });
  }

  override async updateActivity(): Promise<void> {
    throw new Error('what was said in a turn is not changed');
  }

  override async deleteActivity(
    _context: TurnContext,
    _reference: Partial<ConversationReference>,
  ): Promise<void> {
    throw new Error('what was said in a turn is not deleted');
  }

  override async continueConversation(): Promise<void> {
    throw new Error('a conversation goes on through its inbox');
  }
}
