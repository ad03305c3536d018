import { sameValue } from '../values/compare';
import { admitsMissing, isExact, rangesOf, within } from './bounds';
import type { FieldNode, FilterNode } from './filter-node';

/** The conditions that all must hold. */
export function conjuncts(node: FilterNode): FilterNode[] {
  return node.kind === 'and' ? node.nodes.flatMap(conjuncts) : [node];
}

const sameTest = (a: FieldNode, b: FieldNode): boolean =>
  a.test.op === b.test.op && sameValue(a.test.operand, b.test.operand);

function fieldImplies(given: FieldNode, wanted: FieldNode): boolean {
  if (given.path !== wanted.path) return false;
  if (sameTest(given, wanted)) return true;
  const ranges = rangesOf(given.test);
  if (!ranges) return false;
  if (wanted.test.op === '$exists') return !admitsMissing(ranges);
  const allowed = rangesOf(wanted.test);
  return allowed !== undefined && isExact(wanted.test) && isExact(given.test) && within(ranges, allowed);
}

/** True when every document that satisfies the filter also satisfies the index's own: only then may it be used. */
export function implies(filter: FilterNode, wanted: FilterNode): boolean {
  const given = conjuncts(filter).filter((node): node is FieldNode => node.kind === 'field');
  return conjuncts(wanted).every(
    (node) => node.kind === 'field' && given.some((one) => fieldImplies(one, node)),
  );
}
