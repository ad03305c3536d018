import { localDate, type LocalDate } from '../base/kernel/local-date';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { BusinessCalendar } from '../terminos/calendar';
import type { Semaforo } from '../terminos/alertas';
import type { Terminos } from '../terminos/terminos';

/** What the list says of a case: nothing of who asks nor of what they wrote. */
export interface Fila {
  /** Official number, or that of reception while it has none. */
  readonly numero: string;
  readonly prueba: boolean;
  readonly semaforo: Semaforo;
  /** Last day under the reading that protects the person most. */
  readonly venceEstricto: LocalDate;
  /** Last day in force, as the person was told it. */
  readonly vence: LocalDate;
  /** Business days left, today not counted; negative when it is overdue. */
  readonly dias: number;
  readonly tipo: string;
  readonly prioridad: string;
  readonly estado: string;
  readonly recibida: LocalDate;
  readonly canal: string;
  readonly dependencia: string;
  readonly sugerida: string;
  /** What somebody has to do about it besides answering, by codes. */
  readonly avisos: readonly ('NOVEDAD' | 'POR_ESCUCHAR' | 'SIN_ASIGNAR')[];
}

export function filaOf(caso: Pqrsd, today: LocalDate, terminos: Terminos): Fila {
  const { pqrsd, radicado, recepcion, libro, recibidoEn, canal } = caso;
  const { vencimiento, venceEstricto, estado } = pqrsd;
  const suspended = vencimiento.suspendido?.diasRestantes;
  return {
    numero: radicado ?? recepcion,
    prueba: libro === 'PRUEBA',
    semaforo: semaforoOf(caso, today, terminos),
    venceEstricto,
    vence: vencimiento.fecha,
    dias: suspended ?? daysBetween(today, venceEstricto, terminos.calendar),
    tipo: pqrsd.tipo,
    prioridad: pqrsd.prioridad,
    estado,
    recibida: localDate(recibidoEn),
    canal,
    dependencia: pqrsd.dependencia,
    sugerida: pqrsd.sugerida ?? '',
    avisos: [
      ...(pqrsd.novedadEn ? (['NOVEDAD'] as const) : []),
      ...(isUnheard(caso) ? (['POR_ESCUCHAR'] as const) : []),
      ...(estado === 'RADICADA' ? (['SIN_ASIGNAR'] as const) : []),
    ],
  };
}

/** The colour by the date that rules the list: a date kept from before a change of the calendar may be earlier. */
function semaforoOf({ pqrsd }: Pqrsd, today: LocalDate, terminos: Terminos): Semaforo {
  const colour = terminos.semaforo(pqrsd.vencimiento, today);
  return colour !== 'SUSPENDIDO' && today > pqrsd.venceEstricto ? 'VENCIDO' : colour;
}

/** Told by voice, and nobody has written what it asks. */
const isUnheard = ({ pqrsd, eventos }: Pqrsd): boolean =>
  pqrsd.verbal === true && pqrsd.anexos.length > 0 && !eventos.some(({ tipo }) => tipo === 'ESCUCHADA');

/** Longer than any term with its extension: past it the count says nothing more. */
const FARTHEST = 400;

/** Business days after `from` up to `to`; negative when `to` is past. */
export function daysBetween(from: LocalDate, to: LocalDate, calendar: BusinessCalendar): number {
  if (to < from) return -daysBetween(to, from, calendar);
  let days = 0;
  for (let day = calendar.nextBusinessDay(from); day <= to && days < FARTHEST;) {
    days += 1;
    day = calendar.nextBusinessDay(day);
  }
  return days;
}
