import { countWords } from '../count-words';
import type { Facts, Input, Move } from '../dialog';
import { saysOneOf } from '../named-words';
import { say } from '../say';
import type { Draft } from './draft';
import { withText } from './keep-in-draft';
import { goOn, goTo } from './next-step';
import { STORY_WORDS } from './not-an-option';

/** The number is never a gate: any other answer goes on, and a longer one stays in the petition. */
export function withoutNumber(draft: Draft, input: Input, facts: Facts): Move<Draft> {
  if (saysOneOf(input.texto, facts.texts, 'anonima')) return goTo('anonima', draft);
  const seen = { ...draft, documentoVisto: true };
  const tells = countWords(input.texto) >= STORY_WORDS || facts.understand(input.texto).emergencia;
  return tells
    ? goOn(withText(seen, input.texto, facts), facts, say(facts, 'radicar.agregado'))
    : goOn(seen, facts);
}
