import { CommandError, notSupported, refuse } from '../command-error';
import { matches } from '../query/matcher';
import { parseFilter } from '../query/parse-filter';
import { parseProjection } from '../query/projection';
import { parseSort, sortKey } from '../query/sort-key';
import { type Doc, asNumber, isObject } from '../values/types';
import { Int32 } from 'bson';
import { Group } from './group';

/** One stage: documents go in one by one; what comes out goes to the next. `end` gives what was held back. */
export interface Stage {
  add(document: Doc, next: (document: Doc) => void): void;
  end(next: (document: Doc) => void): void;
}

const passing = (add: Stage['add']): Stage => ({ add, end: () => {} });

function matchStage(filter: unknown): Stage {
  const node = parseFilter(filter);
  return passing((document, next) => {
    if (matches(node, document)) next(document);
  });
}

function wholeNumber(name: string, given: unknown, least: number): number {
  const number = asNumber(given);
  if (number === undefined || !Number.isInteger(number))
    return refuse('BadValue', `invalid argument to ${name} stage: Expected an integer`);
  if (number < least)
    refuse(
      'BadValue',
      `invalid argument to ${name} stage: the number must be ${least === 1 ? 'positive' : 'non-negative'}`,
    );
  return number;
}

function skipStage(given: unknown): Stage {
  let left = wholeNumber('$skip', given, 0);
  return passing((document, next) => {
    if (left > 0) left -= 1;
    else next(document);
  });
}

function limitStage(given: unknown): Stage {
  let left = wholeNumber('$limit', given, 1);
  return passing((document, next) => {
    if (left > 0) next(document);
    left -= 1;
  });
}

function sortStage(given: unknown): Stage {
  const spec = parseSort(given);
  if (spec.length === 0) refuse('BadValue', '$sort stage must have at least one sort key');
  const held: { key: Buffer; document: Doc }[] = [];
  return {
    add: (document) => held.push({ key: sortKey(document, spec), document }),
    end(next) {
      for (const { document } of held.toSorted((a, b) => Buffer.compare(a.key, b.key))) next(document);
    },
  };
}

function groupStage(given: unknown): Stage {
  const group = new Group(given);
  return { add: (document) => group.add(document), end: (next) => group.results().forEach(next) };
}

function countStage(given: unknown): Stage {
  if (typeof given !== 'string' || given === '' || given.startsWith('$') || given.includes('.')) {
    return refuse('BadValue', 'the count field must be a non-empty string without $ and .');
  }
  let count = 0;
  return {
    add: () => (count += 1),
    end: (next) => (count > 0 ? next({ [given]: new Int32(count) }) : undefined),
  };
}

function projectStage(given: unknown): Stage {
  if (!isObject(given) || Object.keys(given).length === 0)
    return refuse('BadValue', 'projection specification must have at least one field');
  const project = parseProjection(given, parseFilter({}));
  return passing((document, next) => next(project(document)));
}

const STAGES: Readonly<Record<string, (given: unknown) => Stage>> = {
  $match: matchStage,
  $skip: skipStage,
  $limit: limitStage,
  $sort: sortStage,
  $group: groupStage,
  $count: countStage,
  $project: projectStage,
};

/** Stages that MongoDB has and this store refuses by name. */
const LATER = new Set(
  `$addFields $set $unset $unwind $lookup $facet $out $merge $changeStream $geoNear $graphLookup $unionWith
  $replaceRoot $replaceWith $sample $bucket $bucketAuto $sortByCount $setWindowFields $densify $fill $redact
  $collStats $indexStats $search $documents`.split(/\s+/),
);

/** Reads a pipeline. */
export function parseStages(pipeline: readonly unknown[]): Stage[] {
  return pipeline.map((given) => {
    if (!isObject(given) || Object.keys(given).length !== 1) {
      throw new CommandError(
        'FailedToParse',
        'A pipeline stage specification object must contain exactly one field.',
      );
    }
    const [name = '', operand] = Object.entries(given)[0] ?? [];
    if (LATER.has(name)) return notSupported(`the stage ${name}`);
    const parse = STAGES[name] ?? refuse('UnknownStage', `Unrecognized pipeline stage name: '${name}'`);
    return parse(operand);
  });
}
