import type { EventData } from '../comunicaciones/book-chain';
import type { Orden } from './orden';
import type { DatosPqrsd } from './pqrsd';

/** What an order changes in a case besides its state. */
export function changesOf(datos: DatosPqrsd, orden: Orden): Partial<DatosPqrsd> {
  switch (orden.tipo) {
    case 'ASIGNAR':
      return { dependencia: orden.dependencia };
    case 'RECLASIFICAR':
      return { tipo: orden.a };
    case 'REQUERIR':
      return { requerimiento: { requerido: orden.dia } };
    case 'COMPLETAR':
      return { requerimiento: datos.requerimiento && { ...datos.requerimiento, respondido: orden.dia } };
    case 'PRORROGAR':
      return { prorrogaDias: orden.dias };
    case 'TRASLADAR':
    case 'RESPONDER':
      return { salida: orden.salida };
    case 'ESCUCHAR':
      return { porEscuchar: undefined };
    case 'FIJAR_AVISO':
    case 'DESFIJAR_AVISO':
      return { avisos: avisosAfter(datos, orden) };
    // The rest change the state at most, or leave sealed words (`sealWords`).
    default:
      return {};
  }
}

function avisosAfter(
  { avisos = [] }: DatosPqrsd,
  { tipo, aviso }: Extract<Orden, { readonly aviso: string }>,
): DatosPqrsd['avisos'] {
  if (tipo === 'FIJAR_AVISO') return [...avisos, { aviso, desfijado: false }];
  return avisos.map((one) => (one.aviso === aviso ? { aviso, desfijado: true } : one));
}

/** What the event of an order says. Words and names of people stay out: a commitment to them takes their place. */
export function factsOf(orden: Orden): EventData {
  switch (orden.tipo) {
    case 'ADICIONAR':
    case 'PREGUNTAR':
      return { clave: orden.clave, anexos: orden.anexos.map(({ sha256 }) => sha256) };
    case 'ESCUCHAR':
      return {};
    case 'RECLASIFICAR':
    case 'REQUERIR':
    case 'PRORROGAR':
    case 'DESISTIR':
    case 'ANULAR': {
      const { tipo: _tipo, motivo: _motivo, ...facts } = orden;
      return facts;
    }
    case 'ANOTAR':
      return {};
    default: {
      const { tipo: _tipo, ...facts } = orden;
      return facts;
    }
  }
}
