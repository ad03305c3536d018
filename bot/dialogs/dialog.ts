import type { z } from 'zod';
import type { EnlaceDado } from '../../api/base/kernel/datos-por-enlace';
import type { Failure } from '../../api/base/kernel/failures';
import type { Result } from '../../api/base/kernel/result';
import type { Canal } from '../../api/base/kernel/vocabulary';
import type { Content } from '../../content/load-content';
import type { Texts } from '../../content/texts';
import type { InboundMessage, Option, OutboundMessage } from '../channels/channel';
import type { Understanding } from '../nlu/understand';
import type {
  Acuse,
  Adicion,
  AnexoNoRecibido,
  AnexoRecibido,
  Parecida,
  Seguimiento,
  Solicitud,
} from '../ventanilla/ventanilla-unica';

/** What the person answered: everything that waited in the inbox for this turn. */
export interface Input {
  readonly texto: string;
  readonly opcion?: string;
  readonly anexos: readonly AnexoRecibido[];
  /** Files that came with it and could not be received. */
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  /** Not a message: something that the person did with one. */
  readonly suceso?: InboundMessage['suceso'];
  /** Given in a form of ours, never typed in the chat. */
  readonly documento?: InboundMessage['documento'];
  /** The person's own phone, when the channel knows it. */
  readonly telefono?: string;
  readonly enviadoEn: Date;
}

/** What a step may know besides its own data. Everything here is a value or a pure function. */
export interface Facts {
  readonly now: Date;
  readonly canal: Canal;
  /** The person's own phone, when the channel knows it: only digits, with the country's. */
  readonly telefono?: string;
  /** True until go-live: replies about a filing carry the warning. */
  readonly prueba: boolean;
  readonly texts: Texts;
  readonly content: Content;
  readonly understand: (texto: string) => Understanding;
  /** Version of the privacy notice this conversation was told last; absent before the first. */
  readonly avisado?: string;
}

/** A case by what its person has: its code, or being in the chat that filed it. The engine knows which chat it is. */
export type CasoPedido =
  { readonly numero: string; readonly codigo: string } | { readonly recepcion: string };

/** The only effects a conversation can ask for. `radicar` and `adicionar` carry the draft's stable key. */
export type Request =
  | { readonly use: 'radicar'; readonly solicitud: Solicitud }
  | { readonly use: 'parecidas'; readonly solicitud: Solicitud }
  | { readonly use: 'consultar'; readonly numero: string; readonly codigo: string }
  | { readonly use: 'misCasos' }
  /** A page where this person writes the number of their document; the draft keeps its id. */
  | { readonly use: 'enlace' }
  | {
      readonly use: 'adicionar';
      readonly adicion: Omit<Adicion, 'caso'> & { readonly caso: CasoPedido };
    };

export type RequestResult =
  | { readonly use: 'radicar'; readonly result: Result<Acuse, Failure> }
  | { readonly use: 'parecidas'; readonly result: Result<readonly Parecida[], Failure> }
  | { readonly use: 'consultar'; readonly result: Result<Seguimiento, Failure> }
  | { readonly use: 'misCasos'; readonly result: Result<readonly Seguimiento[], Failure> }
  | { readonly use: 'enlace'; readonly result: Result<EnlaceDado, Failure> }
  | { readonly use: 'adicionar'; readonly result: Result<Seguimiento, Failure> };

/** Seed of the home dialog when the person asks for the menu. Without a seed, the message itself is then heard. */
export interface HomeSeed {
  readonly menu: true;
}

/** A question or an answer before it becomes a bubble. */
export interface Say {
  readonly texto: string;
  /** What the text ends by asking: left out when the same bubble goes on to ask something else. */
  readonly pregunta?: string;
  readonly opciones?: readonly Option[];
  readonly enlaces?: OutboundMessage['enlaces'];
  readonly archivo?: OutboundMessage['archivo'];
  readonly pide?: OutboundMessage['pide'];
  readonly clase?: OutboundMessage['clase'];
  /** Version of the privacy notice this text tells: the engine records that it was told, when and with which words. */
  readonly aviso?: string;
}

/** What a step decides. */
export type Move<D> =
  /** The answer did not serve: say why; the question is asked again. */
  | { readonly kind: 'again'; readonly data: D; readonly say: Say }
  /** To the next step, optionally saying something before its question (both in one bubble). */
  | { readonly kind: 'goto'; readonly step: string; readonly data: D; readonly say?: Say }
  /** Ask for a use case; its result goes to `got` of the named step. */
  | { readonly kind: 'call'; readonly request: Request; readonly step: string; readonly data: D }
  /** Leave this dialog for another, which starts with `seed`. */
  | { readonly kind: 'switch'; readonly dialog: string; readonly seed?: unknown; readonly say?: Say }
  /** The dialog is over. */
  | { readonly kind: 'end'; readonly say?: Say };

export interface Step<D> {
  /**
   * The question, as a function of what is known. A step without it asks nothing: on arrival its `answer` decides at
   * once on the message that is being played.
   */
  readonly ask?: (data: D, facts: Facts) => Say;
  /**
   * Decides on an answer. Pure: same data, input and facts, same move. When the message chooses one of the options
   * shown, by number, title, word or button, `input.opcion` is its id. Global words never get here; an
   * emergency does, after its card: what is no answer to the question must be kept elsewhere.
   */
  readonly answer?: (data: D, input: Input, facts: Facts) => Move<D>;
  /** Decides on the result of the use case this step asked for. */
  readonly got?: (data: D, result: RequestResult, facts: Facts) => Move<D>;
  /** Free text: the engine waits `ESPERA_MS` for more messages before it plays the turn. */
  readonly freeText?: true;
  /** Files are kept whatever it asks, and so is the fact that one could not be received: both get to `answer`. */
  readonly keepsFiles?: true;
  /** Whether what it asks about is still in the data: «atrás» passes over it when it is not. Absent, it always is. */
  readonly stands?: (data: D) => boolean;
}

export interface Dialog<D> {
  readonly name: string;
  /** Raised when the steps change; a conversation of an older version lands on `resumeAt`. */
  readonly version: number;
  /** The data must survive JSON: a Date needs `z.coerce.date()`. */
  readonly schema: z.ZodType<D>;
  readonly first: string;
  /**
   * Data for a new run; `key` is the draft's stable id. It is stored at the end of the turn, so a dialog cannot file in
   * the same turn in which it starts.
   */
  readonly start: (key: string, seed: unknown, facts: Facts) => D;
  readonly steps: Readonly<Record<string, Step<D>>>;
  /** Where a conversation lands when its step no longer exists: the summary, with the draft intact. */
  readonly resumeAt: string;
  /** The draft to speak of when the person comes back or leaves; absent when nothing would be lost. */
  readonly draft?: (data: D, facts: Facts) => { readonly titulo: string } | undefined;
  /** What the person wrote that no draft keeps: who leaves without answering is told that it was not saved. */
  readonly unsaved?: (data: D, facts: Facts) => string | undefined;
  /** What a run does with a document given by the page of a link; undefined when the link is not of this run. */
  readonly documento?: (
    data: D,
    documento: NonNullable<Input['documento']>,
    step: string,
    facts: Facts,
  ) => Extract<Move<D>, { kind: 'goto' }> | undefined;
  /**
   * Forgets what must not stay after an anonymous filing: the engine erases the inbox bodies of these turns. What was
   * asked of or added to an anonymous case is forgotten in any dialog.
   */
  readonly anonymous?: (data: D) => boolean;
  /** What a run holds must not outlast the day: the number and code of an anonymous case. */
  readonly brief?: (data: D) => boolean;
}
