import { refuse } from '../command-error';
import { parseComputed, withComputed } from '../expressions/computed-fields';
import { parseExpression } from '../expressions/expression';
import type { Variables } from '../expressions/operator';
import { parseProjection } from '../query/projection/parse-projection';
import { type Doc, isObject, typeName } from '../values/types';

/** A stage that makes one document of each, whatever the others are; an update by pipeline has no other stages. */
export type DocumentStage = (given: unknown, variables: Variables) => (document: Doc) => Doc;

const project: DocumentStage = (given, variables) => {
  if (!isObject(given)) return refuse('Location15969', '$project specification must be an object');
  if (Object.keys(given).length === 0)
    refuse(
      'Location51272',
      'Invalid $project :: caused by :: projection specification must have at least one field',
    );
  return parseProjection(given, { variables });
};

const addFields: DocumentStage = (given, variables) => {
  if (!isObject(given)) return refuse('Location40272', '$addFields specification stage must be an object');
  const fields = parseComputed(given, (inner) => parseExpression(inner, Object.keys(variables)));
  return (root) => withComputed(root, fields, { root, variables }) as Doc;
};

const unset: DocumentStage = (given, variables) => {
  const paths: unknown[] = Array.isArray(given) ? given : [given];
  if (paths.length === 0 || !paths.every((path) => typeof path === 'string' && path !== ''))
    return refuse('Location31002', '$unset specification must be a string or an array of strings');
  return parseProjection(Object.fromEntries(paths.map((path) => [path, 0])), { variables });
};

const replaceWith: DocumentStage = (given, variables) => {
  const compute = parseExpression(given, Object.keys(variables));
  return (root) => {
    const value = compute({ root, variables });
    return isObject(value)
      ? value
      : refuse(
          'Location40228',
          `'newRoot' expression must evaluate to an object, but resulting value was ${typeName(value)}`,
        );
  };
};

const replaceRoot: DocumentStage = (given, variables) => {
  if (!isObject(given) || Object.keys(given).join() !== 'newRoot')
    return refuse('Location40229', 'expected an object with newRoot as specification for $replaceRoot stage');
  return replaceWith(given.newRoot, variables);
};

export const DOCUMENT_STAGES: Readonly<Record<string, DocumentStage>> = {
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: replaceWith,
};
