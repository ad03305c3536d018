import type { Storage, StoreItem, StoreItems } from 'botbuilder-core';

/** Botkit's key of a conversation's state: `channel/conversations/<id>-…`; our ids have no hyphen. */
const TURN_IN_KEY = /\/conversations\/([^-/]+)-/;

/** Botkit's storage: one object for each turn in course, filled before it and taken out after. Nothing else is kept. */
export class TurnStorage implements Storage {
  private readonly turns = new Map<string, StoreItem>();

  open(turn: string, item: StoreItem): void {
    this.turns.set(turn, item);
  }

  /** What the turn left; the turn is over. */
  close(turn: string): StoreItem {
    const item = this.turns.get(turn);
    this.turns.delete(turn);
    return item ?? {};
  }

  /** Turns in course. */
  get size(): number {
    return this.turns.size;
  }

  async read(keys: string[]): Promise<StoreItems> {
    return Object.fromEntries(
      keys.flatMap((key) => {
        const item = this.turns.get(turnOf(key));
        return item ? [[key, item]] : [];
      }),
    );
  }

  async write(changes: StoreItems): Promise<void> {
    for (const [key, item] of Object.entries(changes)) this.turns.set(turnOf(key), item as StoreItem);
  }

  async delete(keys: string[]): Promise<void> {
    for (const key of keys) this.turns.delete(turnOf(key));
  }
}

function turnOf(key: string): string {
  const turn = TURN_IN_KEY.exec(key)?.[1];
  if (turn === undefined) throw new Error('Botkit names its state in another way');
  return turn;
}
