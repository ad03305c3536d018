import type { Document } from 'bson';
import { CommandError } from '../command-error';
import type { Environment } from '../storage/environment';

/** How one statement of a write command ended. */
export type Ended<T> =
  { readonly index: number; readonly value: T } | { readonly index: number; readonly error: CommandError };

/** One statement of a write command. `now` runs inside a write; undefined: it would take too long there. */
export interface Statement<T> {
  now(): T | undefined;
  later(): Promise<T>;
}

/** A statement that cannot be read is refused when its turn comes: those before it are carried out. */
export function inTurn<T>(read: () => Statement<T>): Statement<T> {
  try {
    return read();
  } catch (cause) {
    const fail = (): never => {
      throw cause;
    };
    return { now: fail, later: () => Promise.reject(cause as Error) };
  }
}

/** What a command's statements may take of a batch before others have their turn. */
const SHARE_MS = 25;

export const failed = (ended: readonly Ended<unknown>[]): boolean => ended.some((one) => 'error' in one);

function caught<T>(index: number, cause: unknown): Ended<T> {
  if (cause instanceof CommandError && cause.code !== 14031) return { index, error: cause };
  throw cause;
}

function attempt<T>(index: number, statement: Statement<T>): Ended<T> | undefined {
  try {
    const value = statement.now();
    return value === undefined ? undefined : { index, value };
  } catch (cause) {
    return caught(index, cause);
  }
}

function severalNow<T>(statements: readonly Statement<T>[], from: number, ordered: boolean): Ended<T>[] {
  const start = performance.now();
  const ended: Ended<T>[] = [];
  for (let index = from; index < statements.length; index++) {
    const one = attempt(index, statements[index] as Statement<T>);
    if (!one) break;
    ended.push(one);
    if ((ordered && 'error' in one) || performance.now() - start > SHARE_MS) break;
  }
  return ended;
}

/** Carries out the statements of one command in order, as many as possible in one commit; ordered ends at the first error. */
export async function runStatements<T>(
  env: Environment,
  statements: readonly Statement<T>[],
  ordered: boolean,
): Promise<Ended<T>[]> {
  const ended: Ended<T>[] = [];
  while (ended.length < statements.length && !(ordered && failed(ended))) {
    const index = ended.length;
    const some = await env.write(() => severalNow(statements, index, ordered));
    ended.push(...some);
    if (some.length > 0) continue;
    const value = await (statements[index] as Statement<T>).later().then(
      (result): Ended<T> => ({ index, value: result }),
      (cause: unknown) => caught<T>(index, cause),
    );
    ended.push(value);
  }
  return ended;
}

/** `writeErrors` of the reply, absent when there are none. */
export function writeErrors(ended: readonly Ended<unknown>[]): Document {
  const errors = ended.flatMap((one) =>
    'error' in one
      ? [{ index: one.index, code: one.error.code, errmsg: one.error.message, ...one.error.extra }]
      : [],
  );
  return errors.length > 0 ? { writeErrors: errors } : {};
}
