import type { CasoConstancia } from './caso-constancia';
import type { Bloque, Fila, Seccion } from './documento';
import { filaIf } from './filas';
import type { Partes } from './partes';

const said = (words: string | undefined): string | undefined => words?.trim() || undefined;

/** A voice that nobody has listened to yet: no one can say what it asks for. */
const awaitsListener = ({ verbal, escuchada, presentacion }: CasoConstancia): boolean =>
  verbal && escuchada === undefined && presentacion?.recibe === undefined;

/**
 * Items 4 and 5. The words of who listened to a verbal petition; a written one is not summed up for its author, since the
 * whole text follows.
 */
export function seccionObjeto({ t, caso }: Partes): Seccion {
  const { escuchada, presentacion, asunto, lugar, puntos = [] } = caso;
  const otherwise = t(
    awaitsListener(caso) ? 'constancia.objeto.pendienteDeEscuchar' : 'constancia.objeto.enElTexto',
  );
  const objeto = said(escuchada?.objeto) ?? said(presentacion?.objeto) ?? said(asunto);
  const razones = said(escuchada?.razones) ?? said(presentacion?.razones);
  const filas: Fila[] = [
    { etiqueta: t('constancia.objeto.objeto'), valor: objeto ?? otherwise },
    { etiqueta: t('constancia.objeto.razones'), valor: razones ?? otherwise },
    ...filaIf(t('constancia.objeto.lugar'), lugar),
  ];
  return {
    titulo: t('constancia.objeto.titulo'),
    bloques: [{ tipo: 'filas', filas }, ...puntosOf(t, puntos)],
  };
}

/** The demands of one letter, as its author separated them. */
function puntosOf(t: Partes['t'], puntos: readonly string[]): Bloque[] {
  if (puntos.length === 0) return [];
  const filas = puntos.map((valor, index) => ({
    etiqueta: t('constancia.objeto.punto', { n: index + 1 }),
    valor,
  }));
  return [
    { tipo: 'parrafo', texto: t('constancia.objeto.puntos', { cuantos: puntos.length }) },
    { tipo: 'filas', filas },
  ];
}
