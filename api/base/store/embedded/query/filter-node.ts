import type { Doc } from '../values/types';

/** What a filter became: a tree that the matcher runs and the planner reads. */
export type FilterNode =
  | { readonly kind: 'and' | 'or' | 'nor'; readonly nodes: readonly FilterNode[] }
  | { readonly kind: 'not'; readonly node: FilterNode }
  /** `$expr`: what an expression makes of the whole document. */
  | { readonly kind: 'expression'; readonly holds: (document: Doc) => boolean }
  | FieldNode;

/** A condition on one path. */
export interface FieldNode {
  readonly kind: 'field';
  readonly path: string;
  readonly parts: readonly string[];
  readonly test: FieldTest;
}

export interface FieldTest {
  /** MongoDB's operator. */
  readonly op: string;
  readonly operand: unknown;
  /** True when an array's elements are tested one by one before the array itself. */
  readonly elementwise: boolean;
  /** Whether one value (undefined: missing) satisfies it. */
  accepts(value: unknown): boolean;
  /** For `$elemMatch`: the place of the element that does, instead of `accepts`. */
  place?(value: unknown): number;
}

/** Which array place satisfied which condition, for the positional operator `$`. */
export interface Place {
  readonly path: string;
  readonly index: number;
}
