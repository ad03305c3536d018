import type { Interlocutor, Reply } from '../channels/channel';
import type { ChatState } from './chat-state';

/** A reply in the conversation's outbox. */
export type KeptReply = Reply;

/** Proof of which privacy notice was told (Ley 1581 de 2012, article 12): version, hash of the words, instant, message. */
export interface NoticeTold {
  readonly version: string;
  readonly textHash: string;
  /** ISO instant. */
  readonly at: string;
  readonly messageId: string;
}

/** All that is kept of a conversation: one document, one write a turn. */
export interface Conversation {
  readonly id: string;
  readonly who: Interlocutor;
  /** Writes so far; a write is only accepted over the version it read. 0: not stored yet. */
  readonly version: number;
  readonly state: ChatState;
  /** The last replies, oldest first. */
  readonly replies: readonly KeptReply[];
  readonly lastSeq: number;
  /** The person has every reply up to this one. */
  readonly delivered: number;
  /** Its channel does not come to fetch replies, and some are still to be sent. */
  readonly toSend?: boolean;
  /** Replies that must reach the person and nobody knows that they did, by `seq`; only where a provider carries them. */
  readonly unproved?: readonly number[];
  /** When to look at what became of them, although the person does not write. */
  readonly lookAt?: Date;
  /** Inbox ids of the last messages consumed: a message still waiting there is not played twice. */
  readonly consumed: readonly string[];
  readonly notices: readonly NoticeTold[];
  /** When what was anonymous must be gone from here and from the inbox at the latest; stored up to the hour after. */
  readonly forgetAt?: Date;
  /** Stored as its day. */
  readonly updatedAt: Date;
}

export interface Conversaciones {
  load(id: string): Promise<Conversation | undefined>;
  /** Stores `next` if the stored version is `next.version - 1`; false: another write came first. */
  save(next: Conversation): Promise<boolean>;
  /** Conversations whose `forgetAt` is at or before `now`. */
  toForget(now: Date, limit: number): Promise<readonly string[]>;
  /**
   * Conversations whose last write is of a day before that of `since`, for erasure by age, but for those of who wants no
   * notices. Gives how many were deleted.
   */
  deleteIdle(since: Date): Promise<number>;
  /** As old, of who wants no notices: that must be known for as long as they may be written to. */
  idleInBaja(since: Date, limit: number): Promise<readonly string[]>;
  /** Its channel has all up to the reply `seq`: unless more was said meanwhile, nothing is left to send. */
  sent(id: string, seq: number): Promise<void>;
  /** Conversations with replies to send, for recovery; in order of id after `after`. */
  unsent(limit: number, after?: string): Promise<readonly string[]>;
  /** Conversations whose `lookAt` is at or before `now`. */
  toLookAt(now: Date, limit: number): Promise<readonly string[]>;
  /** The last reply of each, for those that exist. */
  lastSeqs(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
}
