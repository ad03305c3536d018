import { joinList } from './join-list';
import type { Content } from './load-content';
import { telefonosConfirmados } from './schemas/entidad';
import type { Tramite } from './schemas/tramite';

/** What a card needs of the content. */
export type CardContent = Pick<Content, 'texts' | 'entidad' | 'dependencias'>;

/** What may be told about a trámite, ready for a bubble or a page. */
export interface TramiteCard {
  readonly titulo: string;
  /** Only confirmed facts, the general purpose, and where to confirm the rest. */
  readonly parrafos: readonly string[];
  /** Title and paragraphs as one message. */
  readonly texto: string;
  readonly enlace: string | null;
  /** An offer to file a petition of information: the option's title and the text it would file. */
  readonly pedir: { readonly opcion: string; readonly asunto: string };
}

type Part = 'requisitos' | 'costo' | 'termino' | 'dependencia';

/**
 * The card of a trámite. A requirement, cost, time or office that the Alcaldía has not confirmed is never shown: the
 * card names it as not confirmed and says how to ask.
 */
export function tramiteCard(tramite: Tramite, content: CardContent): TramiteCard {
  const { texts } = content;
  const facts = confirmedFacts(tramite, content);
  const missing = facts
    .filter(({ texto }) => texto === undefined)
    .map(({ part }) => texts(`tramite.parte.${part}`));
  const told = facts.flatMap(({ texto }) => (texto === undefined ? [] : [texto]));
  const parrafos = [
    [tramite.paraQue, texts('tramite.quien', { quien: tramite.quien })].join(' '),
    ...told,
    ...(tramite.enlace === null ? [] : [texts('tramite.enlace', { enlace: tramite.enlace })]),
    ...(tramite.aviso === undefined ? [] : [texts(tramite.aviso)]),
    ...(missing.length === 0 ? [] : [howToConfirm(missing, content)]),
    texts('tramite.pedir'),
  ];
  const asunto =
    missing.length === 0
      ? texts('tramite.asunto_completo', { nombre: tramite.nombre })
      : texts('tramite.asunto', { nombre: tramite.nombre, lista: joinList(missing) });
  return {
    titulo: tramite.nombre,
    parrafos,
    texto: [tramite.nombre, ...parrafos].join('\n\n'),
    enlace: tramite.enlace,
    pedir: { opcion: texts('tramite.opcion_pedir'), asunto },
  };
}

/** Each part of the trámite with its sentence, or without one when it may not be told. */
function confirmedFacts(tramite: Tramite, content: CardContent): { part: Part; texto: string | undefined }[] {
  const { texts } = content;
  const { requisitos, costo, termino } = tramite;
  const complete = requisitos.length > 0 && requisitos.every(({ confirmado }) => confirmado);
  const lista = requisitos.map(({ texto }) => texto).join('; ');
  const dependencia = confirmedDependencia(tramite, content);
  return [
    { part: 'requisitos', texto: complete ? texts('tramite.requisitos', { lista }) : undefined },
    { part: 'costo', texto: confirmed(costo, (value) => texts('tramite.costo', { costo: value })) },
    { part: 'termino', texto: confirmed(termino, (value) => texts('tramite.termino', { termino: value })) },
    {
      part: 'dependencia',
      texto: dependencia === undefined ? undefined : texts('tramite.dependencia', { dependencia }),
    },
  ];
}

const confirmed = (dato: Tramite['costo'], say: (texto: string) => string): string | undefined =>
  dato.confirmado && dato.texto !== null ? say(dato.texto) : undefined;

/** Both must be confirmed: that the office exists, and that it attends this trámite. */
function confirmedDependencia({ dependencia }: Tramite, { dependencias }: CardContent): string | undefined {
  if (!dependencia.confirmado) return undefined;
  const found = dependencias.find(({ codigo }) => codigo === dependencia.codigo);
  return found?.confirmado ? found.nombre : undefined;
}

function howToConfirm(missing: readonly string[], { texts, entidad }: CardContent): string {
  const medios = [
    texts('tramite.medio.web', { sitio: entidad.sitioWeb }),
    texts('tramite.medio.correo', { correo: entidad.correo }),
    ...telefonosConfirmados(entidad).map((telefono) => texts('tramite.medio.telefono', { telefono })),
    texts('tramite.medio.presencial', { direccion: entidad.direccion }),
  ];
  return [
    texts('tramite.falta', { lista: joinList(missing) }),
    texts('tramite.confirme', { medios: medios.join('. ') }),
  ].join(' ');
}
