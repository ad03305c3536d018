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
