import type { Texts } from '../../../content/texts';
import type { Clock } from '../../base/kernel/clock';
import { addDays, dateInWords, localDate } from '../../base/kernel/local-date';
import { valueOf } from '../../base/kernel/result';
import type { Comunicacion } from '../comunicacion';
import { inclusionProof, type PruebaInclusion } from './inclusion-proof';
import type { Sellos } from './sellos';

/** The proof of a communication, or why there is none yet; with the words for its citizen. */
export type HalladaPrueba =
  | { readonly estado: 'LISTA'; readonly explicacion: string; readonly prueba: PruebaInclusion }
  | { readonly estado: 'DESDE_MANANA' | 'ATRASADA'; readonly explicacion: string };

export interface FindProofDeps {
  readonly sellos: Pick<Sellos, 'firstCovering'>;
  readonly clock: Clock;
  readonly texts: () => Texts;
}

/**
 * Looks for the first seal over a communication, from the day it got its number. That day is sealed once it has ended, so
 * until then the proof exists from tomorrow, and this says so.
 */
export async function findProof(
  { sellos, clock, texts }: FindProofDeps,
  { libro, recepcion, radicadoEn }: Pick<Comunicacion, 'libro' | 'recepcion' | 'radicadoEn'>,
): Promise<HalladaPrueba> {
  const t = texts();
  const filed = localDate(radicadoEn);
  const sello = await sellos.firstCovering(libro, recepcion, filed);
  if (sello) {
    const explicacion = t('sello.prueba.lista', { n: sello.n, dia: dateInWords(sello.dia) });
    return { estado: 'LISTA', explicacion, prueba: valueOf(inclusionProof(sello, recepcion)) };
  }
  const today = localDate(clock.now());
  if (filed < today) return { estado: 'ATRASADA', explicacion: t('sello.prueba.atrasada') };
  const dia = dateInWords(addDays(today, 1));
  return { estado: 'DESDE_MANANA', explicacion: t('sello.prueba.manana', { dia }) };
}
