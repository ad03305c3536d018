import { BSONRegExp, Int32, type Document } from 'bson';
import * as fc from 'fast-check';
import type { Values } from './document-values';

/** Paths that conditions, sorts and projections speak of. */
export const path = fc.constantFrom('a', 'a', 'b', 'b', 'c', 'd', 'a.b', 'a.0', 'b.c', 'a.0.b', 'a.b.c');

const int = (min: number, max: number) => fc.integer({ min, max }).map((n) => new Int32(n));
const list = <T>(value: fc.Arbitrary<T>, minLength = 0) => fc.array(value, { minLength, maxLength: 3 });
const under = (op: string) => (operand: unknown) => ({ [op]: operand });

/** Conditions on a value that is already reached: `{$gt: 5}`. */
function conditions({ one, any }: Values): fc.Arbitrary<Document> {
  const compared = fc.tuple(fc.constantFrom('$gt', '$gte', '$lt', '$lte', '$eq', '$ne'), fc.oneof(one, any));
  return fc.oneof(
    { weight: 5, arbitrary: compared.map(([op, operand]) => ({ [op]: operand })) },
    { weight: 2, arbitrary: fc.tuple(one, one).map(([low, high]) => ({ $gte: low, $lt: high })) },
    { weight: 2, arbitrary: list(any).map(under('$in')) },
    { weight: 1, arbitrary: list(any).map(under('$nin')) },
    { weight: 1, arbitrary: fc.boolean().map(under('$exists')) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('number', 'string', 'array', 'object', 'null', 'int', 'double', 'date')
        .map(under('$type')),
    },
    { weight: 1, arbitrary: int(0, 3).map(under('$size')) },
    { weight: 1, arbitrary: list(any, 1).map(under('$all')) },
    { weight: 1, arbitrary: fc.tuple(int(1, 3), int(0, 1)).map(under('$mod')) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('^a', 'b$', 'A').map((text) => ({ $regex: new BSONRegExp(text, 'i') })),
    },
  );
}

function clauses(values: Values): fc.Arbitrary<Document> {
  const condition = conditions(values);
  const fields = fc.tuple(fc.constantFrom('b', 'c'), fc.oneof(condition, values.one));
  const element = fc.oneof(
    condition,
    fc
      .uniqueArray(fields, { minLength: 1, maxLength: 2, selector: ([name]) => name })
      .map(Object.fromEntries),
  );
  const operand = fc.oneof(
    { weight: 3, arbitrary: values.any },
    { weight: 6, arbitrary: condition },
    { weight: 1, arbitrary: condition.map(under('$not')) },
    { weight: 2, arbitrary: element.map(under('$elemMatch')) },
  );
  return fc.tuple(path, operand).map(([name, value]) => ({ [name]: value }));
}

/** Filters of every operator, nested once in `$and`, `$or`, `$nor`. */
export function filters(values: Values): fc.Arbitrary<Document> {
  const clause = clauses(values);
  const joined = fc.tuple(fc.constantFrom('$and', '$or', '$nor'), list(clause, 1));
  return fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 6, arbitrary: clause },
    { weight: 3, arbitrary: fc.tuple(clause, clause).map(([x, y]) => ({ ...x, ...y })) },
    { weight: 2, arbitrary: joined.map(([op, inner]) => ({ [op]: inner })) },
  );
}
