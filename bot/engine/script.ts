import type { AnyDialog } from '../dialogs/any-dialog';
import type { Facts, Input, Request, RequestResult } from '../dialogs/dialog';
import type { Bubble } from './bubble';
import type { Cards } from './cards';
import type { ChatState } from './chat-state';

/** The dialogs that can be played. */
export interface Script {
  readonly dialogs: ReadonlyMap<string, AnyDialog>;
  /** The dialog that receives a person and shows the menu. */
  readonly home: string;
  readonly cards: Cards;
}

/** A script of these dialogs; a name twice, or no home, is a bug of the program. */
export function createScript(list: readonly AnyDialog[], home: string, cards: Cards): Script {
  const dialogs = new Map(list.map((dialog) => [dialog.name, dialog]));
  if (dialogs.size !== list.length || !dialogs.has(home))
    throw new Error('dialogs repeat a name or lack home');
  return { dialogs, home, cards };
}

/** All that one turn needs besides the state. */
export interface Turn {
  readonly script: Script;
  readonly facts: Facts;
  readonly input: Input;
  /** The only effect: a use case of the Ventanilla. */
  readonly perform: (request: Request) => Promise<RequestResult>;
  /** Key of a new draft: random, so that nothing that stays leads from the conversation to what it filed. */
  readonly newKey: () => string;
}

/** What a turn leaves. */
export interface Outcome {
  readonly state: ChatState;
  readonly bubbles: readonly Bubble[];
  /** Something anonymous was filed: what was written to get here must be forgotten. */
  readonly forget: boolean;
}
