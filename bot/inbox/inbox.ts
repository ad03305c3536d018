import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';
import type { InboundMessage } from '../channels/channel';

export interface Accepted {
  /** False when the same message had been accepted before: nothing changed. */
  readonly nuevo: boolean;
}

/** A message that waits for its turn. Ids sort in order of arrival. */
export interface Waiting {
  readonly id: string;
  readonly message: InboundMessage;
}

/** What a person wrote, while it may still be shown. */
export interface PastMessage {
  readonly externalId: string;
  readonly texto: string;
  /** Names of the files that came with it. */
  readonly archivos: readonly string[];
  readonly recibidoEn: Date;
}

/** Where every inbound message is stored before anybody is told that it arrived. Conversations by `conversationId`. */
export interface Inbox {
  /**
   * Stores a message durably, once by channel and external id. Failures: IDEMPOTENCY_KEY_REUSED when the id came
   * before with another body, STORE_UNAVAILABLE.
   */
  accept(message: InboundMessage): Promise<Result<Accepted, Failure>>;
  /** The same for the messages of one delivery, in order and in one write; one result for each. */
  acceptAll(messages: readonly InboundMessage[]): Promise<readonly Result<Accepted, Failure>[]>;
  /** The oldest messages of a conversation that no turn has consumed, in order. */
  waiting(conversation: string, limit: number): Promise<readonly Waiting[]>;
  /** A turn that is already stored consumed these. */
  consumed(ids: readonly string[]): Promise<void>;
  /** Conversations with messages that wait, for recovery; in order of id after `after`. */
  unfinished(limit: number, after?: string): Promise<readonly string[]>;
  /** The last messages whose body still exists, oldest first. */
  past(conversation: string, limit: number): Promise<readonly PastMessage[]>;
  /**
   * Erases all consumed messages of a conversation but the fact that they came: no body, no link to the conversation,
   * and of the time only the day.
   */
  forget(conversation: string): Promise<void>;
  /** Erases bodies of consumed messages older than `bodies`, and whole documents older than `documents`. */
  purge(before: { readonly bodies: Date; readonly documents: Date }): Promise<void>;
}
