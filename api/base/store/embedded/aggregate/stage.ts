import type { FilterNode } from '../query/filter-node';
import type { Variables } from '../expressions/operator';
import type { Doc } from '../values/types';

type Documents = readonly Doc[] | Promise<readonly Doc[]>;

/** One stage of a pipeline: some documents go in, some come out; `end` gives what was held back. */
export interface Stage {
  take(documents: readonly Doc[]): Documents;
  end?(): Documents;
  /** True when nothing that still comes would change the result. */
  full?(): boolean;
}

/** What a stage is read with. */
export interface StageContext {
  readonly variables: Variables;
  /** The documents of another collection of the same database. */
  readonly search: (collection: string, filter: FilterNode) => Promise<readonly Doc[]>;
}

export type ParseStage = (given: unknown, context: StageContext) => Stage;

/** A stage that gives something for each document by itself. */
export const each = (results: (document: Doc) => readonly Doc[]): Stage => ({
  take: (documents) => documents.flatMap(results),
});
