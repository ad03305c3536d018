import type { Texts } from '../../content/texts';
import { dateInWords } from '../base/kernel/local-date';
import { plazoOf } from '../pqrsd/plazo-por-confirmar';
import { OPEN_STATES, type Pqrsd } from '../pqrsd/pqrsd';
import type { Terminos } from '../terminos/terminos';
import type { TellDeps } from './tell-radicado';

interface Deps {
  readonly texts: Texts;
  readonly terminos: Pick<Terminos, 'termFor'>;
  readonly publicUrl: string;
  /** The second constancia, which says both numbers. */
  readonly constancia: (pqrsd: Pqrsd) => Promise<Uint8Array>;
}

/** The notice of an official number. A confidential case goes without its constancia: a mailbox may be shared. */
export function createNoticeOf({
  texts,
  terminos,
  publicUrl,
  constancia,
}: Deps): Pick<TellDeps, 'messageFor' | 'noteOf'> {
  return {
    noteOf: (radicado, mensaje) => texts('gestor.aviso.nota', { radicado, mensaje }),
    async messageFor(pqrsd, { recepcion, radicado, fecha, caso }, posibleRepeticion) {
      const attach = pqrsd.pqrsd.modo === 'IDENTIFICADO';
      const prueba = pqrsd.libro === 'PRUEBA' ? [texts('gestor.aviso.prueba')] : [];
      const facts = {
        recepcion,
        radicado,
        fecha: dateInWords(fecha),
        seguimiento: `${publicUrl}/seguimiento`,
      };
      return {
        asunto: [...prueba, texts('gestor.aviso.asunto')].join(' '),
        texto: [
          ...prueba,
          ...(posibleRepeticion ? [texts('gestor.aviso.repeticion')] : []),
          texts('gestor.aviso.texto', facts),
          ...dueWords(pqrsd, texts, terminos),
          ...(attach ? [texts('gestor.aviso.adjunta')] : []),
        ].join('\n\n'),
        // Not the number nor the case as others know it: a mail server keeps its identifiers.
        idMensaje: `radicado.${caso}@${new URL(publicUrl).hostname}`,
        ...(attach && { adjuntos: [await attachment(pqrsd)] }),
      };
    },
  };

  async function attachment(pqrsd: Pqrsd) {
    const contenido = await constancia(pqrsd);
    return { nombre: texts('gestor.aviso.archivo'), tipo: 'application/pdf', contenido };
  }
}

/** By when an answer is owed; nothing once it was given. */
function dueWords({ pqrsd, recibidoEn }: Pqrsd, texts: Texts, terminos: Pick<Terminos, 'termFor'>): string[] {
  if (!OPEN_STATES.has(pqrsd.estado)) return [];
  const { plazoPorConfirmar } = plazoOf(terminos, pqrsd.tipo, recibidoEn);
  const key = plazoPorConfirmar ? 'gestor.aviso.estimada' : 'gestor.aviso.plazo';
  return [texts(key, { fecha: dateInWords(pqrsd.vencimiento.fecha) })];
}
