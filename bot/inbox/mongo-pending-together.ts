import type { Model } from 'mongoose';
import { nativeOf } from '../stored/mongo-native-of';
import type { InboxDocument } from './mongo-inbox-schema';

/** Whose messages are asked for, and how many at most. */
export interface Asked {
  readonly conversacion: string;
  readonly limit: number;
}

/** Messages that one command reads at most: hardly anybody has more than one waiting. */
const MOST = 512;

/** For each conversation asked for, its oldest messages that no turn has consumed, in order of arrival. */
export async function pendingTogether(
  model: Model<InboxDocument>,
  entidad: string,
  asked: readonly Asked[],
): Promise<InboxDocument[][]> {
  const inbox = nativeOf(model);
  const find = (conversacion: InboxDocument['conversacion'] | { readonly $in: string[] }, limit: number) =>
    inbox.find({ entidad, conversacion, pendiente: true }, { limit, batchSize: limit + 1 });
  const oneByOne = () =>
    Promise.all(asked.map(({ conversacion, limit }) => find(conversacion, limit).sort({ _id: 1 }).toArray()));
  if (asked.length === 1) return oneByOne();
  // Not in order, so that a long backlog of one person stops the reading instead of being sorted whole.
  const found = await find(
    { $in: [...new Set(asked.map(({ conversacion }) => conversacion))] },
    MOST,
  ).toArray();
  if (found.length === MOST) return oneByOne();
  const inOrder = found.toSorted(byArrival);
  const of = (conversacion: string) => inOrder.filter((one) => one.conversacion === conversacion);
  return asked.map(({ conversacion, limit }) => of(conversacion).slice(0, limit));
}

/** A turn that is already stored consumed these. */
export async function consumeTogether(model: Model<InboxDocument>, ids: readonly string[]): Promise<void> {
  await nativeOf(model).updateMany(
    { _id: { $in: [...ids] } },
    { $set: { pendiente: false }, $unset: { anexos: '' } },
  );
}

const byArrival = (a: InboxDocument, b: InboxDocument): number => (a._id < b._id ? -1 : 1);
