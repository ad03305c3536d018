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
  /** Both hold the same documents afterwards; `but-order`: when the order of their fields is left out. */
  readonly sameDocuments?: true | 'but-order';
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
    (!rule.sameDocuments || as(ours.documents, rule) === as(theirs.documents, rule)) &&
    (!ignoring || ours.reply.replaceAll(ignoring, '') === theirs.reply.replaceAll(ignoring, ''))
  );
}

const as = (documents: string, { sameDocuments }: Judged): string =>
  sameDocuments === 'but-order' && documents !== ''
    ? JSON.stringify(JSON.parse(documents, inNameOrder))
    : documents;

const inNameOrder = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([x], [y]) => (x < y ? -1 : 1)))
    : value;

const KEY = /,"key":"(?:[^"\\]|\\.)*"/g;

const java = 'mongo-java-server';
const ferret = 'FerretDB';
const both = [java, ferret] as const;

const about = (servers: readonly Judged['server'][], rule: Omit<Judged, 'server'>): Judged[] =>
  servers.map((server) => ({ server, ...rule }));

export const JUDGED: readonly Judged[] = [
  ...about(both, {
    rule: 'a duplicate key is told without keyPattern and keyValue',
    ignoring: KEY,
    sameDocuments: true,
  }),
  ...about(both, {
    rule: 'conflicting paths of an update are not refused, or after other faults',
    ours: /"code":"40"/,
  }),
  ...about(both, { rule: 'colliding paths of a projection are not refused', ours: /"code":"31249"/ }),
  ...about(both, { rule: 'arrays in two fields of a compound index are not refused', ours: /"code":"171"/ }),
  ...about(both, {
    rule: 'faults of an update are found only when a document matches',
    ours: /"code":"(2|9|14|28)"/,
    theirs: /^(null|\{"matched":\{"\$numberInt":"0"\}.*|.*"code":"11000".*)$/,
    sameDocuments: true,
  }),
  ...about(both, {
    rule: 'null, what is missing and the empty array repeat in a unique index',
    ours: /"code":"11000"/,
    operation: /createIndex|:(\[\]|null)|insert|update|replace/i,
    theirs: /^(?!.*11000)/,
  }),
  ...about(both, {
    rule: 'new fields come in the order of the update, not of their names; a replacement keeps the old order',
    operation: /update|replace/i,
    sameDocuments: 'but-order',
  }),
  ...about(both, {
    rule: 'another code for the same refusal',
    ours: /"code":"/,
    theirs: /"code":"/,
    sameDocuments: true,
  }),
  ...about(both, { rule: 'the connection is closed', theirs: /connection was closed/ }),

  ...about([java], {
    rule: 'listIndexes of a collection that is not there gives an empty list',
    operation: /^indexes$/,
    ours: /"code":"26"/,
  }),
  ...about([java], {
    rule: '$all of null does not accept a missing field',
    operation: /"\$all":\[[^\]]*null/,
  }),
  ...about([java], {
    rule: 'an empty document in a filter is taken for anything',
    operation: /"(filter|\$match)".*:\{\}/,
  }),
  ...about([java], { rule: 'an upsert does not take what $all says', operation: /\$all.*"upsert":true/ }),
  ...about([java], {
    rule: 'dropIndex where there is no collection succeeds',
    operation: /dropIndex/,
    ours: /"code":"26"/,
  }),
  ...about([java], {
    rule: 'n of an insert counts what was refused',
    operation: /insertMany/,
    ours: /11000/,
    ignoring: /"inserted":\{"\$numberInt":"\d+"\}|,"key":"(?:[^"\\]|\\.)*"/g,
    sameDocuments: true,
  }),
  ...about([java], {
    rule: 'a regular expression on an array fails without a code',
    operation: /\$regularExpression/,
    theirs: /"code":"undefined"/,
  }),
  ...about([java], { rule: '$bit does not make the field', operation: /\$bit/, theirs: /"code":"10147"/ }),
  ...about([java], { rule: 'comparison with an array as a whole', operation: /"\$(gt|gte|lt|lte)":\[/ }),
  ...about([java], {
    rule: 'below an empty array there is no missing field to negate or to sort',
    operation: /"a\.(b|0)|"b\.c/,
    ours: /:\[\]|numberInt/,
  }),
  ...about([java], {
    rule: '$group takes two empty arrays for different keys',
    operation: /\$group/,
    ours: /"_id":\[/,
  }),
  ...about([java], {
    rule: '$pull, $pullAll and $pop of null change nothing',
    operation: /\$(pull|pullAll|pop)"/,
    ours: /"code":"(2|14)"/,
  }),

  ...about([ferret], {
    rule: 'a write that finds nothing makes the collection',
    operation: /^indexes$/,
    ours: /"code":"26"/,
  }),
  ...about([ferret], { rule: '$pullAll of nothing is refused', operation: /\$pullAll":\{"[^"]*":\[\]/ }),
  ...about([ferret], { rule: '$currentDate takes no dotted path', operation: /\$currentDate":\{"[^"]*\./ }),
  ...about([ferret], {
    rule: 'an array is not filled up with null',
    operation: /"a\.(5|1\.b)"/,
    theirs: /"code":"2"/,
  }),
];

/** What the server lacks altogether is not played on it. */
export const LEAVE_OUT: Readonly<Record<string, RegExp>> = {
  [java]: /partialFilterExpression/,
  [ferret]:
    /\$numberDecimal|\$minKey|\$maxKey|\[\[|\],\[|,\[|partialFilterExpression|"sparse"|\.\$|arrayFilters/,
};

/** Which server answers: MongoDB unless it gives itself away. */
export async function serverOf(client: MongoClient): Promise<string> {
  const info = await client.db('admin').command({ buildInfo: 1 });
  if (info.ferretdb ?? info.ferretdbVersion) return 'FerretDB';
  return info.gitVersion ? 'MongoDB' : java;
}
