import { dateInWords, instantInWords } from '../../../api/base/kernel/local-date';
import type { Acuse } from '../../ventanilla/ventanilla-unica';
import type { Facts, Say } from '../dialog';
import { paragraphs } from '../say';

/**
 * What the person holds after filing: number, date and time, last day to answer, and how to follow it. A repeated
 * filing shows the same: nothing new was created and the person may be seeing it for the first time.
 */
export function acuseSay(acuse: Acuse, isAnonymous: boolean, { texts }: Facts): Say {
  const { radicado, recepcion, codigo, tipo, recibidoEn, radicadoEn, constancia, prueba } = acuse;
  const numero = radicado ?? recepcion;
  const isLater = recibidoEn.getTime() !== radicadoEn.getTime();
  const filed = texts(`dialogo.acuse.${radicado === undefined ? 'recepcion' : 'radicado'}`, {
    numero,
    tipo: texts(`tipo.${tipo}.nombre`),
    instante: instantInWords(radicadoEn),
  });
  const received = isLater
    ? texts('dialogo.acuse.recibida', { instante: instantInWords(recibidoEn) })
    : undefined;
  return {
    clase: 'ACUSE',
    texto: paragraphs(
      prueba ? texts('dialogo.prueba') : undefined,
      [filed, received].filter(Boolean).join('\n'),
      texts(acuse.plazoPorConfirmar ? 'terminos.estimada' : 'terminos.vence', {
        fecha: dateInWords(acuse.vence),
      }),
      [
        texts('dialogo.acuse.codigo', { codigo }),
        texts(isAnonymous ? 'dialogo.acuse.guarde_anonima' : 'dialogo.acuse.guarde'),
      ].join('\n'),
      texts('dialogo.acuse.seguir'),
    ),
    enlaces: [
      { titulo: texts('dialogo.enlace.constancia'), url: constancia },
      { titulo: texts('dialogo.enlace.seguimiento'), url: '/seguimiento' },
    ],
  };
}
