import type { Content } from '../../content/load-content';
import type { Hecho, Plantilla, Valor } from '../../content/schemas/whatsapp';
import { hideNumbers } from '../base/kernel/document-numbers';
import { dateInWords } from '../base/kernel/local-date';
import type { Sealing } from '../base/kernel/sealing';
import { sha256 } from '../comunicaciones/book-chain';
import { plazoOf } from '../pqrsd/plazo-por-confirmar';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { openNota } from '../pqrsd/seal-case';
import type { Terminos } from '../terminos/terminos';
import type { Envoltura, Intento, Medio } from './notificacion';

export interface PalabrasDeps {
  readonly content: Pick<Content, 'texts' | 'whatsapp'>;
  readonly terminos: Pick<Terminos, 'termFor'>;
  readonly sealing: Sealing;
  readonly publicUrl: string;
}

/** The event that is told, and how. */
export interface Dicho {
  readonly caso: Pqrsd;
  readonly n: number;
  readonly hecho: Hecho;
  readonly medio: Medio;
  readonly posibleRepeticion: boolean;
}

export type Palabras = Omit<Envoltura, 'a'> & Pick<Intento, 'plantilla'>;

/** The reasons of an official are told whole unless they are longer than a message of a chat takes. */
const MAX_MOTIVO = 1_500;
/** It says that it informs, and no more: the town has not said what a message of these is worth. */
const NOT_LEGAL: ReadonlySet<Hecho> = new Set(['PREGUNTADA', 'RADICADA_EXTERNA']);
/** Whose words of the official are for the person, and stand nowhere else for them to read. */
const WITH_REASONS: ReadonlySet<Hecho> = new Set(['REQUERIDA', 'PRORROGADA']);
const WITH_DATE: ReadonlySet<Hecho> = new Set(['PRORROGADA', 'RECLASIFICADA']);

/**
 * The exact words of a try. Neither the petition nor a message of the case is copied into them; those about a confidential
 * case do not even say which it is. Undefined when its template is not approved.
 */
export function palabrasDe(dicho: Dicho, deps: PalabrasDeps): Palabras | undefined {
  if (dicho.medio === 'CHAT_PLANTILLA') return byTemplate(dicho, deps);
  const { texts: t } = deps.content;
  const { caso, medio, posibleRepeticion } = dicho;
  const prueba = caso.libro === 'PRUEBA' ? [t('notificacion.prueba')] : [];
  const repeticion = posibleRepeticion ? [t('notificacion.repeticion')] : [];
  const confidencial = caso.pqrsd.modo === 'CONFIDENCIAL';
  const cuerpo = confidencial
    ? [t('notificacion.confidencial.texto', { enlace: enlaceOf(deps) })]
    : openWords(dicho, deps);
  const asunto = confidencial
    ? t('notificacion.confidencial.asunto')
    : t('notificacion.asunto', { numero: numeroOf(caso) });
  return {
    texto: [...prueba, ...repeticion, ...cuerpo].join('\n\n'),
    ...(medio === 'CORREO' && { asunto: [...prueba, asunto].join(' ') }),
  };
}

function openWords({ caso, n, hecho, medio }: Dicho, deps: PalabrasDeps): string[] {
  const { texts: t } = deps.content;
  const evento = caso.eventos.find((one) => one.n === n);
  const entidad = String(evento?.datos['entidadDestino'] ?? '');
  const motivo = WITH_REASONS.has(hecho) ? motivoOf(caso, n, deps.sealing) : undefined;
  // By the channel of another company no number of a document goes whole.
  const shown = motivo && medio === 'CHAT_LIBRE' ? hideNumbers(motivo) : motivo;
  return [
    t(`notificacion.hecho.${hecho}`, { numero: numeroOf(caso), entidad }),
    ...(shown ? [t('notificacion.motivo', { motivo: shown })] : []),
    ...(WITH_DATE.has(hecho) ? [fechaInWords(caso, deps)] : []),
    t(`notificacion.donde.${medio}`, { enlace: enlaceOf(deps) }),
    ...(NOT_LEGAL.has(hecho) ? [] : [t('notificacion.informa')]),
  ];
}

function fechaInWords(caso: Pqrsd, deps: PalabrasDeps): string {
  const key = isEstimated(caso, deps) ? 'notificacion.estimada' : 'notificacion.plazo';
  return deps.content.texts(key, { fecha: dateInWords(caso.pqrsd.vencimiento.fecha) });
}

const isEstimated = ({ pqrsd, recibidoEn }: Pqrsd, { terminos }: PalabrasDeps): boolean =>
  plazoOf(terminos, pqrsd.tipo, recibidoEn).plazoPorConfirmar === true;

function motivoOf({ pqrsd }: Pqrsd, n: number, sealing: Sealing): string | undefined {
  const nota = pqrsd.notas?.find((one) => one.n === n);
  const texto = nota && openNota(nota.sellada, sealing).texto.trim();
  return texto && texto.length > MAX_MOTIVO ? `${texto.slice(0, MAX_MOTIVO)}…` : texto;
}

function byTemplate(dicho: Dicho, deps: PalabrasDeps): Palabras | undefined {
  const plantilla = plantillaOf(dicho.hecho, deps.content);
  if (!plantilla) return undefined;
  const values = valuesOf(dicho, deps);
  const valores = plantilla.valores.map((valor) => values[valor]);
  const texto = plantilla.cuerpo.replaceAll(/\{\{(\d+)\}\}/g, (_, place) => valores[Number(place) - 1] ?? '');
  return { texto, valores, plantilla: { nombre: plantilla.nombre, idioma: plantilla.aprobada } };
}

/** A template cannot say more than its places hold: what must be said besides goes with the number. */
function valuesOf({ caso, posibleRepeticion }: Dicho, deps: PalabrasDeps): Record<Valor, string> {
  const { texts: t } = deps.content;
  const numero = numeroOf(caso);
  const fecha = dateInWords(caso.pqrsd.vencimiento.fecha);
  const proved = caso.libro === 'PRUEBA' ? t('notificacion.numeroDePrueba', { numero }) : numero;
  return {
    numero: posibleRepeticion ? t('notificacion.numeroRepetido', { numero: proved }) : proved,
    enlace: enlaceOf(deps),
    fecha: isEstimated(caso, deps) ? t('notificacion.fechaEstimada', { fecha }) : fecha,
  };
}

/** The template of an event, once Meta has approved it. */
export function plantillaOf(
  hecho: Hecho,
  { whatsapp }: Pick<Content, 'whatsapp'>,
): (Plantilla & { readonly aprobada: string }) | undefined {
  const found = whatsapp.plantillas.find((one) => one.hecho === hecho);
  return found?.aprobada ? { ...found, aprobada: found.aprobada } : undefined;
}

/** SHA-256 of the words as they are sent: subject and text with an empty line between them. */
export const huellaDe = ({ asunto, texto }: Pick<Envoltura, 'asunto' | 'texto'>): string =>
  sha256(asunto === undefined ? texto : `${asunto}\n\n${texto}`);

const numeroOf = ({ radicado, recepcion }: Pqrsd): string => radicado ?? recepcion;
const enlaceOf = ({ publicUrl }: PalabrasDeps): string => `${publicUrl}/seguimiento`;
