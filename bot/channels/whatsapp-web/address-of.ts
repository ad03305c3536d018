import type { Alias } from '../../personas/personas';

/** Addresses that are remembered as they came. */
const MOST = 5_000;

/**
 * Where to write to each person: first the address their last message came from, exactly as it came; after the program
 * starts again, what their names give.
 */
export function createAddresses(aliasOf: (persona: string) => Promise<Alias | undefined>) {
  const last = new Map<string, string>();
  return {
    came(persona: string, de: string): void {
      last.delete(persona);
      last.set(persona, de);
      const [oldest] = last.keys();
      if (last.size > MOST && oldest !== undefined) last.delete(oldest);
    },
    /** The best one first; none when nothing is known of how to reach this person here. */
    async of(persona: string): Promise<readonly string[]> {
      const alias = await aliasOf(persona);
      const known = [
        last.get(persona),
        alias?.lid ? `${alias.lid}@lid` : undefined,
        alias?.telefono ? `${alias.telefono}@c.us` : undefined,
      ];
      return [...new Set(known.filter((one) => one !== undefined))];
    },
  };
}

export type Addresses = ReturnType<typeof createAddresses>;
