import { addDays } from '../base/kernel/local-date';
import type { LocalDate } from '../base/kernel/local-date';
import type { Festivo } from '../../content/schemas/legal';
import { easterSunday } from './easter';
import { weekday } from './weekday';

/** A national holiday as observed. Two that fall on one day are one, with both names. */
export interface Holiday {
  readonly nombre: string;
  readonly norma: string;
}

/** The national holidays of a year by rule (Ley 51 de 1983; Ley 2578 de 2026 from its date), by the day observed. */
export function holidaysOf(year: number, festivos: readonly Festivo[]): ReadonlyMap<LocalDate, Holiday> {
  const found = new Map<LocalDate, Holiday>();
  for (const festivo of festivos) {
    const day = observedDay(year, festivo);
    const { desde, hasta } = festivo.vigencia;
    if ((desde !== null && day < desde) || (hasta !== null && day > hasta)) continue;
    const same = found.get(day);
    found.set(day, same ? together(same, festivo) : { nombre: festivo.nombre, norma: festivo.norma });
  }
  return found;
}

function observedDay(year: number, festivo: Festivo): LocalDate {
  if (festivo.tipo === 'PASCUA') return addDays(easterSunday(year), festivo.desplazamiento);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${year}-${two(festivo.mes)}-${two(festivo.dia)}`;
  return festivo.tipo === 'LUNES' ? addDays(day, (8 - weekday(day)) % 7) : day;
}

const together = (one: Holiday, other: Holiday): Holiday => ({
  nombre: `${one.nombre} y ${other.nombre}`,
  norma: one.norma === other.norma ? one.norma : `${one.norma}; ${other.norma}`,
});
