import type { AnexoNoRecibido, AnexoRecibido } from '../kernel/solicitud';
import { extensionOf, isKnownExtension } from './recibir/kinds';

/** The files of somebody who does not say who they are, as they may be kept. */
export interface AnonymousAnexos {
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos: readonly AnexoNoRecibido[];
}

/**
 * Of each file only its derivative without metadata, under a name that says nothing: people name files after themselves. What
 * has no derivative is not kept, and the person is told. The same files always give the same.
 */
export function anonymousAnexos(
  anexos: readonly AnexoRecibido[],
  noRecibidos: readonly AnexoNoRecibido[] = [],
): AnonymousAnexos {
  const kept = anexos.map((anexo, i) => ({
    anexo,
    nombre: neutralName(anexo.nombre, i),
    vista: vistaOf(anexo),
  }));
  const dropped = kept.filter(({ vista }) => vista === undefined);
  return {
    anexos: kept.flatMap(({ vista, nombre }) => (vista ? [{ ...vista, nombre }] : [])),
    noRecibidos: [
      ...noRecibidos.map((one, i) => ({ ...one, nombre: neutralName(one.nombre, anexos.length + i) })),
      ...dropped.map(({ nombre }) => ({ nombre, motivo: 'CON_DATOS' as const })),
    ],
  };
}

/** The text of a petition that was too long for it came from no file: it has no metadata and no derivative. */
const vistaOf = ({ sha256, tipo, bytes, vista }: AnexoRecibido): AnexoRecibido['vista'] =>
  vista ?? (tipo === 'text/plain' ? { sha256, tipo, bytes } : undefined);

function neutralName(nombre: string, index: number): string {
  const extension = extensionOf(nombre);
  const neutral = `archivo-${index + 1}`;
  return isKnownExtension(extension) ? `${neutral}.${extension}` : neutral;
}

/** The contents that came and are not in what was kept. */
export function contentsLeftOut(
  came: readonly AnexoRecibido[],
  kept: readonly AnexoRecibido[],
): readonly string[] {
  const held = new Set(kept.flatMap(({ sha256, vista }) => [sha256, vista?.sha256]));
  return came.map(({ sha256 }) => sha256).filter((sha256) => !held.has(sha256));
}
