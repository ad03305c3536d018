import type { Emergencias } from '../../content/schemas/emergencias';
import { compilePhrases } from './phrases';

/** Tells danger to life in the sound of a text. */
export interface EmergencyRules {
  readonly isEmergency: (sound: string) => boolean;
  /** Whether the text holds something that only sounds like danger: then these rules have the last word. */
  readonly hasDecoy: (sound: string) => boolean;
}

/**
 * The rules of the content. What only sounds like danger (emergency lights, a barrio named El Socorro) is taken out
 * first, so that a real signal beside it still counts.
 */
export function createEmergencyRules({
  senales,
  noSon,
}: Pick<Emergencias, 'senales' | 'noSon'>): EmergencyRules {
  const signals = compilePhrases(senales);
  const decoys = compilePhrases(noSon);
  return {
    isEmergency: (sound) => signals.foundIn(decoys.removedFrom(sound)),
    hasDecoy: decoys.foundIn,
  };
}
