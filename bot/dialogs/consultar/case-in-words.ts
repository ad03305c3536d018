import { dateInWords, instantInWords, localDate } from '../../../api/base/kernel/local-date';
import { sinContestar } from '../../../api/base/kernel/seguimiento';
import { changesInWords, whatComesNext } from '../../../api/base/kernel/seguimiento-in-words';
import type { Seguimiento } from '../../ventanilla/ventanilla-unica';
import type { Facts, Say } from '../dialog';
import { quoted } from '../quoted';
import { paragraphs } from '../say';

/** A bubble is short: the page of the case has it whole. */
const SHORT = 220;

/** What the office wrote in the case and waits for an answer, the last of it. */
function asked({ mensajes }: Seguimiento, facts: Facts): string | undefined {
  const last = sinContestar(mensajes).at(-1);
  return last && facts.texts('dialogo.caso.pregunta', { texto: quoted(facts, last.texto, SHORT) });
}

/** Where a case is, in plain words: what comes next and by when. */
export function caseInWords(caso: Seguimiento, facts: Facts): Say {
  const { texts } = facts;
  const changes = changesInWords(caso, texts).slice(1);
  const { recepcion, radicado, tipo, estado, recibidoEn, dependencia, pasos, prueba } = caso;
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
      caso.sigue.que === 'NADA' ? undefined : whatComesNext(caso, texts),
      changes.at(-1),
      asked(caso, facts),
      details.filter(Boolean).join('\n'),
    ),
    enlaces: [
      ...caso.avisos
        .slice(-1)
        .map(({ aviso }) => ({ titulo: texts('seguimiento.aviso.corto'), url: `/avisos/${aviso}` })),
      { titulo: texts('dialogo.enlace.seguimiento'), url: '/seguimiento' },
    ],
  };
}
