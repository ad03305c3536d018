import { refuse } from '../command-error';
import { parseSort, sortKey } from '../query/sort-key';
import { compareValues } from '../values/compare';
import { type Doc, asNumber, isObject, typeName } from '../values/types';
import type { Apply } from './change';
import { idText } from './field-operators';

type Arrange = (items: unknown[]) => unknown[];

function wholeNumber(modifiers: Doc, name: string): number | undefined {
  if (!(name in modifiers)) return undefined;
  const number = asNumber(modifiers[name]);
  if (number === undefined || !Number.isInteger(number)) {
    refuse(
      'BadValue',
      `The value for ${name} must be an integer value but was given type: ${typeName(modifiers[name])}`,
    );
  }
  return number;
}

function parseArrange(sort: unknown): Arrange {
  if (sort === undefined) return (items) => items;
  const direction = asNumber(sort);
  if (direction === 1 || direction === -1) {
    return (items) => items.toSorted((a, b) => compareValues(a, b) * direction);
  }
  if (!isObject(sort)) {
    return refuse(
      'BadValue',
      'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
    );
  }
  const spec = parseSort(sort);
  return (items) =>
    items
      .map((item) => ({ item, key: sortKey(isObject(item) ? item : {}, spec) }))
      .toSorted((a, b) => Buffer.compare(a.key, b.key))
      .map(({ item }) => item);
}

const cut = (items: unknown[], slice: number | undefined): unknown[] => {
  if (slice === undefined) return items;
  if (slice === 0) return [];
  return slice > 0 ? items.slice(0, slice) : items.slice(slice);
};

function placed(had: readonly unknown[], added: readonly unknown[], position: number | undefined): unknown[] {
  const at = position ?? had.length;
  return [
    ...had.slice(0, at),
    ...added,
    ...(at < 0 ? had.slice(had.length + at < 0 ? 0 : at) : had.slice(at)),
  ];
}

const MODIFIERS = new Set(['$each', '$slice', '$sort', '$position']);

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`, done in that order. */
export function parsePush(operand: unknown): Apply {
  const modifiers: Doc = isObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find((name) => !MODIFIERS.has(name));
  if (unknown) refuse('BadValue', `Unrecognized clause in $push: ${unknown}`);
  const added = modifiers.$each;
  if (!Array.isArray(added)) {
    return refuse(
      'BadValue',
      `The argument to $each in $push must be an array but it was of type: ${typeName(added)}`,
    );
  }
  const position = wholeNumber(modifiers, '$position');
  const slice = wholeNumber(modifiers, '$slice');
  const arrange = parseArrange(modifiers.$sort);
  return (current, about) => {
    if (current !== undefined && !Array.isArray(current)) {
      return refuse(
        'BadValue',
        `The field '${about.path}' must be an array but is of type ${typeName(current)} in document ${idText(about)}`,
      );
    }
    return { set: cut(arrange(placed((current as unknown[] | undefined) ?? [], added, position)), slice) };
  };
}
