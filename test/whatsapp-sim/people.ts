import type { SimOptions } from './options';
import type { Seeded } from './seeded';

export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** A message of the bot, as the person sees it. */
export interface Received {
  readonly wamid: string;
  readonly en: number;
  readonly type: string;
  readonly text: string;
  /** What can be tapped. */
  readonly choices: readonly Choice[];
  /** Title of the button that opens the list; no list without it. */
  readonly listButton?: string;
  /** Payloads of the quick replies of a template. */
  readonly quickReplies: readonly Choice[];
  readonly asksLocation: boolean;
  readonly link?: { readonly title: string; readonly url: string };
  /** A file of the simulator, or where it is. */
  readonly file?: {
    readonly id?: string;
    readonly link?: string;
    readonly name: string;
    /** The type of the message, or of its header, that brings it. */
    readonly kind: string;
    /** Of a file of the simulator. */
    readonly bytes?: number;
  };
}

/** A message of the person. */
export interface Sent {
  readonly wamid: string;
  readonly en: number;
  readonly type: string;
  readonly text: string;
  /** ENVIADO left the phone, ENTREGADO the bot acknowledged it, LEIDO the bot marked it. */
  state: 'ENVIADO' | 'ENTREGADO' | 'LEIDO';
}

export interface Person {
  phone: string;
  bsuid: string;
  username?: string;
  profileName: string;
  /** Webhooks carry only the business-scoped id. */
  hidesPhone: boolean;
  readonly client: 'android' | 'old';
  readonly readReceipts: boolean;
  /** The chat is in front of the person: `read` comes without `delivered`. */
  readonly openChat: boolean;
  readonly onWhatsApp: boolean;
  /** The person blocked the business. */
  blocked: boolean;
  /** The business blocked the person. */
  blockedByBusiness: boolean;
  stoppedMarketing: boolean;
  /** Of the last message or call, which opens the 24 hours. */
  lastInboundAt?: number;
  typingUntil?: number;
  readonly received: Received[];
  readonly sent: Sent[];
}

export type PersonOptions = Partial<
  Pick<
    Person,
    | 'phone'
    | 'bsuid'
    | 'username'
    | 'profileName'
    | 'hidesPhone'
    | 'client'
    | 'readReceipts'
    | 'openChat'
    | 'onWhatsApp'
    | 'blocked'
  >
>;

export interface People {
  add(options?: PersonOptions): Person;
  /** By phone or business-scoped id. */
  find(name: string): Person | undefined;
  all(): readonly Person[];
}

const FIRST_PHONE = 573_000_000_001;

export function createPeople(options: SimOptions, chance: Seeded): People {
  const people: Person[] = [];
  const hides = (position: number) =>
    options.identityMode === 'bsuidOnly' || (options.identityMode === 'mixed' && position % 2 === 1);
  return {
    add(given = {}) {
      const phone = given.phone ?? String(FIRST_PHONE + people.length);
      const person: Person = {
        bsuid: `CO.${BigInt(`0x${chance.hex(`bsuid:${phone}`, 15)}`)}`,
        profileName: `Ciudadano ${people.length + 1}`,
        hidesPhone: hides(people.length),
        client: 'android',
        readReceipts: true,
        openChat: false,
        onWhatsApp: true,
        blocked: false,
        ...given,
        phone,
        blockedByBusiness: false,
        stoppedMarketing: false,
        received: [],
        sent: [],
      };
      people.push(person);
      return person;
    },
    find: (name) => people.find(({ phone, bsuid }) => phone === name || bsuid === name),
    all: () => people,
  };
}
