import { ObjectId } from 'bson';
import { refuse } from '../command-error';
import type { FilterNode } from '../query/filter-node';
import { hasOwn } from '../query/paths';
import { type Doc, isObject } from '../values/types';
import { applyUpdate } from './apply-update';
import type { Update } from './change';
import { assign, child } from './path-holder';

function equalities(node: FilterNode): [path: string, value: unknown][] {
  if (node.kind === 'and' || (node.kind === 'or' && node.nodes.length === 1))
    return node.nodes.flatMap(equalities);
  if (node.kind !== 'field' || node.test.op !== '$eq') return [];
  return [[node.path, node.test.operand]];
}

function place(document: Doc, path: string, value: unknown): void {
  const parts = path.split('.');
  let node = document;
  for (const part of parts.slice(0, -1)) {
    const next = child(node, part) ?? {};
    assign(node, part, next);
    if (!isObject(next))
      refuse('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
    node = next as Doc;
  }
  const last = parts.at(-1) ?? path;
  if (hasOwn(node, last))
    refuse('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
  assign(node, last, value);
}

function withId(document: Doc): Doc {
  const { _id: id = new ObjectId(), ...rest } = document;
  return { _id: id, ...rest };
}

/** The document that an upsert inserts: what the filter says by equality, then the update, `_id` first. */
export function upserted(filter: FilterNode, update: Update, now: Date): Doc {
  const base: Doc = {};
  for (const [path, value] of equalities(filter)) {
    if (update.kind !== 'replacement' || path === '_id') place(base, path, value);
  }
  return withId(applyUpdate(base, update, { places: [], isInsert: true, now }));
}
