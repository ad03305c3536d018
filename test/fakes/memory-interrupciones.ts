import type { Interrupcion, InterrupcionAbierta } from '../../api/interrupciones/interrupcion';
import type { Latido } from '../../api/interrupciones/latido';
import { MAX_ANOTACIONES, PAGINA, type Interrupciones, type Latidos } from '../../api/interrupciones/ports';

/** The last sign, in memory. */
export function memoryLatidos(): Latidos {
  let kept: Latido | undefined;
  return {
    last: async () => kept,
    async leave(en, aOrden) {
      kept = { en, aOrden, desde: kept?.desde ?? en };
    },
  };
}

/** Interruptions, in memory. */
export function memoryInterrupciones(): Interrupciones {
  const ended = new Map<string, Interrupcion>();
  const lasting = new Map<string, InterrupcionAbierta>();
  const all = (): Interrupcion[] => [
    ...ended.values(),
    ...[...lasting.values()].map(({ id, causa, desde, anotaciones }) => ({ id, causa, desde, anotaciones })),
  ];
  return {
    async record(one) {
      const earlier = ended.get(one.id);
      const later = earlier?.hasta && one.hasta && earlier.hasta > one.hasta ? earlier.hasta : one.hasta;
      ended.set(one.id, { ...(earlier ?? one), hasta: later });
    },
    async open(one) {
      if (![...lasting.values()].some(({ causa }) => causa === one.causa)) lasting.set(one.id, one);
    },
    opened: async () => [...lasting.values()],
    async see(id, visto) {
      const one = lasting.get(id);
      if (one && one.visto < visto) lasting.set(id, { ...one, visto });
    },
    async close(id, hasta) {
      const one = lasting.get(id);
      if (!one) return;
      lasting.delete(id);
      const { causa, desde, anotaciones } = one;
      ended.set(id, { id, causa, desde, hasta, anotaciones });
    },
    async annotate(id, note) {
      const one = all().find((each) => each.id === id);
      if (!one || one.anotaciones.length >= MAX_ANOTACIONES) return false;
      const anotaciones = [...one.anotaciones, note];
      const open = lasting.get(id);
      if (open) lasting.set(id, { ...open, anotaciones });
      else ended.set(id, { ...one, anotaciones });
      return true;
    },
    find: async (id) => all().find((one) => one.id === id),
    list: async (antes) =>
      all()
        .filter(({ desde }) => !antes || desde < antes)
        .toSorted((a, b) => b.desde.getTime() - a.desde.getTime())
        .slice(0, PAGINA),
  };
}
