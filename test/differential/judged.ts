import { EJSON } from 'bson';
import type { MongoClient } from 'mongodb';
import type { Operation } from './operations';
import type { Played } from './play';

/** A known family of differences, and who is right by MongoDB's documentation. */
export interface Judged {
  readonly server: 'mongo-java-server' | 'FerretDB';
  readonly rule: string;
  /** Of the operation, of this store's reply and of the other's, as canonical EJSON; all that are given have to match. */
  readonly operation?: RegExp;
  readonly ours?: RegExp;
  readonly theirs?: RegExp;
  /** Left out of both replies, which then have to be the same. */
  readonly ignoring?: RegExp;
  /** Both hold the same documents afterwards. */
  readonly sameDocuments?: true;
}

/** True when the rule is about this difference. */
export function judges(
  rule: Judged,
  operation: Operation | undefined,
  ours: Played,
  theirs: Played,
): boolean {
  const text = operation ? EJSON.stringify(operation, { relaxed: false }) : 'indexes';
  const { ignoring } = rule;
  return (
    (rule.operation?.test(text) ?? true) &&
    (rule.ours?.test(ours.reply) ?? true) &&
    (rule.theirs?.test(theirs.reply) ?? true) &&
    (!rule.sameDocuments || ours.documents === theirs.documents) &&
    (!ignoring || ours.reply.replaceAll(ignoring, '') === theirs.reply.replaceAll(ignoring, ''))
  );
}

const KEY = /,"key":"(?:[^"\\]|\\.)*"/g;

const java = 'mongo-java-server';

export const JUDGED: readonly Judged[] = [
  {
    server: java,
    rule: 'a duplicate key is told without keyPattern and keyValue',
    ignoring: KEY,
    sameDocuments: true,
  },
  {
    server: 'FerretDB',
    rule: 'a duplicate key is told without keyPattern and keyValue',
    ignoring: KEY,
    sameDocuments: true,
  },
  {
    server: java,
    rule: 'listIndexes of a collection that is not there gives an empty list',
    operation: /^indexes$/,
    ours: /"code":"26"/,
  },
  { server: java, rule: 'conflicting paths of an update are not refused', ours: /"code":"40"/ },
  { server: java, rule: '$all of null does not accept a missing field', operation: /"\$all":\[[^\]]*null/ },
  {
    server: java,
    rule: 'an empty document in a filter is taken for anything',
    operation: /"(filter|\$match)".*:\{\}/,
  },
  { server: java, rule: 'an upsert does not take what $all says', operation: /\$all.*"upsert":true/ },
  {
    server: java,
    rule: 'dropIndex where there is no collection succeeds',
    operation: /dropIndex/,
    ours: /"code":"26"/,
  },
  {
    server: java,
    rule: 'n of an insert counts what was refused',
    operation: /insertMany/,
    ours: /11000/,
    ignoring: /"inserted":\{"\$numberInt":"\d+"\}|,"key":"(?:[^"\\]|\\.)*"/g,
    sameDocuments: true,
  },
  {
    server: java,
    rule: 'a regular expression on an array fails without a code',
    operation: /\$regularExpression/,
    theirs: /"code":"undefined"/,
  },
  { server: java, rule: 'colliding paths of a projection are not refused', ours: /"code":"31249"/ },
  {
    server: java,
    rule: 'faults of an update are found only when a document matches',
    ours: /"code":"(2|9|14|28)"/,
    theirs: /^(null|\{"matched":\{"\$numberInt":"0"\}.*)$/,
    sameDocuments: true,
  },
  {
    server: java,
    rule: 'a unique sparse index lets the empty array repeat',
    operation: /"sparse":true/,
    ours: /"code":"11000".*null/,
  },
  {
    server: java,
    rule: 'the program fails at an array in $group or in an index, and closes the connection',
    theirs: /connection was closed/,
  },
  {
    server: java,
    rule: 'codes of MongoDB 2',
    ours: /"code":"/,
    theirs: /"code":"1\d{4}"/,
    sameDocuments: true,
  },
  {
    server: java,
    rule: 'new fields come in the order of the update, not of their names',
    ignoring: /^.*$/g,
    operation: /"update":\{.*"upsert":true/,
  },
  { server: java, rule: '$bit does not make the field', operation: /\$bit/, theirs: /"code":"10147"/ },
  {
    server: java,
    rule: 'a unique index does not count null and what is missing below an empty array as equal',
    operation: /createIndex/,
    ours: /"code":"11000".*null/,
  },
  { server: java, rule: 'comparison with an array as a whole', operation: /"\$(gt|gte|lt|lte)":\[/ },
];

export const LEAVE_OUT: Readonly<Record<string, RegExp>> = {
  [java]: /partialFilterExpression/,
  FerretDB: /\$numberDecimal|\$minKey|\$maxKey|\[\[|\],\[|,\[|partialFilterExpression/,
};

/** Which server answers: MongoDB unless it gives itself away. */
export async function serverOf(client: MongoClient): Promise<string> {
  const info = await client.db('admin').command({ buildInfo: 1 });
  if (info.ferretdb ?? info.ferretdbVersion) return 'FerretDB';
  return info.gitVersion ? 'MongoDB' : java;
}
