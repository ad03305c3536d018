import type { Sealing } from '../base/kernel/sealing';
import { commit } from '../base/sealing/commitment';
import { canonicalJson } from '../comunicaciones/book-chain';
import type { DatosPqrsd, MensajeDeCaso, PalabrasDeMensaje, Pqrsd } from './pqrsd';
import { SEALED } from './seal-case';
import type { DichoEnCaso, Orden } from './orden';

/** The words of an order, sealed beside the event, and the commitment to them that the event holds. */
export interface SealedWords {
  readonly datos: Pick<DatosPqrsd, 'notas' | 'mensajes' | 'novedadEn'>;
  readonly sello?: string;
}

/** Seals the words of an order: nothing a person wrote enters an event, which can never change. */
export function sealWords(pqrsd: Pqrsd, orden: Orden, now: Date, sealing: Sealing): SealedWords {
  switch (orden.tipo) {
    case 'ADICIONAR':
      return withMensaje(pqrsd, orden, 'CIUDADANO', now, sealing);
    case 'PREGUNTAR':
      return withMensaje(pqrsd, orden, 'ENTIDAD', undefined, sealing);
    case 'ESCUCHAR': {
      const { objeto, razones, recibe } = orden;
      return withNota(pqrsd, { texto: '', objeto, razones, recibe }, sealing);
    }
    case 'ANOTAR':
      return withNota(pqrsd, { texto: orden.nota }, sealing);
    default:
      return 'motivo' in orden ? withNota(pqrsd, { texto: orden.motivo }, sealing) : { datos: {} };
  }
}

function withNota(
  { pqrsd, version }: Pqrsd,
  words: { readonly texto: string; readonly [more: string]: unknown },
  sealing: Sealing,
): SealedWords {
  const { sello, sal } = commit(Object.keys(words).length === 1 ? words.texto : canonicalJson(words));
  const sellada = sealing.seal(JSON.stringify({ ...words, sal }), SEALED.nota);
  return { datos: { notas: [...(pqrsd.notas ?? []), { n: version + 1, sellada }] }, sello };
}

function withMensaje(
  { pqrsd, version }: Pqrsd,
  { texto, anexos, noRecibidos, quien }: DichoEnCaso,
  de: MensajeDeCaso['de'],
  novedadEn: Date | undefined,
  sealing: Sealing,
): SealedWords {
  const { sello, sal } = commit(texto);
  const nombresAnexos = anexos.map(({ nombre }) => nombre);
  const palabras: PalabrasDeMensaje = { texto, nombresAnexos, noRecibidos, quien, sal };
  const mensaje: MensajeDeCaso = {
    n: version + 1,
    de,
    sellado: sealing.seal(JSON.stringify(palabras), SEALED.mensaje),
    anexos: anexos.map(({ nombre: _nombre, ...anexo }) => anexo),
  };
  return { datos: { mensajes: [...(pqrsd.mensajes ?? []), mensaje], novedadEn }, sello };
}
