import { ok } from '../../api/base/kernel/result';
import { namesIn } from './decide-persona';
import type { Alias, Personas } from './personas';

const MOST = 20_000;

/**
 * Personas with the last ones in memory: who is writing now is not looked for at each message. What another copy of the
 * program changes is seen when the names of a message are not the remembered ones.
 */
export function rememberPersonas(personas: Personas): Personas {
  const ids = new Map<string, string>();
  const aliases = new Map<string, Alias>();
  return {
    async resolve(alias) {
      const names = namesIn(alias).join(' ');
      const known = ids.get(names);
      if (known !== undefined) return ok(known);
      const resolved = await personas.resolve(alias);
      if (resolved.ok) {
        aliases.delete(resolved.value);
        if (ids.size >= MOST) ids.clear();
        ids.set(names, resolved.value);
      }
      return resolved;
    },
    async renamed(before, after, en) {
      await personas.renamed(before, after, en);
      ids.clear();
      aliases.clear();
    },
    async aliasOf(persona) {
      const known = aliases.get(persona) ?? (await personas.aliasOf(persona));
      if (aliases.size >= MOST) aliases.clear();
      if (known) aliases.set(persona, known);
      return known;
    },
  };
}
