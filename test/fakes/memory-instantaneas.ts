import type { Instantanea, Instantaneas } from '../../api/contenido/instantaneas';

/** The contents in force, in memory. */
export function memoryInstantaneas(): Instantaneas & { readonly kept: Instantanea[] } {
  const kept: Instantanea[] = [];
  return {
    kept,
    last: async () => kept.at(-1),
    lastHash: async () => kept.at(-1)?.hash,
    knows: async (hash) => kept.some((one) => one.hash === hash),
    add: async (one) => void kept.push(one),
  };
}
