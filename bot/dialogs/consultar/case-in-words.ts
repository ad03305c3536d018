import { dateInWords, instantInWords, localDate } from '../../../api/base/kernel/local-date';
import type { EstadoPqrsd } from '../../../api/base/kernel/vocabulary';
import type { Seguimiento } from '../../ventanilla/ventanilla-unica';
import type { Facts, Say } from '../dialog';
import { paragraphs } from '../say';

/** The states in which an answer is still owed, so that its date matters. */
const OWED: ReadonlySet<EstadoPqrsd> = new Set(['RADICADA', 'EN_TRAMITE', 'REQUERIDA']);

/** A date that no norm confirms is told as an estimate, and is never late. */
function dueText({ plazoPorConfirmar, vencida }: Seguimiento): string {
  if (plazoPorConfirmar) return 'terminos.estimada';
  return vencida ? 'terminos.vencida' : 'terminos.vence';
}

/** Where a case is, in plain words: what comes next and by when. */
export function caseInWords(caso: Seguimiento, { texts }: Facts): Say {
  const { recepcion, radicado, tipo, estado, recibidoEn, vence, dependencia, pasos, prueba } = caso;
  const fecha = dateInWords(vence);
  const last = pasos.at(-1);
  const number = texts('dialogo.caso.numero', {
    numero: radicado ?? recepcion,
    tipo: texts(`tipo.${tipo}.nombre`),
  });
  const state = texts('dialogo.caso.estado', {
    estado: texts(`estado.${estado}.nombre`),
    explicacion: texts(`estado.${estado}.explicacion`),
  });
  const details = [
    texts('dialogo.caso.recibida', { instante: instantInWords(recibidoEn) }),
    dependencia && texts('dialogo.caso.dependencia', { dependencia }),
    last && texts('dialogo.caso.ultimo', { fecha: dateInWords(localDate(last.en)) }),
  ];
  return {
    texto: paragraphs(
      prueba ? texts('dialogo.prueba') : undefined,
      `${number}\n${state}`,
      OWED.has(estado) ? texts(dueText(caso), { fecha }) : undefined,
      details.filter(Boolean).join('\n'),
    ),
    enlaces: [{ titulo: texts('dialogo.enlace.seguimiento'), url: '/seguimiento' }],
  };
}
