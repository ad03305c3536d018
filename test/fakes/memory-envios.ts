import { localDate } from '../../api/base/kernel/local-date';
import type { Clock } from '../../api/base/kernel/clock';
import { dayOf } from '../../api/base/kernel/coarse-time';
import { claseOf, type Envio, type EstadoDicho, keepsProof, rangoOf } from '../../bot/envios/envio';
import type { Envios } from '../../bot/envios/envios';

type Kept = Envio & { readonly por: string; readonly dia: string };

/** Messages that providers carry, in memory. `as` is another process on the same store. */
export function memoryEnvios(
  clock: Clock,
  proceso = 'uno',
  kept = new Map<string, Kept>(),
  providers = new Map<string, string>(),
) {
  const timesOf = (id: string, now: Date) =>
    keepsProof(id) ? { estadoEn: now } : { estadoEn: dayOf(now), creadoEn: dayOf(now) };
  const change = (one: Kept | undefined, fields: Partial<Kept>): void => {
    if (one) kept.set(one.id, { ...one, ...fields });
  };
  const told = ({ de, estado, codigo, en, cobro }: EstadoDicho): void => {
    const one = 'id' in de ? kept.get(de.id) : kept.get(providers.get(de.proveedorId) ?? '');
    if (one && rangoOf(one.estado) < rangoOf(estado)) {
      const isProof = 'id' in de && keepsProof(de.id);
      change(one, { estado, estadoEn: isProof ? en : dayOf(en), ...(codigo !== undefined && { codigo }) });
    }
    const now = one && kept.get(one.id);
    if (cobro && now?.categoria === undefined) change(now, cobro);
  };
  const envios: Envios = {
    async begin(nuevo) {
      const known = kept.get(nuevo.id);
      const now = clock.now();
      if (!known) {
        const first = { intentos: 1, creadoEn: now, dia: localDate(now) };
        kept.set(nuevo.id, {
          ...nuevo,
          clase: claseOf(nuevo.id),
          ...first,
          estado: 'ENVIANDO',
          por: proceso,
          estadoEn: now,
        });
        return 'BEGUN';
      }
      if (known.estado === 'PENDIENTE') {
        change(known, { estado: 'ENVIANDO', por: proceso, estadoEn: now, intentos: known.intentos + 1 });
        return 'BEGUN';
      }
      return known.estado === 'ENVIANDO' && known.por !== proceso ? 'INCIERTO' : known.estado;
    },
    async settle(id, salida) {
      const one = kept.get(id);
      const limit = Math.max(rangoOf(salida.estado), rangoOf('INCIERTO'));
      if (one && rangoOf(one.estado) <= limit) {
        const { estado } = salida;
        change(one, {
          estado,
          ...('codigo' in salida && { codigo: salida.codigo }),
          ...timesOf(id, clock.now()),
        });
      }
      if (one && salida.estado === 'ENVIADO') {
        providers.set(salida.proveedorId, id);
        if (keepsProof(id)) change(kept.get(id), { proveedorId: salida.proveedorId });
      }
    },
    async told(dichos) {
      for (const dicho of dichos) told(dicho);
    },
    async find(id) {
      const one = kept.get(id);
      if (!one) return undefined;
      const { por: _por, dia: _dia, ...envio } = one;
      return envio;
    },
    async giveUp(before) {
      const left = [...kept.values()].filter(
        ({ estado, estadoEn }) => estado === 'ENVIANDO' && estadoEn < before,
      );
      for (const one of left) change(one, { estado: 'INCIERTO', estadoEn: dayOf(clock.now()) });
      return left.length;
    },
    avisosDesde: async (desde) =>
      [...kept.values()].filter(({ clase, creadoEn }) => clase === 'AVISO' && creadoEn >= desde).length,
    async consumo(canal, desde, hasta) {
      const counts = new Map<string, number>();
      for (const one of kept.values()) {
        const isSent = ['INCIERTO', 'ENVIADO', 'ENTREGADO', 'LEIDO'].includes(one.estado);
        const inRange = one.canal === canal && one.dia >= desde && one.dia <= hasta;
        if (!isSent || !inRange || one.facturable === false) continue;
        const key = `${one.dia} ${one.categoria ?? 'service'}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts]
        .toSorted(([a], [b]) => a.localeCompare(b))
        .map(([key, mensajes]) => {
          const [dia = '', categoria = ''] = key.split(' ');
          return { dia, categoria, mensajes };
        });
    },
    async purge(before) {
      const old = [...kept.values()].filter(({ creadoEn }) => creadoEn < before);
      for (const { id } of old) kept.delete(id);
      return old.length;
    },
  };
  return {
    ...envios,
    all: () => [...kept.values()],
    as: (other: string) => memoryEnvios(clock, other, kept, providers),
  };
}
