import { newId } from '../../../api/base/kernel/ids';
import type { Salida } from '../../envios/envios';
import type { FromChild } from './wire/from-child';
import type { ToChild } from './wire/to-child';

export interface HandOverDeps {
  /** False when there is no child to tell. */
  readonly order: (order: ToChild) => boolean;
  readonly wait: (milliseconds: number) => Promise<void>;
}

type Outcome = Extract<FromChild, { tipo: 'enviado' | 'no-enviado' }>;

/** The child ends its own waits well before: past this nobody knows. */
const ANSWER_MS = 300_000;

const SALIDAS: Readonly<Record<Extract<Outcome, { tipo: 'no-enviado' }>['motivo'], Salida>> = {
  SIN_CHAT: { estado: 'FALLIDO', codigo: 'SIN_CHAT' },
  RECHAZADO: { estado: 'PENDIENTE', codigo: 'RECHAZADO' },
  SIN_RESPUESTA: { estado: 'INCIERTO' },
};

/** Nothing was sent; later it may. */
export const later = (codigo: string): Salida => ({ estado: 'PENDIENTE', codigo });

type Enviar = Omit<Extract<ToChild, { tipo: 'enviar' }>, 'tipo' | 'id'>;

/** Gives replies to the child, and waits for its word of each. */
export function createHandOver({ order, wait }: HandOverDeps) {
  const onTheWay = new Map<string, (outcome: Outcome | undefined) => void>();
  return {
    async handOver(enviar: Enviar): Promise<Salida> {
      const id = newId();
      const answer = new Promise<Outcome | undefined>((resolve) => onTheWay.set(id, resolve));
      try {
        if (!order({ tipo: 'enviar', id, ...enviar })) return later('NO_LISTO');
        const outcome = await Promise.race([answer, wait(ANSWER_MS).then(() => undefined)]);
        if (outcome?.tipo === 'enviado') return { estado: 'ENVIADO', proveedorId: outcome.proveedorId };
        return SALIDAS[outcome?.motivo ?? 'SIN_RESPUESTA'];
      } finally {
        onTheWay.delete(id);
      }
    },
    /** What the child says of what it was told to send. */
    told: (outcome: Outcome): void => onTheWay.get(outcome.id)?.(outcome),
    /** The child is gone: what it was sending may have gone. */
    gone: (): void => onTheWay.forEach((settle) => settle(undefined)),
    isBusy: (): boolean => onTheWay.size > 0,
  };
}
