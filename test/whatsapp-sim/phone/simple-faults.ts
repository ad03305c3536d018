import type { Rule } from '../fault-rules';
import type { Sim } from '../create-sim';

/** What anyone can make go wrong from the page, in words. */
const SIMPLE: Readonly<Record<string, { readonly nombre: string; readonly rule: Rule }>> = {
  red: {
    nombre: 'La red falla: los mensajes de la alcaldía no salen',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'reset', when: 'before' } },
  },
  corte: {
    nombre: 'La red se corta después de enviar: la alcaldía no sabe si salió',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'reset', when: 'after' } },
  },
  servidor: {
    nombre: 'WhatsApp está caído (error 503)',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'http', status: 503 } },
  },
  token: {
    nombre: 'El permiso (token) de la alcaldía venció',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 190 } },
  },
  ritmo: {
    nombre: 'La alcaldía envía demasiado rápido (130429)',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 130429 } },
  },
  pago: {
    nombre: 'Falta un medio de pago (131042)',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 131042 } },
  },
  ventana: {
    nombre: 'Pasaron más de 24 horas desde el último mensaje (131047)',
    rule: { match: { endpoint: 'messages' }, fault: { kind: 'graphError', code: 131047 } },
  },
  doble: {
    nombre: 'Cada mensaje de la persona llega dos veces',
    rule: { match: { type: 'message' }, fault: { kind: 'duplicate', times: 1, everyMs: 300 } },
  },
  tarde: {
    nombre: 'Los mensajes de la persona llegan diez segundos tarde',
    rule: { match: { type: 'message' }, fault: { kind: 'delay', ms: 10_000 } },
  },
  archivos: {
    nombre: 'Los archivos no se dejan bajar',
    rule: { match: { endpoint: 'cdn' }, fault: { kind: 'notFound' } },
  },
};

export interface SimpleFaults {
  list(): readonly { readonly id: string; readonly nombre: string }[];
  active(): readonly string[];
  /** False when there is no such fault. */
  set(id: string, isOn: boolean): boolean;
}

export function createSimpleFaults(sim: Sim): SimpleFaults {
  const placed = new Map<string, () => void>();
  return {
    list: () => Object.entries(SIMPLE).map(([id, { nombre }]) => ({ id, nombre })),
    active: () => [...placed.keys()],
    set(id, isOn) {
      const simple = SIMPLE[id];
      if (!simple) return false;
      placed.get(id)?.();
      placed.delete(id);
      if (isOn) placed.set(id, sim.fault(simple.rule));
      sim.world.events.emit('cambio');
      return true;
    },
  };
}
