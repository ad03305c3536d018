import { refuse } from '../command-error';
import { type Doc, isObject } from '../values/types';
import { pathOf } from './names';
import type { Expression, Parse, Scope } from './operator';

/** Fields to compute, by name: an expression, or those of a document inside. In the order they were given. */
export type Computed = Map<string, Expression | Computed>;

/** Puts an expression at a dotted path; another one at, above or below the same place is refused. */
export function addComputed(fields: Computed, path: string, compute: Expression): void {
  const parts = path.split('.');
  let level = fields;
  for (const [at, part] of parts.entries()) {
    const had = level.get(part);
    const last = at === parts.length - 1;
    if (typeof had === 'function' || (last && had))
      refuse(
        'Location40176',
        `specification contains two conflicting paths. Cannot specify both '${path}' and another path`,
      );
    if (last) level.set(part, compute);
    else {
      const next: Computed = had instanceof Map ? had : new Map();
      level.set(part, next);
      level = next;
    }
  }
}

/** Reads what `$addFields` takes: names, dotted names or documents, with expressions. */
export function parseComputed(given: Doc, parse: Parse): Computed {
  const fields: Computed = new Map();
  const add = (path: string, value: unknown): void => {
    const inside = isObject(value) ? Object.entries(value) : [];
    const plain = isObject(value) && !inside.some(([name]) => name.startsWith('$'));
    if (plain && inside.length === 0)
      refuse(
        'Location51270',
        `An empty sub-projection is not a valid value. Found empty object at path ${path}`,
      );
    if (plain) for (const [name, inner] of inside) add(`${path}.${name}`, inner);
    else {
      pathOf(path);
      addComputed(fields, path, parse(value));
    }
  };
  for (const [path, value] of Object.entries(given)) add(path, value);
  return fields;
}

/** A value with its fields computed: in each element of an array; in the place of what is no document, a new one. */
export function withComputed(value: unknown, fields: Computed, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((item) => withComputed(item, fields, scope));
  const result = new Map<string, unknown>(isObject(value) ? Object.entries(value) : []);
  for (const [name, field] of fields) {
    const computed = field instanceof Map ? withComputed(result.get(name), field, scope) : field(scope);
    if (computed === undefined) result.delete(name);
    else result.set(name, computed);
  }
  return Object.fromEntries(result);
}
