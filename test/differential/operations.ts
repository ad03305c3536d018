import type { Document } from 'bson';

/** The collections that a list of operations is played on. */
export const COLLECTIONS = ['a', 'b'] as const;

/** One operation as data: what the driver's method of that name is given. */
export interface Operation {
  readonly op: OperationName;
  readonly on: (typeof COLLECTIONS)[number];
  readonly args: Document;
}

const WRITES = [
  'insertOne',
  'insertMany',
  'updateOne',
  'updateMany',
  'replaceOne',
  'deleteOne',
  'deleteMany',
  'findOneAndUpdate',
  'findOneAndReplace',
  'findOneAndDelete',
  'createIndex',
  'dropIndex',
] as const;
const READS = ['find', 'count', 'distinct', 'aggregate'] as const;

export type OperationName = (typeof WRITES)[number] | (typeof READS)[number];

/** True for what may leave the collections other than they were. */
export const isWrite = ({ op }: Operation): boolean => (WRITES as readonly string[]).includes(op);
