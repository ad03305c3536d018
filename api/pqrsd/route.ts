import type { Solicitud } from '../base/kernel/solicitud';
import type { Content } from '../../content/load-content';

/**
 * The dependencia a petition goes to first: the one that the town confirmed for its trámite, else the Ventanilla Única,
 * where a person decides. Nothing is routed by a guess.
 */
export function routeTo(solicitud: Pick<Solicitud, 'tramite'>, content: Content): string {
  const tramite = content.tramites.find(({ id }) => id === solicitud.tramite);
  if (tramite?.dependencia.confirmado && tramite.dependencia.codigo) return tramite.dependencia.codigo;
  const byDefault = content.dependencias.find(({ porDefecto }) => porDefecto);
  if (!byDefault) throw new Error('content has no dependencia by default');
  return byDefault.codigo;
}

/** A dependencia's name for citizens, or undefined while the town has not confirmed it. */
export const confirmedDependencia = (codigo: string, content: Content): string | undefined =>
  content.dependencias.find((dependencia) => dependencia.codigo === codigo && dependencia.confirmado)?.nombre;
