import type { World } from '../world';
import { file } from './file-shape';
import type { GraphError } from './graph-error';
import {
  fieldsOf,
  firstOf,
  invalid,
  listOf,
  missing,
  optionalText,
  text,
  textOf,
  type Fields,
} from './check';

const MOST = {
  body: 1_024,
  header: 60,
  footer: 60,
  buttons: 3,
  buttonTitle: 20,
  buttonId: 256,
  rows: 10,
  sections: 10,
  sectionTitle: 24,
  rowTitle: 24,
  rowDescription: 72,
  rowId: 200,
  menu: 20,
} as const;

const repeated = (values: readonly string[]): string | undefined =>
  values.find((value, position) => values.indexOf(value) !== position);

function unique(values: readonly string[], field: string): GraphError | undefined {
  const twice = repeated(values);
  return twice === undefined ? undefined : invalid(field, `"${twice}" is there twice`);
}

function buttons(action: Fields): GraphError | undefined {
  const list = listOf(action, 'buttons');
  const field = 'interactive.action.buttons';
  if (list.length === 0) return missing(field);
  if (list.length > MOST.buttons) return invalid(field, `has ${list.length} and may have ${MOST.buttons}`);
  const replies = list.map((button) => fieldsOf(button, 'reply'));
  return firstOf(
    ...list.map((button, n) =>
      textOf(button, 'type') === 'reply' ? undefined : invalid(`${field}[${n}].type`, 'must be reply'),
    ),
    ...replies.flatMap((reply, n) => [
      text(reply, 'id', `${field}[${n}].reply.id`, MOST.buttonId),
      text(reply, 'title', `${field}[${n}].reply.title`, MOST.buttonTitle),
    ]),
    unique(
      replies.map((reply) => textOf(reply, 'id')),
      `${field}.reply.id`,
    ),
    unique(
      replies.map((reply) => textOf(reply, 'title')),
      `${field}.reply.title`,
    ),
  );
}

function list(action: Fields): GraphError | undefined {
  const sections = listOf(action, 'sections');
  const field = 'interactive.action.sections';
  if (sections.length === 0) return missing(field);
  if (sections.length > MOST.sections)
    return invalid(field, `has ${sections.length} and may have ${MOST.sections}`);
  const rows = sections.flatMap((section) => listOf(section, 'rows'));
  if (rows.length === 0) return missing(`${field}.rows`);
  if (rows.length > MOST.rows)
    return invalid(`${field}.rows`, `has ${rows.length} in all and may have ${MOST.rows}`);
  const title = sections.length > 1 ? text : optionalText;
  return firstOf(
    text(action, 'button', 'interactive.action.button', MOST.menu),
    ...sections.map((section, n) => title(section, 'title', `${field}[${n}].title`, MOST.sectionTitle)),
    ...rows.flatMap((row, n) => [
      text(row, 'id', `${field}.rows[${n}].id`, MOST.rowId),
      text(row, 'title', `${field}.rows[${n}].title`, MOST.rowTitle),
      optionalText(row, 'description', `${field}.rows[${n}].description`, MOST.rowDescription),
    ]),
    unique(
      rows.map((row) => textOf(row, 'id')),
      `${field}.rows.id`,
    ),
  );
}

function link(action: Fields): GraphError | undefined {
  const parameters = fieldsOf(action, 'parameters');
  const field = 'interactive.action.parameters';
  return firstOf(
    text(parameters, 'display_text', `${field}.display_text`, MOST.buttonTitle),
    text(parameters, 'url', `${field}.url`, 2_000),
    /^https?:\/\//.test(textOf(parameters, 'url'))
      ? undefined
      : invalid(`${field}.url`, 'must be a web address'),
  );
}

const ACTIONS: Readonly<Record<string, (action: Fields) => GraphError | undefined>> = {
  button: buttons,
  list,
  cta_url: link,
  location_request_message: (action) =>
    textOf(action, 'name') === 'send_location'
      ? undefined
      : invalid('interactive.action.name', 'must be send_location'),
  flow: () => undefined,
};

/** What may go over the text: only buttons have room for a file. */
function header(fields: Fields, type: string, world: World): GraphError | undefined {
  if (fields.header === undefined) return undefined;
  const shown = fieldsOf(fields, 'header');
  const kind = textOf(shown, 'type');
  const field = 'interactive.header';
  if (kind === 'text') return text(shown, 'text', `${field}.text`, MOST.header);
  if (type !== 'button' || !HEADER_FILES.has(kind))
    return invalid(`${field}.type`, `${kind || 'nothing'} cannot go over a ${type}`);
  return shown[kind] === undefined
    ? missing(`${field}.${kind}`)
    : file(fieldsOf(shown, kind), world, kind, `${field}.${kind}`);
}

const HEADER_FILES: ReadonlySet<string> = new Set(['image', 'video', 'document']);

/** A message with something to tap. */
export function interactive(fields: Fields, world: World): GraphError | undefined {
  const type = textOf(fields, 'type');
  if (type === '') return missing('interactive.type');
  const action = ACTIONS[type];
  if (!action) return invalid('interactive.type', `${type} is not one that is supported`);
  return firstOf(
    text(fieldsOf(fields, 'body'), 'text', 'interactive.body.text', MOST.body),
    header(fields, type, world),
    optionalText(fieldsOf(fields, 'footer'), 'text', 'interactive.footer.text', MOST.footer),
    fields.action === undefined ? missing('interactive.action') : action(fieldsOf(fields, 'action')),
  );
}
