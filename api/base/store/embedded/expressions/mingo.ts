import type * as Core from 'mingo/core';
import type * as Expressions from 'mingo/operators/expression';

/*
 * What depends on nothing but texts, dates and doubles is computed by mingo. It gets plain values that are already
 * computed and of the right type; what it gets wrong (zones, types, null, letters beyond ASCII) is decided before.
 */

type Evaluate = (operator: string, operand: unknown) => unknown;

/** Loaded when the first such expression is read: most programs have none. */
function load(): Evaluate {
  const { Context, ProcessingMode, evalExpr } = require('mingo/core') as typeof Core;
  const operators = require('mingo/operators/expression') as typeof Expressions;
  const options = {
    context: Context.init({ expression: operators }),
    idKey: '_id',
    processingMode: ProcessingMode.CLONE_OFF,
    scriptEnabled: false,
    useStrictMode: true,
    failOnError: true,
  };
  return (operator, operand) => evalExpr({}, { [operator]: operand }, options);
}

let evaluate: Evaluate | undefined;

/** An operator of mingo on an operand whose values are literals: a text that begins with `$` stays a text. */
export const mingo: Evaluate = (operator, operand) => (evaluate ??= load())(operator, operand);

/** A value that mingo takes as it is. */
export const literal = (value: unknown): unknown => ({ $literal: value });
