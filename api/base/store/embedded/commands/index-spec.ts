import { CommandError, refuse } from '../command-error';
import { parseFilter } from '../query/parse-filter';
import { sameValue } from '../values/compare';
import { type Doc, asNumber, isObject, typeName } from '../values/types';
import { valueText } from '../values/value-text';
import type { CollectionInfo } from '../storage/catalog';

const KNOWN = [
  'key',
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'expireAfterSeconds',
  'v',
  'background',
  'ns',
];
/** What makes two indexes on one key different ones, and what does not. */
const IDENTITY = ['unique', 'sparse', 'partialFilterExpression'];
const KEPT = [...IDENTITY, 'expireAfterSeconds'];

function checkKey(key: unknown): Doc {
  if (!isObject(key))
    return refuse('TypeMismatch', `The field 'key' must be an object, but got ${typeName(key)}`);
  const fields = Object.entries(key);
  if (fields.length === 0) refuse('CannotCreateIndex', 'Index keys cannot be an empty document');
  for (const [path, order] of fields) {
    if (typeof order === 'string')
      refuse(
        'CannotCreateIndex',
        `Unknown index plugin '${order}': the embedded store has only ordered indexes`,
      );
    const direction = asNumber(order);
    if (!direction)
      refuse('CannotCreateIndex', `Values in v:2 index key pattern cannot be ${valueText(order)}`);
    if (path === '' || path.split('.').includes(''))
      refuse('CannotCreateIndex', 'Index keys cannot contain an empty field');
    if (path.includes('$'))
      refuse('CannotCreateIndex', `Index key contains an illegal field name: field name '${path}'`);
  }
  return key;
}

const nameFor = (key: Doc): string =>
  Object.entries(key)
    .map(([path, order]) => `${path}_${asNumber(order)}`)
    .join('_');

function checkPartial(filter: unknown): void {
  if (filter === undefined) return;
  if (!isObject(filter)) refuse('TypeMismatch', "The field 'partialFilterExpression' must be an object");
  const node = parseFilter(filter);
  const allowed = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$type', '$in']);
  const check = (inner: typeof node): void => {
    if (inner.kind === 'field') {
      if (!allowed.has(inner.test.op))
        refuse('CannotCreateIndex', `Expression not supported in partial index: ${inner.test.op}`);
    } else if (inner.kind === 'and' || inner.kind === 'or') inner.nodes.forEach(check);
    else refuse('CannotCreateIndex', `Expression not supported in partial index: $${inner.kind}`);
  };
  check(node);
}

/** What `createIndexes` asks for, as it is stored and listed. */
export function parseIndexSpec(given: Doc): Doc {
  const key = checkKey(given.key);
  const unknown = Object.keys(given).find((option) => !KNOWN.includes(option));
  if (unknown === 'collation' || unknown === 'hidden' || unknown === 'weights')
    refuse('NotImplemented', `${unknown} of an index is not supported by the embedded store`);
  if (unknown)
    throw new CommandError(
      'IDLUnknownField',
      `The field '${unknown}' is not valid for an index specification. Specification: ${valueText(given)}`,
    );
  const seconds = given.expireAfterSeconds;
  if (seconds !== undefined && (asNumber(seconds) ?? -1) < 0)
    refuse('CannotCreateIndex', `TTL index 'expireAfterSeconds' option must be within an acceptable range`);
  if (seconds !== undefined && Object.keys(key).length > 1)
    refuse('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL.');
  checkPartial(given.partialFilterExpression);
  if (given.sparse && given.partialFilterExpression)
    refuse('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  const name = typeof given.name === 'string' ? given.name : nameFor(key);
  const options = KEPT.filter((option) => given[option] !== undefined && given[option] !== false);
  return { v: 2, key, name, ...Object.fromEntries(options.map((option) => [option, given[option]])) };
}

const asked = (spec: Doc, options: readonly string[]): Doc =>
  Object.fromEntries(options.map((option) => [option, spec[option] ?? null]));

/** True when that very index is there already; refuses when another one is in its way. */
export function alreadyThere(collection: CollectionInfo | undefined, spec: Doc): boolean {
  for (const { name, spec: had } of collection?.indexes ?? []) {
    const same = sameValue(had.key, spec.key) && sameValue(asked(had, IDENTITY), asked(spec, IDENTITY));
    if (name === spec.name && same && sameValue(asked(had, KEPT), asked(spec, KEPT))) return true;
    if (name === spec.name && !same) {
      refuse(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. Requested index: ${valueText(spec)}, existing index: ${valueText(had)}`,
      );
    }
    if (name === spec.name || same) {
      refuse(
        'IndexOptionsConflict',
        `An equivalent index already exists with ${name === spec.name ? 'the same name but' : 'a different name and'} different options. Requested index: ${valueText(spec)}, existing index: ${valueText(had)}`,
      );
    }
  }
  return false;
}
