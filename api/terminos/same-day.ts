import type { Failure } from '../base/kernel/failures';
import { localDate } from '../base/kernel/local-date';
import { ok, type Result } from '../base/kernel/result';
import type { Pedido } from './pedido';
import type { Vencimiento } from './vencimiento';

type Count = (pedido: Pedido) => Result<Vencimiento, Failure>;

const MAX_REMEMBERED = 500;

/**
 * Counts once what is received on the same day with the same term: the days do not depend on the hour. Whatever has an
 * extension, a pause or a term of its own is counted anew.
 */
export function countOncePerDay(count: Count): Count {
  const remembered = new Map<string, Vencimiento>();
  return (pedido) => {
    const { recibidoEn, tipo, politica, ...more } = pedido;
    const isPlain = Object.values(more).every(
      (value) => value === undefined || value === 0 || value === false,
    );
    if (!isPlain || Number.isNaN(recibidoEn.getTime())) return count(pedido);
    const key = `${localDate(recibidoEn)} ${tipo} ${politica ?? ''}`;
    const known = remembered.get(key);
    if (known) return ok({ ...known, prueba: { ...known.prueba, recibidoEn: recibidoEn.toISOString() } });
    const counted = count(pedido);
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    if (counted.ok) remembered.set(key, counted.value);
    return counted;
  };
}
