import { Int32 } from 'bson';
import { notSupported, refuse } from '../command-error';
import { compareValues } from '../values/compare';
import { ExactSum } from '../values/exact-sum';
import { keyBytes } from '../values/key-bytes';
import { ownEntry } from '../values/own-entry';
import { type Doc, RANK, isObject, rankOf } from '../values/types';
import { parseExpression } from '../expressions/expression';
import type { Expression, Variables } from '../expressions/operator';

/** Gathers one value a document and gives the result at the end. */
interface Gatherer {
  add(value: unknown): void;
  result(): unknown;
}

function sum(): Gatherer {
  const total = new ExactSum();
  return { add: (value) => total.add(value), result: () => total.total() };
}

function average(): Gatherer {
  const total = new ExactSum();
  return {
    add: (value) => total.add(value),
    result: () => {
      const mean = total.average();
      return mean === undefined ? notSupported('$avg of decimals') : mean;
    },
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

function list(): Gatherer {
  const items: unknown[] = [];
  return { add: (value) => value !== undefined && items.push(value), result: () => items };
}

function set(): Gatherer {
  const items = new Map<string, unknown>();
  return {
    add(value) {
      if (value === undefined) return;
      const key = keyBytes(value).toString('latin1');
      if (!items.has(key)) items.set(key, value);
    },
    result: () => [...items.values()],
  };
}

const GATHERERS: Readonly<Record<string, () => Gatherer>> = {
  $sum: sum,
  $avg: average,
  $min: () => extreme(-1),
  $max: () => extreme(1),
  $first: first,
  $last: last,
  $push: list,
  $addToSet: set,
  $count: sum,
};

interface Field {
  readonly name: string;
  readonly start: () => Gatherer;
  readonly compute: Expression;
}

function parseField([name, given]: [string, unknown], variables: Variables): Field {
  if (!isObject(given) || !Object.keys(given)[0]?.startsWith('$'))
    return refuse('Location40234', `The field '${name}' must be an accumulator object`);
  if (name.includes('.')) refuse('Location40235', `The field name '${name}' cannot contain '.'`);
  if (name.startsWith('$')) refuse('Location40236', `The field name '${name}' cannot be an operator name`);
  if (Object.keys(given).length > 1)
    refuse('Location40238', `The field '${name}' must specify one accumulator`);
  const [operator = '', operand] = Object.entries(given)[0] ?? [];
  if (Array.isArray(operand)) refuse('Location40237', `The ${operator} accumulator is a unary operator`);
  if (operator === '$count' && !(isObject(operand) && Object.keys(operand).length === 0))
    refuse('TypeMismatch', '$count takes no arguments, i.e. $count:{}');
  const start = ownEntry(GATHERERS, operator) ?? notSupported(`the accumulator ${operator}`);
  return {
    name,
    start,
    compute: operator === '$count' ? () => new Int32(1) : parseExpression(operand, Object.keys(variables)),
  };
}

function checked(given: unknown): Doc {
  if (!isObject(given)) return refuse('Location15947', "a group's fields must be specified in an object");
  if (!('_id' in given)) refuse('Location15955', 'a group specification must include an _id');
  return given;
}

/** `$group`: documents stream through, only the groups are kept. */
export class Group {
  private readonly id: Expression;
  private readonly fields: readonly Field[];
  private readonly groups = new Map<string, { id: unknown; gatherers: Gatherer[] }>();

  constructor(
    given: unknown,
    private readonly variables: Variables,
  ) {
    const { _id: id, ...fields } = checked(given);
    this.id = parseExpression(id, Object.keys(variables));
    this.fields = Object.entries(fields).map((field) => parseField(field, variables));
  }

  add(document: Doc): void {
    const scope = { root: document, variables: this.variables };
    const id = this.id(scope);
    const key = keyBytes(id).toString('latin1');
    const group = this.groups.get(key) ?? { id, gatherers: this.fields.map(({ start }) => start()) };
    this.groups.set(key, group);
    for (const [at, { compute: valueFor }] of this.fields.entries())
      group.gatherers[at]?.add(valueFor(scope));
  }

  results(): Doc[] {
    return [...this.groups.values()].map(({ id, gatherers }) => ({
      _id: id ?? null,
      ...Object.fromEntries(this.fields.map(({ name }, at) => [name, gatherers[at]?.result()])),
    }));
  }
}
