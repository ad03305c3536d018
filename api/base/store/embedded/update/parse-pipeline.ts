import { DOCUMENT_STAGES } from '../aggregate/document-stages';
import { refuse } from '../command-error';
import type { Variables } from '../expressions/operator';
import { ownEntry } from '../values/own-entry';
import { isObject } from '../values/types';
import type { Update } from './change';

/** Reads an update given as a pipeline: each stage makes one document of the one before. */
export function parsePipeline(pipeline: readonly unknown[], variables: Variables): Update {
  const stages = pipeline.map((given) => {
    if (!isObject(given) || Object.keys(given).length !== 1)
      return refuse('Location40323', 'A pipeline stage specification object must contain exactly one field.');
    const [name = '', operand] = Object.entries(given)[0] ?? [];
    const parse =
      ownEntry(DOCUMENT_STAGES, name) ??
      refuse('InvalidOptions', `${name} is not allowed to be used within an update`);
    return parse(operand, variables);
  });
  return { kind: 'pipeline', apply: (document) => stages.reduce((so, stage) => stage(so), document) };
}
