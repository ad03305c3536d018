import { failure } from '../../api/base/kernel/failures';
import { err, ok } from '../../api/base/kernel/result';
import {
  decidePersona,
  isToldLate,
  namesIn,
  type Persona,
  renamedAlias,
} from '../../bot/personas/decide-persona';
import type { Alias, Personas } from '../../bot/personas/personas';

/** People of WhatsApp, in memory. */
export function memoryPersonas(): Personas {
  const all = new Map<string, Alias>();
  const renamedAt = new Map<string, Date>();
  const having = (alias: Alias): Persona[] =>
    [...all]
      .filter(([, names]) => namesIn(names).some((name) => namesIn(alias).includes(name)))
      .map(([id, names]) => ({ id, alias: names, renombradaEn: renamedAt.get(id) }));
  const without = (names: Alias, gone: Alias): Alias =>
    Object.fromEntries(Object.entries(names).filter(([name, value]) => gone[name as keyof Alias] !== value));
  const give = (id: string, names: Alias, taken: Alias): void => {
    for (const other of having(taken)) if (other.id !== id) all.set(other.id, without(other.alias, taken));
    all.set(id, names);
  };
  return {
    async resolve(alias) {
      if (namesIn(alias).length === 0) return err(failure('INVALID_INPUT'));
      const decided = decidePersona(alias, having(alias));
      const id = decided.kind === 'NEW' ? `persona-${all.size + 1}` : decided.persona.id;
      give(id, decided.kind === 'NEW' ? alias : decided.persona.alias, alias);
      return ok(id);
    },
    async renamed(before, after, en) {
      const [known] = having(before);
      if (!known || isToldLate(en, [known, ...having(after)])) return;
      give(known.id, renamedAlias(known.alias, after), after);
      renamedAt.set(known.id, en);
    },
    aliasOf: async (persona) => all.get(persona),
  };
}
