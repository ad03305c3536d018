import { failure, type Failure } from '../base/kernel/failures';
import { localYear } from '../base/kernel/local-date';
import type { Logger } from '../base/kernel/logger';
import { err, ok, type Result } from '../base/kernel/result';
import type { Book, BookEnd } from './book';
import { GENESIS } from './book-chain';
import type { ClockGuard } from './clock-guard';
import type { Comunicacion } from './comunicacion';

/** The place in the book that a communication is given. */
export interface Place {
  readonly anio: number;
  readonly numero: number;
  readonly radicadoEn: Date;
  /** Hash of the first event of the number before. */
  readonly anterior: string;
}

export interface NextPlace {
  (end: BookEnd | undefined): Promise<Result<Place, Failure>>;
}

/** The end of the book once this communication is its last. */
export function endOf(comunicacion: Comunicacion): BookEnd {
  const { anio, numero, radicadoEn, eventos } = comunicacion;
  const hash = eventos[0]?.hash;
  if (!hash) throw new Error('a communication is filed with its first event');
  return { anio, numero, radicadoEn, hash };
}

/** Gives places, and tells whether it would refuse one now. */
export interface Numbering extends NextPlace {
  /** Whether numbering waits for an administrator to accept the clock. */
  paused(end: BookEnd | undefined): Promise<boolean>;
}

interface Deps {
  readonly book: Pick<Book<Comunicacion>, 'firstNumber' | 'clockAcceptance'>;
  readonly guard: ClockGuard;
  readonly logger: Logger;
}

/**
 * Numbers restart each local year (Acuerdo AGN 060 de 2001, art. 5) and follow each other in time. While the clock
 * cannot be trusted the answer is CLOCK_NOT_TRUSTED, until an administrator accepts it.
 */
export function createNextPlace({ book, guard, logger }: Deps): Numbering {
  let acceptance: string | undefined;

  async function check(end: BookEnd | undefined) {
    acceptance ??= await book.clockAcceptance();
    const verdict = guard.check(end?.radicadoEn);
    if (verdict.trusted) return verdict;
    const latest = await book.clockAcceptance();
    if (latest === acceptance) return verdict;
    acceptance = latest;
    guard.accept(end?.radicadoEn);
    return guard.check(end?.radicadoEn);
  }

  const nextPlace: NextPlace = async (end) => {
    const verdict = await check(end);
    if (!verdict.trusted) {
      logger.error('filing.clock-not-trusted', { why: verdict.why, ms: Math.round(verdict.ms) });
      return err(failure('CLOCK_NOT_TRUSTED'));
    }
    const { radicadoEn } = verdict;
    const anio = localYear(radicadoEn);
    const numero = end?.anio === anio ? end.numero + 1 : await book.firstNumber(anio);
    return ok({ anio, numero, radicadoEn, anterior: end?.hash ?? GENESIS });
  };
  return Object.assign(nextPlace, { paused: async (end?: BookEnd) => !(await check(end)).trusted });
}
