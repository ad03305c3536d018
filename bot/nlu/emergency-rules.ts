import type { Emergencias } from '../../content/schemas/emergencias';
import { compilePhrases } from './phrases';

/**
 * Whether the sound of a text tells of danger to life. What only sounds like it (emergency lights, a barrio named El
 * Socorro) is taken out first, so that a real signal beside it still counts.
 */
export function createEmergencyRules({
  senales,
  noSon,
}: Pick<Emergencias, 'senales' | 'noSon'>): (sound: string) => boolean {
  const signals = compilePhrases(senales);
  const decoys = compilePhrases(noSon);
  return (sound) => signals.foundIn(decoys.removedFrom(sound));
}
