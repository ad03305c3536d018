import { CommandError } from '../command-error';
import type { CollectionInfo } from './catalog';
import { DamagedValue, documentOf } from './checked-value';
import type { View } from './environment';
import type { Doc } from '../values/types';

/** A stored document: its key within the collection, its bytes and what they say. */
export interface Stored {
  readonly id: Buffer;
  readonly raw: Buffer;
  readonly document: Doc;
}

/** The document that a value keeps. A damaged one is told to whoever watches and refused: it is never served. */
export function readStored(
  view: Pick<View, 'onDamage'>,
  { db, name }: CollectionInfo,
  id: Buffer,
  value: Buffer,
): Stored {
  try {
    return { id, ...documentOf(value) };
  } catch (cause) {
    if (!(cause instanceof DamagedValue)) throw cause;
    const where = { namespace: `${db}.${name}`, key: id.toString('hex') };
    view.onDamage?.(where);
    throw new CommandError(
      'DataCorruptionDetected',
      `The document of ${where.namespace} under the key of _id ${where.key} is damaged: ${cause.message}`,
    );
  }
}

export const isDamage = (cause: unknown): boolean =>
  cause instanceof CommandError && cause.codeName === 'DataCorruptionDetected';
