import { z } from 'zod';
import type { Clock } from '../base/kernel/clock';
import { instantInWords, localYear } from '../base/kernel/local-date';
import type { MongoBookSettings } from '../comunicaciones/mongo-book-settings';
import type { Series } from '../comunicaciones/mongo-book';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

interface Deps {
  readonly settings: MongoBookSettings;
  readonly entidad: string;
  /** One numbering for all kinds, or one for each. */
  readonly consecutivos: 'UNA' | 'TRES';
  readonly clock: Clock;
  readonly texts: Texts;
}

const firstNumber = z.coerce.number().int().min(1).max(9_999_999);

const clase = z.enum(['E', 'S', 'I']);

/** `numeracion CLASE N`: the number that this year's official series starts with; once, before its first filing. */
export const createNumberingCommand =
  ({ settings, entidad, consecutivos, clock, texts }: Deps): Command =>
  async ([typedClase, typed, ...rest], io) => {
    const kind = clase.safeParse(typedClase);
    const primero = firstNumber.safeParse(typed);
    if (!kind.success || !primero.success || rest.length > 0) {
      io.err(texts('admin.numeracion.uso'));
      return 2;
    }
    const anio = localYear(clock.now());
    const serie = consecutivos === 'UNA' ? 'U' : kind.data;
    const series: Series = { entidad, libro: 'OFICIAL', serie };
    const set = await settings.setFirstNumber(series, anio, primero.data);
    if (set.ok) io.out(texts('admin.numeracion.hecha', { anio, serie, primero: primero.data }));
    else io.err(texts(`falla.${set.failure.code}`, set.failure.detail));
    return set.ok ? 0 : 1;
  };

/** `reloj aceptar QUIEN`: somebody looked at the clock and takes it as it is; numbering goes on. */
export const createClockCommand =
  ({ settings, entidad, clock, texts }: Deps): Command =>
  async ([action, por, ...rest], io) => {
    if (action !== 'aceptar' || !por || rest.length > 0) {
      io.err(texts('admin.reloj.uso', { ahora: instantInWords(clock.now()) }));
      return 2;
    }
    await settings.acceptClock(entidad, por, clock.now());
    io.out(texts('admin.reloj.aceptado', { ahora: instantInWords(clock.now()) }));
    return 0;
  };
