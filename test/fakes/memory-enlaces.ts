import type { Enlace, Enlaces } from '../../bot/datos-por-enlace/enlaces';

/** Links in memory. */
export function memoryEnlaces(): Enlaces & { readonly all: () => readonly Enlace[] } {
  let kept: readonly Enlace[] = [];
  return {
    all: () => kept,
    async insert(enlace) {
      kept = [...kept, { ...enlace, gastado: false }];
    },
    async find(huella) {
      return kept.find((one) => one.huella === huella);
    },
    async spend(id) {
      kept = kept.map((one) => (one.id === id ? { ...one, gastado: true } : one));
    },
    async purge(before) {
      kept = kept.filter(({ venceEn }) => venceEn >= before);
    },
  };
}
