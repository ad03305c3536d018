import type { Tramite } from '../../../content/schemas/tramite';
import { foldText } from '../../base/kernel/plain-text';

/** The trámites that hold every word of the search, by name, synonym or purpose; those that say it in the name first. */
export function searchTramites(tramites: readonly Tramite[], search: string): readonly Tramite[] {
  const words = foldText(search).split(' ').filter(Boolean);
  if (words.length === 0) return tramites;
  const holds = (text: string): boolean => words.every((word) => text.includes(word));
  const named = tramites.filter(({ nombre }) => holds(foldText(nombre)));
  const related = tramites.filter((one) => !named.includes(one) && holds(everythingOf(one)));
  return [...named, ...related];
}

const everythingOf = ({ nombre, sinonimos, paraQue }: Tramite): string =>
  foldText([nombre, ...sinonimos, paraQue].join(' '));
