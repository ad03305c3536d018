import type { Tramite } from '../../content/schemas/tramite';
import { compilePhrases } from './phrases';

/** The ids of the trámites that the sound of a text names, by their own name or a synonym. */
export function createTramiteFinder(
  tramites: readonly Pick<Tramite, 'id' | 'nombre' | 'sinonimos'>[],
): (sound: string) => readonly string[] {
  const finders = tramites.map(({ id, nombre, sinonimos }) => ({
    id,
    names: compilePhrases([nombre.replaceAll(/[()]/g, ''), ...sinonimos]),
  }));
  return (sound) => finders.filter(({ names }) => names.foundIn(sound)).map(({ id }) => id);
}
