import type { Person } from '../people';
import type { World } from '../world';
import { senderOf, stamp, valueFor } from '../webhook/update';
import { changeNumber } from './change-number';
import { createSay, settle } from './say';
import { createExpectations, type Expectations } from './expectations';
import { lineOf, type Line } from './transcript';

export interface FileToSend {
  readonly bytes: Buffer;
  readonly mime: string;
  readonly name?: string;
  readonly caption?: string;
}

/** Somebody who writes to the bot. Each message gives its `wamid`, once the bot was told of it. */
export interface Citizen extends Expectations {
  readonly person: Person;
  text(body: string, quoting?: string): Promise<string>;
  /** Taps a button or a row by id or title. It must be in the last interactive message, or in the one named. */
  tap(idOrTitle: string, on?: { readonly wamid: string }): Promise<string>;
  /** Taps a quick reply of the last template. */
  quickReply(payloadOrTitle: string): Promise<string>;
  image(file: FileToSend): Promise<string>;
  document(file: FileToSend): Promise<string>;
  video(file: FileToSend): Promise<string>;
  sticker(file: FileToSend): Promise<string>;
  voice(bytes: Buffer): Promise<string>;
  location(latitude: number, longitude: number, name?: string): Promise<string>;
  contact(name: string, phone: string): Promise<string>;
  react(wamid: string, emoji: string): Promise<string>;
  edit(wamid: string, body: string): Promise<string>;
  revoke(wamid: string): Promise<string>;
  unsupported(): Promise<string>;
  /** Answers a Flow with what its screens gathered. */
  submitFlow(answers: Record<string, unknown>): Promise<string>;
  /** Calls; nobody answers, and the 24 hours begin again. */
  call(): Promise<string>;
  block(): void;
  unblock(): void;
  stopMarketing(): void;
  /** A name instead of the phone: webhooks carry only the business-scoped id from now on. */
  adoptUsername(username: string): void;
  changeNumber(phone: string): Promise<string>;
  /** Both sides, oldest first. */
  transcript(): readonly Line[];
}

export function createCitizen(world: World, person: Person): Citizen {
  const { options, clock, media, outlet, trace } = world;

  const say = createSay(world, person);

  const quoted = (id: string) => ({ context: { from: options.displayPhone, id } });

  function file(type: string, { bytes, mime, name, caption }: FileToSend, more: object = {}) {
    const stored = media.add('webhook', { bytes, mime, name: name ?? type });
    const content = {
      id: stored.id,
      mime_type: mime,
      sha256: stored.sha256.toString(options.webhookHash),
      ...(caption === undefined ? {} : { caption }),
      ...more,
    };
    return say(type, content, caption ?? name ?? type);
  }

  function tap(idOrTitle: string, on?: { readonly wamid: string }): Promise<string> {
    const message = person.received.findLast(({ wamid, choices }) =>
      on ? wamid === on.wamid : choices.length > 0,
    );
    const choice = message?.choices.find(({ id, title }) => id === idOrTitle || title === idOrTitle);
    if (!message || !choice)
      throw new Error(`There is no "${idOrTitle}" to tap in: ${message?.text ?? 'no message with options'}`);
    const kind = message.listButton === undefined ? 'button_reply' : 'list_reply';
    return say('interactive', { type: kind, [kind]: choice }, choice.title, quoted(message.wamid));
  }

  function quickReply(payloadOrTitle: string): Promise<string> {
    const message = person.received.findLast(({ quickReplies }) => quickReplies.length > 0);
    const reply = message?.quickReplies.find(({ id, title }) => [id, title].includes(payloadOrTitle));
    if (!message || !reply) throw new Error(`There is no quick reply "${payloadOrTitle}"`);
    return say('button', { payload: reply.id, text: reply.title }, reply.title, quoted(message.wamid));
  }

  async function call(): Promise<string> {
    const id = world.nextId('wamid');
    person.lastInboundAt = clock.now();
    trace.record('llamada', { id, de: person.phone });
    const timestamp = stamp(clock.now());
    const made = { id, ...senderOf(person), to: options.displayPhone, event: 'connect', timestamp };
    const value = { ...valueFor(options), calls: [{ ...made, direction: 'USER_INITIATED' }] };
    await outlet.send({
      kind: 'call',
      type: 'connect',
      wamid: id,
      person,
      change: { field: 'calls', value },
    });
    await settle(world);
    return id;
  }

  return {
    person,
    ...createExpectations(world, person),
    text: (body, quoting) => say('text', { body }, body, quoting ? quoted(quoting) : {}),
    tap,
    quickReply,
    image: (given) => file('image', given),
    document: (given) => file('document', given, { filename: given.name ?? 'documento' }),
    video: (given) => file('video', given),
    sticker: (given) => file('sticker', given, { animated: false }),
    voice: (bytes) => file('audio', { bytes, mime: 'audio/ogg; codecs=opus' }, { voice: true }),
    location: (latitude, longitude, name) =>
      say('location', { latitude, longitude, ...(name ? { name } : {}) }, `${latitude}, ${longitude}`),
    contact: (name, phone) =>
      say('contacts', [{ name: { formatted_name: name, first_name: name }, phones: [{ phone }] }], name),
    react: (wamid, emoji) => say('reaction', { message_id: wamid, emoji }, emoji),
    edit: (wamid, body) => {
      const message = { context: { id: wamid }, type: 'text', text: { body } };
      return say('edit', { original_message_id: wamid, message }, body);
    },
    revoke: (wamid) => say('revoke', { original_message_id: wamid }, ''),
    unsupported: () =>
      say('unsupported', { type: 'poll' }, '', {
        errors: [{ code: 131051, title: 'Message type unknown', message: 'Message type unknown' }],
      }),
    submitFlow: (answers) => {
      const nfm_reply = { name: 'flow', body: 'Sent', response_json: JSON.stringify(answers) };
      return say('interactive', { type: 'nfm_reply', nfm_reply }, 'Sent');
    },
    call,
    block: () => void (person.blocked = true),
    unblock: () => void (person.blocked = false),
    stopMarketing: () => void (person.stoppedMarketing = true),
    adoptUsername(username) {
      person.username = username;
      person.hidesPhone = true;
    },
    changeNumber: (phone) => changeNumber(world, person, phone),
    transcript: () =>
      [...person.sent.map(lineOf('ciudadano')), ...person.received.map(lineOf('bot'))].toSorted(
        (a, b) => a.en - b.en,
      ),
  };
}
