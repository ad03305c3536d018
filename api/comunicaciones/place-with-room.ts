import type { Failure } from '../base/kernel/failures';
import type { Result } from '../base/kernel/result';
import type { NextPlace } from './place';

/**
 * Gives places while there is room to file. It is asked where a number is given, so that what was filed before is still
 * acknowledged when it is repeated.
 */
export const placeWithRoom =
  (nextPlace: NextPlace, admit: () => Promise<Result<void, Failure>>): NextPlace =>
  async (end) => {
    const admitted = await admit();
    return admitted.ok ? nextPlace(end) : admitted;
  };
