import type { Model } from 'mongoose';

/** The driver's own collection: of what is typed already and travels with every message, casting again costs as much as storing. */
export const nativeOf = <Document extends object>(model: Model<Document>) =>
  model.db.collection<Document>(model.collection.name);
