import type { Clock } from '../base/kernel/clock';
import { failure, type Failure } from '../base/kernel/failures';
import { localDate, type LocalDate } from '../base/kernel/local-date';
import { err, ok, type Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Libro } from '../comunicaciones/comunicacion';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { type Aviso, type ClaseAviso, huellaOf } from './aviso';
import type { Avisos } from './avisos';
import type { CompleteAviso } from './complete-aviso';
import { type Hallazgo, personalSigns } from './personal-signs';
import { valuesOfCase } from './values-of-case';

/** What somebody asks to be posted. */
export interface Pedido {
  readonly clase: ClaseAviso;
  readonly titulo: string;
  readonly texto: string;
  /** The number of its case: of reception or the radicado. Only a general notice goes without. */
  readonly numero?: string;
  readonly desfijaEl: LocalDate;
  /** Who publishes it. */
  readonly quien: string;
  /** Who publishes it read what looks personal and answers that it may be public. */
  readonly anonimizado: boolean;
}

export interface PostDeps {
  readonly entidad: string;
  readonly libro: Libro;
  readonly avisos: Pick<Avisos, 'keep'>;
  /** The case that answers to a number in the book in use. */
  readonly caseOf: (numero: string) => Promise<Pqrsd | undefined>;
  readonly complete: CompleteAviso;
  readonly newId: () => string;
  readonly sealing: Sealing;
  readonly clock: Clock;
}

/** The notice, or why not: what looks personal in it, for who publishes to read again. */
export type Posted = Result<Aviso, Failure & { readonly hallazgos?: readonly Hallazgo[] }>;

/** The context that the names in a notice open in. */
export const SEALED_NAME = 'aviso.persona';

/**
 * Posts a notice, once: the same text until the same day is the same notice. The intention is stored first; then the
 * proof goes into the case; then anybody can read it.
 * Failures: NOT_FOUND (no such case), INVALID_INPUT (empty, or its last day is past), LOOKS_PERSONAL, and those of the case.
 */
export function createPostAviso(deps: PostDeps) {
  return async (pedido: Pedido): Promise<Posted> => {
    const { sealing, clock, libro, entidad, avisos, complete, newId } = deps;
    const now = clock.now();
    const { clase, titulo, texto, desfijaEl, numero } = pedido;
    if (!isWhole(pedido, localDate(now))) return err(failure('INVALID_INPUT'));
    const caso = numero === undefined ? undefined : await deps.caseOf(numero);
    if (numero !== undefined && !caso) return err(failure('NOT_FOUND'));
    const hallazgos = signsIn(pedido, caso, sealing);
    if (isRefused(pedido, hallazgos, caso)) return err({ ...failure('LOOKS_PERSONAL'), hallazgos });
    const radicado = caso && (caso.radicado ?? caso.recepcion);
    const contenido = { clase, titulo, texto, radicado, desfijaEl };
    const kept = await avisos.keep({
      _id: newId(),
      entidad,
      esquema: 1,
      libro,
      ...contenido,
      caso: caso?._id,
      estado: 'PREPARADO',
      preparadoEn: now,
      publicadoPor: sealing.seal(pedido.quien, SEALED_NAME),
      huella: huellaOf(contenido),
    });
    const completed = await complete(kept);
    return completed.ok ? ok(completed.value) : completed;
  };
}

const isWhole = ({ titulo, texto, quien, clase, numero, desfijaEl }: Pedido, hoy: LocalDate): boolean =>
  [titulo, texto, quien].every((one) => one.trim() !== '') &&
  (numero !== undefined || clase === 'GENERAL') &&
  desfijaEl >= hoy;

const signsIn = ({ titulo, texto }: Pedido, caso: Pqrsd | undefined, sealing: Sealing): Hallazgo[] =>
  personalSigns(`${titulo}\n${texto}`, caso && valuesOfCase(caso, sealing));

/** The name or contact of a confidential case is never posted, whoever confirms it. */
function isRefused(
  { anonimizado }: Pedido,
  hallazgos: readonly Hallazgo[],
  caso: Pqrsd | undefined,
): boolean {
  const confidential = caso?.pqrsd.modo === 'CONFIDENCIAL';
  return hallazgos.some(({ signo }) => !anonimizado || (confidential && signo === 'DEL_CASO'));
}
