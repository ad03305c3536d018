import type { Failure } from '../base/kernel/failures';
import type { LocalDate } from '../base/kernel/local-date';
import type { Result } from '../base/kernel/result';
import type { LegalData } from '../../content/load-legal';
import type { CodigoMeses, CodigoTermino, Politica, Termino } from '../../content/schemas/legal';
import { alertasOf, semaforoOf } from './alertas';
import type { Alerta, Semaforo } from './alertas';
import { createCalendar } from './calendar';
import type { BusinessCalendar } from './calendar';
import { endOfMonths } from './months';
import { cuentaOf, politicaOf } from './pedido';
import type { Pedido } from './pedido';
import { canExtend } from './prorroga';
import type { Prorroga } from './prorroga';
import { countOncePerDay } from './same-day';
import { silencioOf } from './silencio';
import type { Silencio } from './silencio';
import { termFor } from './term-for';
import { afterTraslado, requerirTerm, trasladoTerm } from './traslado';
import type { Traslado } from './traslado';
import { vencimientoOf } from './vencimiento';
import type { Vencimiento } from './vencimiento';

export type { Pedido } from './pedido';

/** What arrived and when. */
export type Recibo = Pick<Pedido, 'recibidoEn' | 'tipo' | 'politica'>;

/** Everything that is counted in legal time. Pure: the same data give the same dates. */
export interface Terminos {
  readonly calendar: BusinessCalendar;
  /** The receipt policy that is printed: the town's decision, or STRICT until there is one. */
  readonly politica: Politica;
  /** Business days to hand over copies after positive silence (CPACA art. 14 n. 1). */
  readonly diasParaCopias: number;
  /** The term in force for a type on the day of receipt. */
  termFor(tipo: CodigoTermino, day: LocalDate): Result<Termino, Failure>;
  /** INVALID_INPUT for dates that contradict each other, PRORROGA_TOO_LONG past the maximum, TERM_UNKNOWN. */
  vencimiento(pedido: Pedido): Result<Vencimiento, Failure>;
  alertas(vencimiento: Vencimiento): readonly Alerta[];
  semaforo(vencimiento: Vencimiento, today: LocalDate): Semaforo;
  canExtend(vencimiento: Vencimiento, prorroga: Prorroga): Result<number, Failure>;
  silencio(vencimiento: Vencimiento): Silencio;
  /** Last day to send a petition of that type to whoever is competent (CPACA art. 21; Ley 1581 de 2012, art. 15). */
  limiteTraslado(pedido: Recibo): Result<Vencimiento, Failure>;
  /** Last day to ask the citizen to complete it (CPACA art. 17; Ley 1581 de 2012, art. 15 n. 1). */
  limiteRequerir(pedido: Recibo): Result<Vencimiento, Failure>;
  /** The due date in force after a move: the same inside the Alcaldía, a new one for another entity. */
  afterTraslado(vencimiento: Vencimiento, traslado: Traslado): Result<Vencimiento, Failure>;
  /** Last day for the citizen to complete what was required on `requerido`; with `prorrogado`, once more (art. 17). */
  limiteCompletar(codigo: CodigoMeses, requerido: LocalDate, prorrogado?: boolean): LocalDate;
}

/** The terms of a town, from its legal data. */
export function createTerminos(legal: LegalData): Terminos {
  const calendar = createCalendar(
    legal.festivos,
    legal.diasLocales.filter(({ alcance }) => alcance === 'TERMINOS'),
  );
  const term = (tipo: CodigoTermino, day: LocalDate) => termFor(tipo, day, legal.terminos);
  const vencimiento = countOncePerDay((pedido) => {
    const cuenta = cuentaOf(pedido, legal);
    return cuenta.ok ? vencimientoOf(cuenta.value, calendar) : cuenta;
  });
  return {
    calendar,
    politica: politicaOf(legal),
    diasParaCopias: legal.silencios.positivo.diasParaCopias,
    termFor: term,
    vencimiento,
    alertas: (due) => alertasOf(due, calendar),
    semaforo: (due, today) => semaforoOf(due, today, calendar),
    canExtend,
    silencio: (due) => {
      const found = term(due.prueba.tipo, due.prueba.recibido);
      const silencioPositivo = found.ok && found.value.silencioPositivo;
      return silencioOf(due, { silencioPositivo }, legal.silencios, calendar);
    },
    limiteTraslado: ({ tipo, ...rest }) => vencimiento({ ...rest, tipo: trasladoTerm(tipo) }),
    limiteRequerir: ({ tipo, ...rest }) => vencimiento({ ...rest, tipo: requerirTerm(tipo) }),
    afterTraslado: (due, traslado) => afterTraslado(due, traslado, vencimiento),
    limiteCompletar: (codigo, requerido, prorrogado = false) => {
      const plazo = legal.meses.find((row) => row.codigo === codigo);
      if (!plazo) throw new Error(`no term in months for ${codigo}`);
      return endOfMonths(requerido, plazo.meses + (prorrogado ? plazo.prorrogaMaxima : 0), calendar);
    },
  };
}
