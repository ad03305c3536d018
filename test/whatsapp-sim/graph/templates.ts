import { graphErrorOf, type GraphError } from './graph-error';
import { fieldsOf, listOf, textOf, type Check, type Fields, type Send } from './check';
import { variablesIn, type Template } from './template-store';
import type { World } from '../world';

/** The template of a send; nothing for any other message, or when there is no such template. */
export function templateOf({ body, type }: Send, { templates }: World): Template | undefined {
  const fields = fieldsOf(body, 'template');
  return type === 'template'
    ? templates.find(textOf(fields, 'name'), textOf(fieldsOf(fields, 'language'), 'code'))
    : undefined;
}

/** The texts that fill the body of a template. */
export const parametersOf = (body: Fields): readonly Fields[] =>
  listOf(fieldsOf(body, 'template'), 'components')
    .filter((component) => textOf(component, 'type').toLowerCase() === 'body')
    .flatMap((component) => listOf(component, 'parameters'));

const isText = (parameter: Fields) =>
  textOf(parameter, 'type') === 'text' &&
  textOf(parameter, 'text') !== '' &&
  // Meta refuses line breaks, tabs and runs of spaces inside a variable.
  !/[\n\t]| {5,}/.test(textOf(parameter, 'text'));

const STATES: Readonly<Partial<Record<Template['status'], number>>> = {
  PAUSED: 132015,
  DISABLED: 132016,
  PENDING: 132001,
  REJECTED: 132001,
};

function against(template: Template, parameters: readonly Fields[]): GraphError | undefined {
  const code = STATES[template.status];
  if (code) return graphErrorOf(code, `template.name: ${template.name} is ${template.status}`);
  const expected = variablesIn(template.body);
  if (parameters.length !== expected)
    return graphErrorOf(
      132000,
      `template.components: ${parameters.length} parameters, and it has ${expected}`,
    );
  return parameters.every(isText)
    ? undefined
    : graphErrorOf(132012, 'template.components: a parameter is no text');
}

/** Step 10: the template exists in that very language, may be used, and gets what it asks for. */
export const template: Check = (send, world) => {
  if (send.type !== 'template') return undefined;
  const found = templateOf(send, world);
  if (found) return against(found, parametersOf(send.body));
  const fields = fieldsOf(send.body, 'template');
  const language = textOf(fieldsOf(fields, 'language'), 'code');
  return graphErrorOf(132001, `template.name: ${textOf(fields, 'name')} does not exist in ${language}`);
};
