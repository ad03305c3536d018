import { refuse } from '../command-error';
import { checkFieldName } from '../expressions/names';
import { type Doc, isObject } from '../values/types';
import { Pipeline } from './run-pipeline';
import type { Stage } from './stage';

const NOT_INSIDE = ['$facet', '$out', '$merge', '$geoNear', '$collStats', '$indexStats', '$changeStream'];

function checked(name: string, pipeline: unknown): readonly unknown[] {
  if (!Array.isArray(pipeline))
    return refuse('Location40170', `arguments to $facet must be arrays, ${name} is not`);
  checkFieldName(name);
  for (const stage of pipeline) {
    const inside = isObject(stage) ? Object.keys(stage)[0] : undefined;
    if (inside && NOT_INSIDE.includes(inside))
      refuse('Location40600', `${inside} is not allowed to be used within a $facet stage`);
  }
  return pipeline;
}

/** `$facet`: the same documents through several pipelines; one document with the result of each. */
export function facet(given: unknown, parse: (pipeline: readonly unknown[]) => Stage[]): Stage {
  if (!isObject(given)) return refuse('Location40169', 'the $facet specification must be a non-empty object');
  const names = Object.entries(given);
  if (names.length === 0) refuse('Location40169', 'the $facet specification must be a non-empty object');
  const facets = names.map(([name, pipeline]) => ({
    name,
    pipeline: new Pipeline(parse(checked(name, pipeline))),
  }));
  return {
    async take(documents) {
      for (const { pipeline } of facets) await pipeline.take(documents);
      return [];
    },
    async end() {
      const result: [string, Doc[]][] = [];
      for (const { name, pipeline } of facets) result.push([name, await pipeline.end()]);
      return [Object.fromEntries(result)];
    },
  };
}
