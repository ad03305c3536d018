import { type Failure, failure } from '../../../api/base/kernel/failures';
import type { Clock } from '../../../api/base/kernel/clock';
import type { Logger } from '../../../api/base/kernel/logger';
import { err, ok, type Result } from '../../../api/base/kernel/result';
import type { Texts } from '../../../content/texts';
import type { Envios } from '../../envios/envios';
import type { Personas } from '../../personas/personas';
import type { Chat } from '../channel';
import { inboundOf } from './inbound-of';
import { type CloudEvent, readWebhook } from './read-webhook';

export interface IntakeDeps {
  readonly chat: Pick<Chat, 'accept'>;
  readonly personas: Personas;
  readonly envios: Pick<Envios, 'told'>;
  readonly texts: () => Texts;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly phoneNumberId: string;
  /** How many messages are being stored now; it is kept here. */
  readonly rush: { receiving: number };
  /** What Meta says of the account, the number or a message, by its code. */
  readonly problem: (code: number) => void;
}

type MessageEvent = Extract<CloudEvent, { kind: 'MESSAGE' }>;

/**
 * Stores durably all that a webhook tells. Only ok may be acknowledged: with anything else the provider sends it all
 * again, and what was stored is found to be a repetition. Failure: STORE_UNAVAILABLE.
 */
export function createIntake(deps: IntakeDeps) {
  return async (body: unknown): Promise<Result<void, Failure>> => {
    const events = readWebhook(body, deps.phoneNumberId, deps.clock.now());
    for (const event of events) {
      if (event.kind === 'IGNORED') deps.logger.info('whatsapp.ignored', { que: event.why });
      if (event.kind === 'PROBLEM') deps.problem(event.code);
    }
    for (const event of events) {
      if (event.kind === 'RENAMED') await deps.personas.renamed(event.before, event.after, event.en);
    }
    const dichos = events.flatMap((event) => (event.kind === 'STATUS' ? [event.dicho] : []));
    for (const code of new Set(dichos.flatMap(({ codigo }) => codigo ?? []))) deps.problem(Number(code));
    const messages = events.filter((event) => event.kind === 'MESSAGE');
    deps.rush.receiving += messages.length;
    try {
      const stored = await Promise.all([acceptAll(deps, messages), tellAll(deps, dichos)]);
      return stored.find((one) => !one.ok) ?? ok(undefined);
    } finally {
      deps.rush.receiving -= messages.length;
    }
  };
}

async function tellAll(
  { envios, logger }: IntakeDeps,
  dichos: Parameters<Envios['told']>[0],
): Promise<Result<void, Failure>> {
  try {
    if (dichos.length > 0) await envios.told(dichos);
    return ok(undefined);
  } catch (cause) {
    logger.error('envios.store-unavailable', {}, cause);
    return err(failure('STORE_UNAVAILABLE'));
  }
}

/** Messages of one person in the order in which they were sent; those of different people at once. */
async function acceptAll(
  deps: IntakeDeps,
  messages: readonly MessageEvent[],
): Promise<Result<void, Failure>> {
  const byPerson = new Map<string, MessageEvent[]>();
  for (const event of messages) {
    const key = event.alias.bsuid ?? event.alias.telefono ?? '';
    byPerson.set(key, [...(byPerson.get(key) ?? []), event]);
  }
  const results = await Promise.all(
    [...byPerson.values()].map(async (events) => {
      for (const event of events.toSorted((a, b) => a.en.getTime() - b.en.getTime())) {
        const accepted = await acceptOne(deps, event);
        if (!accepted.ok) return accepted;
      }
      return ok(undefined);
    }),
  );
  return results.find((one) => !one.ok) ?? ok(undefined);
}

async function acceptOne(
  { chat, personas, texts, logger }: IntakeDeps,
  { alias, message, en }: MessageEvent,
): Promise<Result<void, Failure>> {
  const said = inboundOf(message, texts());
  if (!said) return ok(undefined);
  const persona = await personas.resolve(alias);
  if (!persona.ok) return persona;
  const accepted = await chat.accept({
    canal: 'WHATSAPP',
    conversacion: persona.value,
    externalId: message.id,
    anexos: [],
    enviadoEn: en,
    ...(alias.telefono !== undefined && { telefono: alias.telefono }),
    ...said,
  });
  if (accepted.ok) return ok(undefined);
  if (accepted.failure.code !== 'IDEMPOTENCY_KEY_REUSED') return accepted;
  // The same id with other words is nothing that sending it again would mend.
  logger.warn('whatsapp.id-reused', { tipo: message.type });
  return ok(undefined);
}
