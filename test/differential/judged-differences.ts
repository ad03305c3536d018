import type { Judged } from './judged';

const java = 'mongo-java-server';
const ferret = 'FerretDB';

const of = (servers: readonly Judged['server'][], rules: readonly Omit<Judged, 'server'>[]): Judged[] =>
  servers.flatMap((server) => rules.map((rule) => ({ server, ...rule })));

const KEY = /,"key":"(?:[^"\\]|\\.)*"/g;
const INSERTED_AND_KEY = /"inserted":\{"\$numberInt":"\d+"\}|,"key":"(?:[^"\\]|\\.)*"/g;
const NOTHING_DONE = /^(null|\{"matched":\{"\$numberInt":"0"\}.*|.*"code":"11000".*)$/;
const INSIDE = /"(a\.b|a\.b\.c|a\.0|a\.0\.b|b\.c)":/;
const ANY_ERROR = /"code":"/;

const BOTH = of(
  [java, ferret],
  [
    { rule: 'a duplicate key is told without keyPattern and keyValue', ignoring: KEY, sameDocuments: true },
    { rule: 'an update with conflicting paths is not refused', ours: /"code":"40"/ },
    { rule: 'a projection with colliding paths is not refused', ours: /"code":"312(49|50)"/ },
    { rule: 'arrays in two fields of a compound index are not refused', ours: /"code":"171"/ },
    {
      rule: 'an update is read only when a document matches',
      ours: /"code":"(2|9|14|28)"/,
      theirs: NOTHING_DONE,
      sameDocuments: true,
    },
    {
      rule: 'missing, null and empty arrays may repeat in a unique index',
      ours: /"code":"11000"/,
      theirs: /^(?!.*11000)/,
    },
    {
      rule: 'new fields are not in the order of their names, nor those of a replacement as it says',
      operation: /update|replace/i,
      sameDocuments: 'but-order',
    },
    {
      rule: 'computed fields are not after those that were there',
      operation: /"aggregate"/,
      sameReply: 'but-order',
    },
    { rule: 'a fault of the server closes the connection', theirs: /connection was closed/ },
    {
      rule: 'a path through an array of scalars, or an empty one, leads to a missing field',
      operation: INSIDE,
    },
    { rule: 'an upsert does not take what $all says by equality', operation: /\$all.*"upsert":true/ },
  ],
);

const JAVA = of(
  [java],
  [
    { rule: '$in and $nin do not find an array as a whole', operation: /"\$n?in":\[.*\[/ },
    { rule: '$rename to itself is not refused', operation: /\$rename/, ours: /"code":"2"/ },
    {
      rule: '$all of an empty document accepts null; of a double, not the same double',
      operation: /"\$all":/,
    },
    { rule: '$mul of null gives zero', operation: /\$mul/, ours: /"code":"14"/ },
    { rule: '$pullAll of null takes empty documents away', operation: /\$pullAll/ },
    { rule: 'the two ends of a range have to be met by one element', operation: /"\$gte":.*"\$lt":/ },
    { rule: '$elemMatch by fields accepts scalars', operation: /\$elemMatch/ },
    { rule: 'a sort by an empty array leaves no order', operation: /"(sort|\$sort)":/, ours: /:\[\]/ },
    { rule: '$addFields below a missing field makes nothing', operation: /\$addFields":\{"a\.b"/ },
    { rule: 'a path into null is null, not missing', operation: /\$(eq|lt|ifNull|cond|type)":/ },
    { rule: '$lookup of an empty array does not find what is missing', operation: /\$lookup/ },
    { rule: '$position before the beginning fails', operation: /\$position/, theirs: /"code":"undefined"/ },
    { rule: '$push of $group leaves null out', operation: /\$group.*\$push/ },
    { rule: 'a field path into an array of arrays loses the inner ones', operation: /"\$(b\.c|a\.b)"/ },
    {
      rule: 'listIndexes of a collection that is not there gives an empty list',
      operation: /^indexes$/,
      ours: /"code":"26"/,
    },
    { rule: 'dropIndex where there is no collection succeeds', operation: /dropIndex/, ours: /"code":"26"/ },
    { rule: '$all of null does not accept a missing field', operation: /"\$all":\[[^\]]*null/ },
    { rule: '$gte and $lte of null do not accept a missing field', operation: /"\$(gte|lte)":null/ },
    { rule: 'an empty document in a filter accepts anything', operation: /"(filter|\$match)".*:\{\}/ },
    { rule: 'an array is not compared as a whole', operation: /"\$(gt|gte|lt|lte)":\[/ },
    {
      rule: 'a regular expression on an array fails',
      operation: /\$regularExpression/,
      theirs: /"code":"undefined"/,
    },
    {
      rule: 'n of an insert counts what was refused',
      operation: /insertMany/,
      ours: /11000/,
      ignoring: INSERTED_AND_KEY,
      sameDocuments: true,
    },
    { rule: '$bit does not make the field', operation: /\$bit/, theirs: /"code":"10147"/ },
    {
      rule: '$pull, $pullAll and $pop of null change nothing',
      operation: /\$(pull|pullAll|pop)"/,
      ours: /"code":"(2|14)"/,
    },
    {
      rule: '$setOnInsert does not look for the place of $',
      operation: /\$setOnInsert.*\.\$/,
      ours: /"code":"2"/,
    },
    { rule: '$facet over nothing gives no document', operation: /\$facet/, theirs: /^\[\]$/ },
    {
      rule: 'expressions do not compute within a list, take missing for null, have other widths or other refusals',
      operation:
        /"\$(abs|add|arrayElemAt|ceil|cmp|concat|concatArrays|divide|filter|floor|gte|in|map|mergeObjects|mod|multiply|reduce|size|slice|split|sqrt|strLenCP|subtract|toBool|toInt|toLower|toString)":/,
    },
    { rule: '$type of a missing field fails', operation: /\$type":"\$/, theirs: /"code":"168"/ },
    { rule: '$group takes two empty arrays for different keys', operation: /\$group/, ours: /"_id":\[/ },
    { rule: '$slice in a projection leaves out the other fields', operation: /"\$slice":\{"\$numberInt"/ },
  ],
);

const FERRET = of(
  [ferret],
  [
    { rule: '$elemMatch lacks types, $ne of arrays and two fields', operation: /\$elemMatch/ },
    { rule: '$group of a missing field counts no document', operation: /\$group/ },
    {
      rule: 'an upsert does not take what $and and $or say by equality',
      operation: /\$(and|or).*"upsert":true/,
    },
    { rule: '$in and $nin do not find documents in arrays', operation: /"\$n?in":\[.*\{/ },
    { rule: '$mod does not look into arrays', operation: /\$mod/ },
    {
      rule: 'null and what is missing may repeat in a unique index',
      operation: /insertMany/,
      ours: /"code":"11000"/,
    },
    { rule: 'a write that finds nothing makes the collection', operation: /^indexes$/, ours: /"code":"26"/ },
    { rule: 'an upsert takes conditions for values', operation: /"upsert":true/, theirs: ANY_ERROR },
    { rule: '$project takes a field path for text', operation: /\$(project|addFields)/, theirs: /:"\$/ },
    { rule: '$sort of $push does not order types', operation: /\$push.*\$sort/ },
    { rule: '$bit does one operation of several, in 32 bits', operation: /\$bit/ },
    {
      rule: 'an index of other options takes the name of one that is there',
      operation: /createIndex/,
      ours: /"code":"8[56]"/,
    },
    {
      rule: '$rename does not see what an upsert takes from the filter',
      operation: /\$rename.*"upsert":true/,
    },
    {
      rule: 'an empty array is not put where nothing was',
      operation: /\$(setOnInsert|addToSet)/,
      ours: /"matched"/,
    },
    { rule: '$pullAll of nothing is refused', operation: /\$pullAll":\{.*:\[\]/ },
    { rule: '$currentDate takes no dotted path', operation: /\$currentDate":\{.*\./ },
    { rule: 'an array is not filled up with null', operation: /"a\.(5|1\.b)"/, theirs: /"code":"2"/ },
  ],
);

/** Last: what a rule above says better is not counted here. */
const CODES = of(
  [java, ferret],
  [{ rule: 'another code for the same refusal', ours: ANY_ERROR, theirs: ANY_ERROR, sameDocuments: true }],
);

/** Differences that were judged; in all of these MongoDB does what this store does. */
export const JUDGED: readonly Judged[] = [...BOTH, ...JAVA, ...FERRET, ...CODES];

/** What the server lacks altogether is not played on it. */
export const LEAVE_OUT: Readonly<Record<string, RegExp>> = {
  [java]: /partialFilterExpression|"update":\[|\$(round|switch|let|type|reduce|isNumber)"/,
  [ferret]:
    /"update":\[|NaN|Infinity|-0\.0|\$numberDecimal|\$minKey|\$maxKey|\[\[|\],\[|,\[|partialFilterExpression|"sparse"|\.\$|arrayFilters/,
};
