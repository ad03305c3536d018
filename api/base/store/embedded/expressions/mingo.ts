import { Context, ProcessingMode, evalExpr } from 'mingo/core';
import { $literal } from 'mingo/operators/expression';
import * as arithmetic from 'mingo/operators/expression/arithmetic';
import * as dates from 'mingo/operators/expression/date';
import * as texts from 'mingo/operators/expression/string';

/*
 * What depends on nothing but texts, dates and doubles is computed by mingo. It gets plain values that are already
 * computed and of the right type; what it gets wrong (zones, types, null, letters beyond ASCII) is decided before.
 */

const context = Context.init({ expression: { $literal, ...arithmetic, ...dates, ...texts } });
const OPTIONS = {
  context,
  idKey: '_id',
  processingMode: ProcessingMode.CLONE_OFF,
  scriptEnabled: false,
  useStrictMode: true,
  failOnError: true,
};

/** An operator of mingo on an operand whose values are literals: a text that begins with `$` stays a text. */
export const mingo = (name: string, operand: unknown): unknown => evalExpr({}, { [name]: operand }, OPTIONS);

/** A value that mingo takes as it is. */
export const literal = (value: unknown): unknown => ({ $literal: value });
