import type { LocalDate } from '../base/kernel/local-date';
import type { BusinessCalendar } from './calendar';
import { countDays } from './count-days';
import { hechosOf } from './hechos-of';
import type { Vencimiento } from './vencimiento';

/** Points of a term at which somebody is told. VENCIDA comes the day after and repeats every business day. */
export const TIPOS_ALERTA = [
  'ASIGNACION',
  'MITAD',
  'TRES_CUARTOS',
  'FALTAN_3',
  'FALTA_1',
  'VENCE',
  'VENCIDA',
] as const;
export type TipoAlerta = (typeof TIPOS_ALERTA)[number];

export interface Alerta {
  readonly tipo: TipoAlerta;
  readonly fecha: LocalDate;
}

/** The colour of a case in lists, by the STRICT count. */
export type Semaforo = 'VERDE' | 'AMARILLO' | 'ROJO' | 'VENCIDO' | 'SUSPENDIDO';

/**
 * When to warn, in order, always by the STRICT count: one business day after receipt for assignment, at half and three
 * quarters of the days, three and one before the end, the last day, and the next. Short terms skip what does not fit;
 * a suspended one has none.
 */
export function alertasOf(vencimiento: Vencimiento, calendar: BusinessCalendar): Alerta[] {
  if (vencimiento.suspendido) return [];
  const hechos = hechosOf(vencimiento.prueba);
  const { dias, resultado } = countDays({ ...hechos, politica: 'STRICT' }, calendar);
  const counted = dias.filter((one) => 'cuenta' in one).map(({ fecha }) => fecha);
  const total = counted.length;
  const dates: [TipoAlerta, LocalDate | undefined][] = [
    ['ASIGNACION', counted[0]],
    ['MITAD', counted[Math.max(1, Math.floor(total * 0.5)) - 1]],
    ['TRES_CUARTOS', counted[Math.max(1, Math.floor(total * 0.75)) - 1]],
    ['FALTAN_3', counted[total - 4]],
    ['FALTA_1', counted[total - 2]],
    ['VENCE', resultado],
    ['VENCIDA', calendar.nextBusinessDay(resultado)],
  ];
  return dates
    .flatMap(([tipo, fecha]) => (fecha === undefined ? [] : [{ tipo, fecha }]))
    .toSorted((a, b) => a.fecha.localeCompare(b.fecha));
}

/** Green to the half of the term, yellow to three quarters, red to the last day, then overdue. */
export function semaforoOf(vencimiento: Vencimiento, today: LocalDate, calendar: BusinessCalendar): Semaforo {
  if (vencimiento.suspendido) return 'SUSPENDIDO';
  const dates = new Map(alertasOf(vencimiento, calendar).map(({ tipo, fecha }) => [tipo, fecha]));
  const reached = (tipo: TipoAlerta): boolean => today >= (dates.get(tipo) ?? '9999-12-31');
  if (today > (dates.get('VENCE') ?? vencimiento.fechaEstricta)) return 'VENCIDO';
  if (reached('TRES_CUARTOS')) return 'ROJO';
  return reached('MITAD') ? 'AMARILLO' : 'VERDE';
}
