import type { Document } from 'bson';
import type { Operation, SpecTest } from './spec-file';

/** The documents that an operation inserts. */
function inserted({ arguments: given = {} }: Operation): Document[] {
  const { document, documents = [], requests = [] } = given as Document;
  const written = (requests as Document[]).flatMap(
    ({ insertOne }) => (insertOne as Document)?.document ?? [],
  );
  return [document, ...(documents as Document[]), ...written].filter((one) => one !== undefined);
}

interface Limit {
  readonly reason: string;
  /** True for a test that ended with this difference because of what the driver does. */
  readonly holds: (test: SpecTest, difference: string) => boolean;
}

/** What the driver does otherwise than a test asks for, whatever server answers it. */
const LIMITS: readonly Limit[] = [
  {
    reason: 'the driver leaves out an option that is false',
    holds: (_test, difference) =>
      difference.endsWith('bypassDocumentValidation should be false and is nothing'),
  },
  {
    reason: 'the driver puts an _id of its own in the place of null',
    holds: ({ operations }) => operations.flatMap(inserted).some(({ _id: id }) => id === null),
  },
];

/** Why the difference is the driver's; undefined when it may be the store's. */
export const driverLimit = (test: SpecTest, difference: string | undefined): string | undefined =>
  difference === undefined ? undefined : LIMITS.find(({ holds }) => holds(test, difference))?.reason;
