import { Int32 } from 'bson';
import { notSupported, refuse } from '../command-error';
import { matches } from '../query/matcher';
import { parseFilter } from '../query/parse-filter';
import { parseSort, sortKey } from '../query/sort-key';
import { ownEntry } from '../values/own-entry';
import { type Doc, asNumber, isObject } from '../values/types';
import { DOCUMENT_STAGES } from './document-stages';
import { facet } from './facet';
import { Group } from './group';
import { lookup } from './lookup';
import { type ParseStage, type Stage, type StageContext, each } from './stage';
import { unwind } from './unwind';

const match: ParseStage = (given, { variables }) => {
  if (!isObject(given)) return refuse('Location15959', 'the match filter must be an expression in an object');
  const node = parseFilter(given, variables);
  return { take: (documents) => documents.filter((document) => matches(node, document)) };
};

function wholeNumber(name: string, given: unknown, least: number): number {
  const number = asNumber(given);
  if (number === undefined || !Number.isInteger(number))
    return refuse('BadValue', `invalid argument to ${name} stage: Expected an integer`);
  if (number < least)
    refuse(
      name === '$limit' ? 'Location15958' : 'BadValue',
      `invalid argument to ${name} stage: the number must be ${least === 1 ? 'positive' : 'non-negative'}`,
    );
  return number;
}

const skip: ParseStage = (given) => {
  let left = wholeNumber('$skip', given, 0);
  return {
    take(documents) {
      const kept = documents.slice(left);
      left = Math.max(0, left - documents.length);
      return kept;
    },
  };
};

const limit: ParseStage = (given) => {
  let left = wholeNumber('$limit', given, 1);
  return {
    take(documents) {
      const kept = documents.slice(0, left);
      left -= kept.length;
      return kept;
    },
    full: () => left === 0,
  };
};

const sort: ParseStage = (given) => {
  const spec = parseSort(given);
  if (spec.length === 0) refuse('Location15976', '$sort stage must have at least one sort key');
  const held: { key: Buffer; document: Doc }[] = [];
  return {
    take(documents) {
      for (const document of documents) held.push({ key: sortKey(document, spec), document });
      return [];
    },
    end: () => held.toSorted((a, b) => Buffer.compare(a.key, b.key)).map(({ document }) => document),
  };
};

const group: ParseStage = (given, { variables }) => {
  const groups = new Group(given, variables);
  return {
    take(documents) {
      for (const document of documents) groups.add(document);
      return [];
    },
    end: () => groups.results(),
  };
};

const count: ParseStage = (given) => {
  if (typeof given !== 'string' || given === '' || given.startsWith('$') || given.includes('.'))
    return refuse('Location40156', 'the count field must be a non-empty string without $ and .');
  let total = 0;
  return {
    take(documents) {
      total += documents.length;
      return [];
    },
    end: () => (total > 0 ? [{ [given]: new Int32(total) }] : []),
  };
};

const ofDocuments: Readonly<Record<string, ParseStage>> = Object.fromEntries(
  Object.entries(DOCUMENT_STAGES).map(([name, parse]) => [
    name,
    (given: unknown, { variables }: StageContext) => {
      const change = parse(given, variables);
      return each((document) => [change(document)]);
    },
  ]),
);

const STAGES: Readonly<Record<string, ParseStage>> = {
  $match: match,
  $skip: skip,
  $limit: limit,
  $sort: sort,
  $group: group,
  $count: count,
  ...ofDocuments,
  $unwind: unwind,
  $lookup: lookup,
  $facet: (given, context) => facet(given, (inner) => parseStages(inner, context)),
};

/** Stages that MongoDB has and this store refuses by name. */
const REFUSED = new Set(
  `$out $merge $changeStream $geoNear $graphLookup $unionWith $sample $bucket
  $bucketAuto $sortByCount $setWindowFields $densify $fill $redact $collStats $indexStats $search $documents
  $currentOp $listSessions $listLocalSessions $planCacheStats $changeStreamSplitLargeEvent $querySettings`.split(
    /\s+/,
  ),
);

function parseStage(given: unknown, context: StageContext): Stage {
  if (!isObject(given) || Object.keys(given).length !== 1)
    return refuse('Location40323', 'A pipeline stage specification object must contain exactly one field.');
  const [name = '', operand] = Object.entries(given)[0] ?? [];
  if (REFUSED.has(name)) return notSupported(`the stage ${name}`);
  const parse =
    ownEntry(STAGES, name) ?? refuse('UnknownStage', `Unrecognized pipeline stage name: '${name}'`);
  return parse(operand, context);
}

/** Reads a pipeline. */
export const parseStages = (pipeline: readonly unknown[], context: StageContext): Stage[] =>
  pipeline.map((given) => parseStage(given, context));
