import type { Solicitud } from '../base/kernel/solicitud';
import type { Content } from '../../content/load-content';

/** Where a petition goes first, and which dependencias may not see it. */
export interface Ruta {
  readonly dependencia: string;
  readonly excluidas: readonly string[];
}

/**
 * The dependencia a petition goes to first: the one that the town confirmed for its trámite, else the Ventanilla Única,
 * where a person decides. Nothing is routed by a guess.
 */
export function routeTo(solicitud: Pick<Solicitud, 'tramite' | 'contra'>, content: Content): Ruta {
  const excluidas = solicitud.contra?.dependencia === undefined ? [] : [solicitud.contra.dependencia];
  return { dependencia: destination(solicitud, content), excluidas };
}

function destination(solicitud: Pick<Solicitud, 'tramite'>, content: Content): string {
  const tramite = content.tramites.find(({ id }) => id === solicitud.tramite);
  if (tramite?.dependencia.confirmado && tramite.dependencia.codigo) return tramite.dependencia.codigo;
  const byDefault = content.dependencias.find(({ porDefecto }) => porDefecto);
  if (!byDefault) throw new Error('content has no dependencia by default');
  return byDefault.codigo;
}

/** A dependencia's name for citizens, or undefined while the town has not confirmed it. */
export const confirmedDependencia = (codigo: string, content: Content): string | undefined =>
  content.dependencias.find((dependencia) => dependencia.codigo === codigo && dependencia.confirmado)?.nombre;
