import type { Clock } from '../../api/base/kernel/clock';
import type { EnlaceDado } from '../../api/base/kernel/datos-por-enlace';
import type { Failure } from '../../api/base/kernel/failures';
import type { StoreLongText } from '../../api/base/kernel/long-text';
import type { Logger } from '../../api/base/kernel/logger';
import type { Result } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { Canal } from '../../api/base/kernel/vocabulary';
import type { Content } from '../../content/load-content';
import type { Interlocutor, PushChannel } from '../channels/channel';
import type { Inbox } from '../inbox/inbox';
import type { Understanding } from '../nlu/understand';
import type { VentanillaUnica } from '../ventanilla/ventanilla-unica';
import type { ChatState } from './chat-state';
import type { Conversaciones } from './conversaciones';
import type { Outcome, Script, Turn } from './script';
import type { Wake } from './wake';

/** Plays one turn of a script: `playTurn` itself, or Botkit playing it. */
export type Player = (before: ChatState, turn: Turn) => Promise<Outcome>;

/** What the turns of all conversations need. */
export interface TurnDeps {
  readonly inbox: Inbox;
  readonly conversaciones: Conversaciones;
  readonly ventanilla: VentanillaUnica;
  readonly script: Script;
  readonly player: Player;
  /** The content in force when the turn is played. */
  readonly content: () => Content;
  readonly understand: (texto: string) => Understanding;
  /** Where the site is seen, without a slash at the end: links that leave the site begin with it. */
  readonly publicUrl: string;
  /** True until go-live. */
  readonly prueba: () => boolean;
  readonly sealing: Sealing;
  readonly storeLongText: StoreLongText;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly wake: Wake;
  readonly newKey: () => string;
  /** Resolves after these milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** How long a free-text step waits for more messages, in milliseconds. */
  readonly esperaMs: number;
  /** Makes a page where the person gives a document; absent, they are told of the other ways. */
  readonly crearEnlace?: (who: Interlocutor) => Promise<Result<EnlaceDado, Failure>>;
  /** Channels that do not come to fetch their replies. */
  readonly channels?: Readonly<Partial<Record<Canal, PushChannel>>>;
}
