import { foldText } from '../base/kernel/plain-text';
import { isPartOf, type Organigrama } from './organigrama';

/** Who looks at cases, as they say it; every look is recorded. */
export interface Viewer {
  readonly nombre: string;
  /** Code of their dependencia. */
  readonly dependencia?: string;
}

/** What of a case decides who may see it. */
export interface Guarded {
  readonly excluidas?: readonly string[];
  /** The servant complained about, as the person wrote it. */
  readonly servidor?: string;
}

/**
 * Whether a case may be shown to somebody: never to the servant it complains about, nor to their dependencia or one that
 * is part of it. For them it does not exist: not in lists, counts, exports nor by its number.
 */
export function canSee(
  { excluidas = [], servidor }: Guarded,
  viewer: Viewer,
  organigrama: Organigrama,
): boolean {
  const { dependencia } = viewer;
  if (dependencia !== undefined && excluidas.some((one) => isPartOf(dependencia, one, organigrama)))
    return false;
  return servidor === undefined || !mayBeTheSame(viewer.nombre, servidor);
}

const namesIn = (text: string): Set<string> =>
  new Set(
    foldText(text)
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length > 2),
  );

/** Two names in common, or all of the shorter one: people write names in part, and it is better to hide one too many. */
function mayBeTheSame(one: string, other: string): boolean {
  const [a, b] = [namesIn(one), namesIn(other)];
  const shared = [...a].filter((name) => b.has(name)).length;
  return shared >= 2 || (shared > 0 && shared === Math.min(a.size, b.size));
}
