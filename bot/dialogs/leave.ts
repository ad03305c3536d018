import type { TipoPqrsd } from '../../api/base/kernel/vocabulary';
import type { AnexoNoRecibido, AnexoRecibido } from '../ventanilla/ventanilla-unica';
import type { Move, Say } from './dialog';

/** A move out of a dialog: it needs none of its data. */
export type Leave = Extract<Move<never>, { kind: 'switch' | 'end' }>;

/** What a new petition starts with. A tipo given here was chosen; without it the text suggests one. */
export interface RadicarSeed {
  readonly texto?: string;
  readonly anexos?: readonly AnexoRecibido[];
  readonly noRecibidos?: readonly AnexoNoRecibido[];
  readonly tipo?: TipoPqrsd;
  readonly tramite?: string;
  /** The person was asked about their open case and said that it is another thing. */
  readonly esOtra?: boolean;
}

/** To the menu, saying something before it. */
export const toMenu = (say?: Say): Leave => ({
  kind: 'switch',
  dialog: 'bienvenida',
  seed: { menu: true },
  say,
});

/** To a new petition that already holds what the person wrote. */
export const toRadicar = (seed: RadicarSeed, say?: Say): Leave => ({
  kind: 'switch',
  dialog: 'radicar',
  seed,
  say,
});

/** What a person said or sent, which is nowhere else yet. */
export type Heard = Pick<RadicarSeed, 'noRecibidos'> & Required<Pick<RadicarSeed, 'texto' | 'anexos'>>;

/** «¿Quiere que lo radique como petición?», with the text safe until the person answers. */
export const toOffer = (pendiente: Heard): Leave => ({
  kind: 'switch',
  dialog: 'bienvenida',
  seed: { menu: true, pendiente },
});

/** «¿Es para su caso?», for who has one open in this chat; for the rest, the offer. */
export const toCaseOrOffer = (pendiente: Heard): Leave => ({
  kind: 'switch',
  dialog: 'adicionar',
  seed: pendiente,
});

/** The same of what is a petition by itself; for the rest, it is filed. */
export const toCaseOrRadicar = (pendiente: Heard): Leave => ({
  kind: 'switch',
  dialog: 'adicionar',
  seed: { ...pendiente, sinCaso: 'RADICAR' },
});

/** The same of what says something only to an office that asked; for the rest, the menu. */
export const toAnswerOrMenu = (pendiente: Heard): Leave => ({
  kind: 'switch',
  dialog: 'adicionar',
  seed: { ...pendiente, sinCaso: 'NADA' },
});
