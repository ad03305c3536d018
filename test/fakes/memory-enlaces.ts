import type { Enlace, Enlaces } from '../../bot/datos-por-enlace/enlaces';

export interface MemoryEnlaces extends Enlaces {
  all(): readonly Enlace[];
  /** Whether the process ends before a link is spent. */
  breakSpending(broken: boolean): void;
}

/** Links in memory. */
export function memoryEnlaces(): MemoryEnlaces {
  let kept: readonly Enlace[] = [];
  let isBroken = false;
  return {
    all: () => kept,
    breakSpending(broken) {
      isBroken = broken;
    },
    async insert(enlace) {
      kept = [...kept, { ...enlace, gastado: false }];
    },
    async find(huella) {
      return kept.find((one) => one.huella === huella);
    },
    async spend(id) {
      if (isBroken) throw new Error('crash');
      kept = kept.map((one) => (one.id === id ? { ...one, gastado: true } : one));
    },
    async purge(before) {
      kept = kept.filter(({ venceEn }) => venceEn >= before);
    },
  };
}
