import type { Doc } from '../values/types';

/** What an expression may look at: the document, and the variables by name (without `$$`). */
export interface Scope {
  readonly root: Doc;
  readonly variables: Variables;
}

/** `$$name` of `let`, `$map`, `$filter`, …, and `NOW`. */
export type Variables = Readonly<Record<string, unknown>>;

/** Computes a value; undefined is "missing". */
export type Expression = (scope: Scope) => unknown;

/** The names that may be used as `$$name` where an expression stands. */
export type Names = ReadonlySet<string>;

/** Reads an expression, with the variables known there. */
export type Parse = (given: unknown, names?: Iterable<string>) => Expression;

/** Reads the operand of one operator. */
export type Operator = (operand: unknown, parse: Parse) => Expression;
