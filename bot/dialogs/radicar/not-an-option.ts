import { countWords } from '../count-words';
import type { Facts, Input, Move } from '../dialog';
import { say } from '../say';
import type { Draft } from './draft';
import { withText } from './keep-in-draft';
import { goTo } from './next-step';

/** From this many words an answer that chooses nothing is taken as more of the story. */
export const STORY_WORDS = 4;

/**
 * What was written where an option was expected: a longer text is kept in the petition, and so is any that tells of a
 * danger; another short one is asked again.
 */
export function notAnOption(step: string, draft: Draft, input: Input, facts: Facts): Move<Draft> {
  if (countWords(input.texto) >= STORY_WORDS || facts.understand(input.texto).emergencia) {
    return goTo(step, withText(draft, input.texto, facts), say(facts, 'radicar.agregado'));
  }
  return { kind: 'again', data: draft, say: say(facts, 'no_entendi') };
}
