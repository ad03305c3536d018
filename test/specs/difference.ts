import { type Document, EJSON } from 'bson';
import { isDocument, numeric, TYPES } from './value-types';

/** What the test's own things are, by their names; `lsid` is the identity of a session. */
export interface Known {
  entity(id: string): unknown;
  lsid(id: string): unknown;
}

/** Where two values are compared. */
export interface Place {
  /** In words, for whoever reads the difference. */
  readonly at: string;
  /** The document may hold nothing more than what is expected of it. */
  readonly whole: boolean;
}

type Operator = (operand: unknown, actual: unknown, place: Place, known: Known) => string | undefined;

const show = (value: unknown): string =>
  value === undefined ? 'nothing' : EJSON.stringify(value as Document, { relaxed: true });

const differs = ({ at }: Place, expected: string, actual: unknown): string =>
  `${at} should be ${expected} and is ${show(actual)}`;

function unknownName(what: string, name: string): never {
  throw new Error(`the runner does not know the ${what} ${name}`);
}

const OPERATORS: Readonly<Record<string, Operator>> = {
  $$exists: (operand, actual, place) =>
    operand === (actual !== undefined)
      ? undefined
      : differs(place, operand === true ? 'there' : 'absent', actual),
  // The driver says null where others say nothing at all.
  $$unsetOrMatches: (operand, actual, place, known) =>
    actual === undefined || actual === null ? undefined : difference(operand, actual, known, place),
  $$type(operand, actual, place) {
    const names = [operand].flat() as string[];
    const fits = names.map((name) => TYPES[name] ?? unknownName('type', name)).some((is) => is(actual));
    return fits ? undefined : differs(place, `of type ${names.join(' or ')}`, actual);
  },
  $$matchesEntity: (operand, actual, place, known) =>
    difference(known.entity(operand as string), actual, known, place),
  $$sessionLsid: (operand, actual, place, known) =>
    difference(known.lsid(operand as string), actual, known, place),
  $$lte(operand, actual, place) {
    const number = numeric(actual);
    const fits = number !== undefined && number <= (operand as number);
    return fits ? undefined : differs(place, `at most ${show(operand)}`, actual);
  },
};

/** An operator stands alone in its document. */
function operatorIn(expected: Document): [Operator, unknown] | undefined {
  const [entry, ...more] = Object.entries(expected);
  if (!entry?.[0].startsWith('$$') || more.length > 0) return undefined;
  return [OPERATORS[entry[0]] ?? unknownName('operator', entry[0]), entry[1]];
}

function ofLists(expected: readonly unknown[], actual: unknown, known: Known, place: Place) {
  if (!Array.isArray(actual) || actual.length !== expected.length)
    return differs(place, show(expected), actual);
  for (const [index, item] of expected.entries()) {
    const found = difference(item, actual[index], known, { ...place, at: `${place.at}[${index}]` });
    if (found !== undefined) return found;
  }
  return undefined;
}

function ofDocuments(expected: Document, given: unknown, known: Known, place: Place) {
  // The driver keeps orders of fields, and results by their place, in maps.
  const actual: unknown = given instanceof Map ? Object.fromEntries(given as Map<string, unknown>) : given;
  if (!isDocument(actual)) return differs(place, show(expected), actual);
  for (const [name, value] of Object.entries(expected)) {
    const found = difference(value, actual[name], known, { at: `${place.at}.${name}`, whole: true });
    if (found !== undefined) return found;
  }
  const more = Object.keys(actual).find(
    (name) => !Object.hasOwn(expected, name) && actual[name] !== undefined,
  );
  return place.whole && more !== undefined ? `${place.at} should not have ${more}` : undefined;
}

function ofScalars(expected: unknown, actual: unknown, place: Place): string | undefined {
  const [x, y] = [numeric(expected), numeric(actual)];
  const same =
    x !== undefined && y !== undefined
      ? x >= y && x <= y
      : actual !== undefined && typeof expected === typeof actual && show(expected) === show(actual);
  return same ? undefined : differs(place, show(expected), actual);
}

/**
 * The first difference between what a test expects and what came; undefined when it matches. Numbers go by value; documents
 * at the root (also of a list at the root) may hold more than expected, those inside them may not.
 */
export function difference(
  expected: unknown,
  actual: unknown,
  known: Known,
  place: Place = { at: 'the result', whole: false },
): string | undefined {
  if (Array.isArray(expected)) return ofLists(expected, actual, known, place);
  if (!isDocument(expected)) return ofScalars(expected, actual, place);
  const [operator, operand] = operatorIn(expected) ?? [];
  return operator ? operator(operand, actual, place, known) : ofDocuments(expected, actual, known, place);
}
