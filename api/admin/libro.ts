import { z } from 'zod';
import type { Clock } from '../base/kernel/clock';
import { instantInWords, localYear } from '../base/kernel/local-date';
import type { MongoBookSettings } from '../comunicaciones/mongo-book-settings';
import type { Series } from '../comunicaciones/mongo-book';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

interface Deps {
  readonly settings: MongoBookSettings;
  readonly series: Series;
  readonly clock: Clock;
  readonly texts: Texts;
}

const firstNumber = z.coerce.number().int().min(1).max(9_999_999);

/** `numeracion primero N`: the first number of this year's series, once, before its first filing. */
export const createNumberingCommand =
  ({ settings, series, clock, texts }: Deps): Command =>
  async ([action, typed, ...rest], io) => {
    const primero = firstNumber.safeParse(typed);
    if (action !== 'primero' || !primero.success || rest.length > 0) {
      io.err(texts('admin.numeracion.uso'));
      return 2;
    }
    const anio = localYear(clock.now());
    const set = await settings.setFirstNumber(series, anio, primero.data);
    if (set.ok) io.out(texts('admin.numeracion.hecha', { anio, libro: series.libro, primero: primero.data }));
    else io.err(texts(`falla.${set.failure.code}`, set.failure.detail));
    return set.ok ? 0 : 1;
  };

/** `reloj aceptar QUIEN`: somebody looked at the clock and takes it as it is; numbering goes on. */
export const createClockCommand =
  ({ settings, series, clock, texts }: Deps): Command =>
  async ([action, por, ...rest], io) => {
    if (action !== 'aceptar' || !por || rest.length > 0) {
      io.err(texts('admin.reloj.uso', { ahora: instantInWords(clock.now()) }));
      return 2;
    }
    await settings.acceptClock(series.entidad, por, clock.now());
    io.out(texts('admin.reloj.aceptado', { ahora: instantInWords(clock.now()) }));
    return 0;
  };
