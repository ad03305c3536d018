import { Timestamp } from 'bson';
import { refuse } from '../command-error';
import { bigOf, compute, integer, zeroLike } from '../values/arithmetic';
import { compareValues } from '../values/compare';
import { ownEntry } from '../values/own-entry';
import { TYPE, isNumber, isObject, typeName, typeOf } from '../values/types';
import { valueText } from '../values/value-text';
import { type About, type Apply, KEEP, type Outcome } from './change';

const set = (value: unknown): Outcome => ({ set: value });

/** The document's identity as MongoDB's messages write it: `{_id: 5}`. */
export function idText(about: About): string {
  return `{_id: ${valueText(about.document._id)}}`;
}

function arithmetic(op: '$inc' | '$mul', operand: unknown, path: string): Apply {
  const verb = op === '$inc' ? 'increment' : 'multiply';
  const name = path.split('.').pop() ?? path;
  if (!isNumber(operand)) {
    refuse('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${name}: ${valueText(operand)}}`);
  }
  return (current, about) => {
    if (current === undefined) return set(op === '$inc' ? operand : zeroLike(operand));
    if (!isNumber(current)) {
      refuse(
        'TypeMismatch',
        `Cannot apply ${op} to a value of non-numeric type. ${idText(about)} has the field '${about.name}' of non-numeric type ${typeName(current)}`,
      );
    }
    const result = compute(current, operand, op === '$inc' ? '+' : '*');
    if (result !== undefined) return set(result);
    return refuse(
      'BadValue',
      `Failed to apply ${op} operations to current value ((NumberLong)${valueText(current)}) for document ${idText(about)}`,
    );
  };
}

const extreme =
  (operand: unknown, direction: 1 | -1): Apply =>
  (current) =>
    current === undefined || compareValues(operand, current) * direction > 0 ? set(operand) : KEEP;

function currentDate(operand: unknown): Apply {
  const type = isObject(operand) ? operand.$type : operand;
  const asTimestamp = type === 'timestamp';
  if (!asTimestamp && type !== 'date' && typeof type !== 'boolean') {
    refuse(
      'BadValue',
      `${typeName(operand)} is not valid type for $currentDate. Please use a boolean ('true') or a $type expression ({$type: 'timestamp/date'}).`,
    );
  }
  return (_current, { now }) =>
    set(asTimestamp ? new Timestamp({ t: Math.floor(now.getTime() / 1000), i: 1 }) : now);
}

const BITS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  xor: (a, b) => a ^ b,
};
const isInteger = (value: unknown): boolean => [TYPE.int, TYPE.long].includes(typeOf(value) as 16 | 18);

interface BitStep {
  readonly combine: (a: bigint, b: bigint) => bigint;
  readonly mask: unknown;
}

function bitSteps(operand: unknown): BitStep[] {
  if (!isObject(operand)) {
    return refuse(
      'BadValue',
      `The $bit modifier is not compatible with a ${typeName(operand)}. You must pass in an embedded document: {$bit: {field: {and/or/xor: #}}`,
    );
  }
  if (Object.keys(operand).length === 0) {
    refuse(
      'BadValue',
      'You must pass in at least one bitwise operation. The format is: {$bit: {field: {and/or/xor: #}}',
    );
  }
  return Object.entries(operand).map(([name, mask]) => {
    const combine =
      ownEntry(BITS, name) ??
      refuse(
        'BadValue',
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator: {${name}: ${valueText(mask)}}`,
      );
    if (!isInteger(mask))
      refuse(
        'BadValue',
        `The $bit modifier field must be an Integer(32/64 bit); a '${typeName(mask)}' is not supported here: {${name}: ${valueText(mask)}}`,
      );
    return { combine, mask };
  });
}

function bit(operand: unknown): Apply {
  const steps = bitSteps(operand);
  return (current, about) => {
    if (current !== undefined && !isInteger(current)) {
      refuse(
        'BadValue',
        `Cannot apply $bit to a value of non-integral type.${idText(about)} has the field ${about.name} of non-integer type ${typeName(current)}`,
      );
    }
    const wide = [current, ...steps.map(({ mask }) => mask)].some((value) => typeOf(value) === TYPE.long);
    const start = current === undefined ? 0n : bigOf(current);
    return set(
      integer(
        steps.reduce((value, { combine, mask }) => combine(value, bigOf(mask)), start),
        wide,
      ),
    );
  };
}

/** Operators that look at the field alone. */
export const FIELD_OPERATORS: Readonly<Record<string, (operand: unknown, path: string) => Apply>> = {
  $set: (operand) => () => set(operand),
  $setOnInsert:
    (operand) =>
    (_current, { isInsert }) =>
      isInsert ? set(operand) : KEEP,
  $unset: () => (current) => (current === undefined ? KEEP : 'remove'),
  $inc: (operand, path) => arithmetic('$inc', operand, path),
  $mul: (operand, path) => arithmetic('$mul', operand, path),
  $min: (operand) => extreme(operand, -1),
  $max: (operand) => extreme(operand, 1),
  $currentDate: currentDate,
  $bit: bit,
};
