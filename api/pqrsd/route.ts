import type { Solicitud } from '../base/kernel/solicitud';
import { estaVigente } from '../../content/schemas/dependencia';
import type { Content } from '../../content/load-content';
import type { LocalDate } from '../base/kernel/local-date';

/** Where a petition goes first, and which dependencias may not see it. */
export interface Ruta {
  readonly dependencia: string;
  readonly excluidas: readonly string[];
}

/**
 * The dependencia a petition goes to first: the one that the town confirmed for its trámite, else the Ventanilla Única,
 * where a person decides. Nothing is routed by a guess, nor to a dependencia that does not exist on `hoy`.
 */
export function routeTo(
  solicitud: Pick<Solicitud, 'tramite' | 'contra'>,
  content: Content,
  hoy: LocalDate,
): Ruta {
  const excluidas = solicitud.contra?.dependencia === undefined ? [] : [solicitud.contra.dependencia];
  return { dependencia: destination(solicitud, content, hoy), excluidas };
}

function destination(solicitud: Pick<Solicitud, 'tramite'>, content: Content, hoy: LocalDate): string {
  const tramite = content.tramites.find(({ id }) => id === solicitud.tramite);
  const { codigo, confirmado = false } = tramite?.dependencia ?? {};
  const found = content.dependencias.find((one) => one.codigo === codigo);
  if (confirmado && found && estaVigente(found, hoy)) return found.codigo;
  const byDefault = content.dependencias.find(({ porDefecto }) => porDefecto);
  if (!byDefault) throw new Error('content has no dependencia by default');
  return byDefault.codigo;
}

/** A dependencia's name for citizens, or undefined while the town has not confirmed it. */
export const confirmedDependencia = (codigo: string, content: Content): string | undefined =>
  content.dependencias.find((dependencia) => dependencia.codigo === codigo && dependencia.confirmado)?.nombre;
