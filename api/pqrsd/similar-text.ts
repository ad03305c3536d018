import { foldText } from '../base/kernel/plain-text';

/** Words that any petition has; what is left says what it is about. */
const EMPTY = new Set(
  `a al algo alla asi aqui buenas buenos como con cuando de del desde dias donde el ella en es esa ese eso esta estan
  este esto favor gracias hace han hay hola la las le les lo los mas me mi mis muy nada ni no nos o para pedir pero por
  porque que queja quiero reclamo se senores ser si sin sobre solicito son su sus tambien tardes tengo tiene todo todos
  otra otro vez barrio vereda calle carrera un una unos usted ustedes ya y yo`.split(/\s+/),
);

/** «lámpara», «lamparas»: the same subject, whatever its ending. */
const STEM = 5;

const stemsOf = (texto: string): ReadonlySet<string> =>
  new Set(
    foldText(texto)
      .split(' ')
      .filter((word) => !EMPTY.has(word))
      .map((word) => word.slice(0, STEM)),
  );

/** Fewer words in common than these say nothing. */
const FEWEST = 3;

/**
 * How much two petitions look alike, from 0 to 1: the words with a meaning that they share, over those of the shorter
 * one. A second letter usually tells the same in fewer or in more words.
 */
export function similarity(one: string, other: string): number {
  const [a, b] = [stemsOf(one), stemsOf(other)];
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared < FEWEST ? 0 : shared / Math.min(a.size, b.size);
}
