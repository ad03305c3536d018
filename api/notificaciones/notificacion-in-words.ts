import type { Texts } from '../../content/texts';
import { instantInWords } from '../base/kernel/local-date';
import type { Intento, Notificacion } from './notificacion';

/** The codes that have words of their own in `content/textos/notificaciones.yaml`. */
export const KNOWN_CODES: ReadonlySet<string> = new Set([
  '131047',
  '131026',
  '130403',
  '131050',
  '131049',
  '130472',
  '131042',
  '132000',
  '132001',
  '132015',
  '132016',
  'DECISION_MISSING',
  'NOT_FOUND',
  'INVALID_INPUT',
  'SIN_SALIR',
]);

/** What was told of an event, by what and with what outcome, a line each; neither words nor addresses. */
export function notificacionInWords(notificacion: Notificacion, t: Texts): string[] {
  const { recepcion: numero, hecho, estado, intentos, libro } = notificacion;
  return [
    t('notificacion.titulo', {
      numero: libro === 'PRUEBA' ? t('notificacion.numeroDePrueba', { numero }) : numero,
      hecho: t(`web.paso.${hecho}`),
      estado: t(`notificacion.estado.${estado}`),
    }),
    ...intentos.flatMap((intento, at) => intentoInWords(intento, at + 1, t)),
  ];
}

function intentoInWords(intento: Intento, n: number, t: Texts): string[] {
  const { medio, estado, estadoEn, codigo, huella, plantilla } = intento;
  const how = t(`notificacion.medio.${medio}`);
  return [
    t('notificacion.intento', {
      n,
      medio: plantilla ? `${how} ${plantilla.nombre} (${plantilla.idioma})` : how,
      instante: instantInWords(estadoEn),
      estado: t(`notificacion.estadoIntento.${estado}`),
      detalle: codigo === undefined ? '' : `; ${codeInWords(codigo, t)}`,
    }),
    t('notificacion.huella', { huella }),
  ];
}

const codeInWords = (codigo: string, t: Texts): string =>
  KNOWN_CODES.has(codigo) ? t(`notificacion.codigo.${codigo}`) : t('notificacion.codigo.otro', { codigo });
