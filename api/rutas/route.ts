import { foldText } from '../base/kernel/plain-text';
import { localDate } from '../base/kernel/local-date';
import type { Solicitud } from '../base/kernel/solicitud';
import type { Content } from '../../content/load-content';
import { estaVigente } from '../../content/schemas/dependencia';
import { blamedIn } from './blamed';
import { isPartOf, type Organigrama } from './organigrama';

/** Where a petition goes first, who is suggested for it, and which dependencias may not see it. */
export interface Ruta {
  readonly dependencia: string;
  /** By a row that the town has not confirmed: for who assigns, not for the citizen. */
  readonly sugerida?: string;
  readonly excluidas: readonly string[];
}

type Routed = Pick<Solicitud, 'tipo' | 'texto' | 'asunto' | 'tramite' | 'contra' | 'recibidoEn'>;
type Tables = Pick<Content, 'tramites' | 'dependencias' | 'rutas' | 'conflictos'>;

interface Candidate {
  readonly codigo: string;
  readonly confirmado: boolean;
}

/**
 * The dependencia a petition goes to first: by its trámite, then by its words, else the Ventanilla Única, where a person
 * decides. Only what the town confirmed routes; the rest is a suggestion. What complains about a dependencia is neither
 * routed nor suggested to it, nor to those that are part of it.
 */
export function routeTo(solicitud: Routed, content: Tables): Ruta {
  const day = localDate(solicitud.recibidoEn);
  const excluidas = blamedIn(solicitud, content);
  const allowed = ({ codigo }: Candidate): boolean =>
    !isExcluded(codigo, excluidas, content) &&
    content.dependencias.some((one) => one.codigo === codigo && estaVigente(one, day));
  const candidates = [...byTramite(solicitud, content), ...byWords(solicitud, content)].filter(allowed);
  const [first] = candidates;
  const routed = candidates.find(({ confirmado }) => confirmado);
  return {
    dependencia: routed?.codigo ?? receiver(excluidas, content),
    ...(first && !routed && { sugerida: first.codigo }),
    excluidas,
  };
}

function byTramite({ tramite }: Routed, { tramites }: Tables): Candidate[] {
  const found = tramites.find(({ id }) => id === tramite)?.dependencia;
  return found?.codigo ? [{ codigo: found.codigo, confirmado: found.confirmado }] : [];
}

function byWords({ texto, asunto = '' }: Routed, { rutas }: Tables): Candidate[] {
  const said = ` ${foldText(`${asunto} ${texto}`)} `;
  return rutas
    .filter(({ palabras }) => palabras.some((word) => said.includes(` ${foldText(word)} `)))
    .map(({ dependencia, confirmado }) => ({ codigo: dependencia, confirmado }));
}

/** Who receives what nobody is routed to: the Ventanilla, or who stands in for it when it is complained about. */
function receiver(excluidas: readonly string[], content: Tables): string {
  const byDefault = content.dependencias.find(({ porDefecto }) => porDefecto);
  if (!byDefault) throw new Error('content has no dependencia by default');
  const tried = new Set<string>();
  let codigo = byDefault.codigo;
  while (isExcluded(codigo, excluidas, content) && !tried.has(codigo)) {
    tried.add(codigo);
    const instead = content.conflictos.find(({ contra }) => contra === codigo)?.recibe;
    if (instead === undefined) return SIN_ASIGNAR;
    codigo = instead;
  }
  return isExcluded(codigo, excluidas, content) ? SIN_ASIGNAR : codigo;
}

/** Everybody who could receive it is complained about: somebody outside must be named. */
export const SIN_ASIGNAR = 'SIN_ASIGNAR';

const isExcluded = (codigo: string, excluidas: readonly string[], organigrama: Organigrama): boolean =>
  excluidas.some((excluida) => isPartOf(codigo, excluida, organigrama));

/** A dependencia's name for citizens, or undefined while the town has not confirmed it. */
export const confirmedDependencia = (
  codigo: string,
  { dependencias }: Pick<Content, 'dependencias'>,
): string | undefined =>
  dependencias.find((dependencia) => dependencia.codigo === codigo && dependencia.confirmado)?.nombre;
