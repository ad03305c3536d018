import { notSupported, refuse } from '../command-error';
import { pathOf } from '../expressions/names';
import { parseFilter } from '../query/parse-filter';
import { visitPath } from '../query/paths';
import { type Doc, isObject, typeOf, TYPE } from '../values/types';
import type { ParseStage } from './stage';
import { withField } from './with-field';

const NAMES = ['from', 'localField', 'foreignField', 'as'] as const;

function partsOf(given: unknown): Readonly<Record<(typeof NAMES)[number], string>> {
  if (!isObject(given)) return refuse('FailedToParse', 'the $lookup specification must be an Object');
  for (const name of ['pipeline', 'let']) if (given[name] !== undefined) notSupported(`${name} in $lookup`);
  const unknown = Object.keys(given).find((name) => !(NAMES as readonly string[]).includes(name));
  if (unknown) refuse('FailedToParse', `unknown argument to $lookup: ${unknown}`);
  for (const name of NAMES)
    if (typeof given[name] !== 'string')
      refuse('FailedToParse', `$lookup argument '${name}' must be a string`);
  return given as Record<(typeof NAMES)[number], string>;
}

/** What a document is joined by: the values at its path, an array by its elements; nothing there counts as null. */
function valuesAt(document: Doc, parts: readonly string[]): unknown[] {
  const found: unknown[] = [];
  visitPath(document, parts, (value) => {
    if (Array.isArray(value)) found.push(...(value as unknown[]));
    else if (value !== undefined) found.push(value);
    return false;
  });
  return found.length > 0 ? found : [null];
}

/** `$lookup` by equality: the documents of another collection that hold one of the values. */
export const lookup: ParseStage = (given, { search }) => {
  const { from, localField, foreignField, as } = partsOf(given);
  const [local, target] = [pathOf(localField), pathOf(as)];
  pathOf(foreignField);
  const joined = (document: Doc): Promise<readonly Doc[]> => {
    const values = valuesAt(document, local);
    if (values.some((value) => typeOf(value) === TYPE.regex))
      return notSupported('a regular expression as the value of a $lookup');
    return search(from, parseFilter({ [foreignField]: { $in: values } }));
  };
  return {
    async take(documents) {
      const results: Doc[] = [];
      for (const document of documents) results.push(withField(document, target, await joined(document)));
      return results;
    },
  };
};
