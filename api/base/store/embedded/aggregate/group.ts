import { Double, Int32 } from 'bson';
import { notSupported, refuse } from '../command-error';
import { compute } from '../values/arithmetic';
import { compareValues, sameValue } from '../values/compare';
import { keyBytes } from '../values/key-bytes';
import { type Doc, asNumber, isNumber, isObject, rankOf, RANK } from '../values/types';
import { type Expression, parseExpression } from './expression';

/** Gathers one value a document and gives the result at the end. */
interface Gatherer {
  add(value: unknown): void;
  result(): unknown;
}

function sum(): Gatherer {
  let total: unknown = new Int32(0);
  return {
    add(value) {
      // Past 64 bits MongoDB goes on with doubles.
      if (isNumber(value))
        total = compute(total, value, '+') ?? new Double((asNumber(total) ?? 0) + (asNumber(value) ?? 0));
    },
    result: () => total,
  };
}

function average(): Gatherer {
  const total = sum();
  let count = 0;
  return {
    add(value) {
      if (!isNumber(value)) return;
      total.add(value);
      count += 1;
    },
    result: () => (count === 0 ? null : new Double((asNumber(total.result()) ?? 0) / count)),
  };
}

function extreme(direction: 1 | -1): Gatherer {
  let best: unknown;
  return {
    add(value) {
      if (rankOf(value) === RANK.null) return;
      if (best === undefined || compareValues(value, best) * direction > 0) best = value;
    },
    result: () => best ?? null,
  };
}

function first(): Gatherer {
  let found: { value: unknown } | undefined;
  return { add: (value) => (found ??= { value: value ?? null }), result: () => found?.value ?? null };
}

function last(): Gatherer {
  let found: unknown = null;
  return { add: (value) => (found = value ?? null), result: () => found };
}

function list(distinct: boolean): Gatherer {
  const items: unknown[] = [];
  return {
    add(value) {
      if (value !== undefined && !(distinct && items.some((item) => sameValue(item, value))))
        items.push(value);
    },
    result: () => items,
  };
}

const GATHERERS: Readonly<Record<string, () => Gatherer>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: () => list(false),
  $addToSet: () => list(true),
  $count: sum,
};

interface Field {
  readonly name: string;
  readonly start: () => Gatherer;
  readonly compute: Expression;
}

function parseField([name, given]: [string, unknown]): Field {
  if (!isObject(given) || Object.keys(given).length !== 1) {
    return refuse('BadValue', `The field '${name}' must be an accumulator object`);
  }
  const [operator = '', operand] = Object.entries(given)[0] ?? [];
  const start = GATHERERS[operator] ?? notSupported(`the accumulator ${operator}`);
  return { name, start, compute: operator === '$count' ? () => new Int32(1) : parseExpression(operand) };
}

function checked(given: unknown): Doc {
  if (!isObject(given)) return refuse('FailedToParse', "a group's fields must be specified in an object");
  if (!('_id' in given)) refuse('FailedToParse', 'a group specification must include an _id');
  return given;
}

/** `$group`: documents stream through, only the groups are kept. */
export class Group {
  private readonly id: Expression;
  private readonly fields: readonly Field[];
  private readonly groups = new Map<string, { id: unknown; gatherers: Gatherer[] }>();

  constructor(given: unknown) {
    const { _id: id, ...fields } = checked(given);
    this.id = parseExpression(id);
    this.fields = Object.entries(fields).map(parseField);
  }

  add(document: Doc): void {
    const id = this.id(document);
    const key = keyBytes(id).toString('latin1');
    const group = this.groups.get(key) ?? { id, gatherers: this.fields.map(({ start }) => start()) };
    this.groups.set(key, group);
    for (const [at, { compute: valueFor }] of this.fields.entries())
      group.gatherers[at]?.add(valueFor(document));
  }

  results(): Doc[] {
    return [...this.groups.values()].map(({ id, gatherers }) => ({
      _id: id ?? null,
      ...Object.fromEntries(this.fields.map(({ name }, at) => [name, gatherers[at]?.result()])),
    }));
  }
}
