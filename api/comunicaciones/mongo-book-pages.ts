import type { Model } from 'mongoose';
import type { Comunicacion } from './comunicacion';
import type { Series } from './mongo-book';
import type { Pagina } from './verify-book';

const FIELDS = {
  libro: 1,
  anio: 1,
  clase: 1,
  numero: 1,
  recepcion: 1,
  canal: 1,
  recibidoEn: 1,
  radicadoEn: 1,
  anterior: 1,
  eventos: 1,
  version: 1,
} as const;

/** The pages of a series, first number first, read a few at a time. */
export const mongoBookPages = <C extends Comunicacion>(
  model: Model<C>,
  series: Series,
): AsyncIterable<Pagina> =>
  model.find(series, FIELDS).sort({ anio: 1, numero: 1 }).lean<Pagina>().cursor({ batchSize: 200 });
