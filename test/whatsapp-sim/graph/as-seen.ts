import type { Choice, Received } from '../people';
import { fieldsOf, listOf, textOf, type Fields, type Send } from './check';
import { parametersOf, templateOf } from './templates';
import type { World } from '../world';

type Seen = Omit<Received, 'wamid' | 'en' | 'type'>;

const NOTHING: Seen = { text: '', choices: [], quickReplies: [], asksLocation: false };

const choiceOf = (fields: Fields): Choice => ({
  id: textOf(fields, 'id'),
  title: textOf(fields, 'title'),
  ...('description' in fields ? { description: textOf(fields, 'description') } : {}),
});

function interactive(fields: Fields, world: World): Seen {
  const action = fieldsOf(fields, 'action');
  const parts = ['header', 'body', 'footer'].map((name) => textOf(fieldsOf(fields, name), 'text'));
  const text = parts.filter((part) => part !== '').join('\n');
  const rows = listOf(action, 'sections').flatMap((section) => listOf(section, 'rows'));
  const parameters = fieldsOf(action, 'parameters');
  return {
    ...NOTHING,
    text,
    ...fileOver(fieldsOf(fields, 'header'), world),
    choices: [...listOf(action, 'buttons').map((button) => fieldsOf(button, 'reply')), ...rows].map(choiceOf),
    ...(rows.length > 0 ? { listButton: textOf(action, 'button') } : {}),
    asksLocation: textOf(fields, 'type') === 'location_request_message',
    ...('url' in parameters
      ? { link: { title: textOf(parameters, 'display_text'), url: textOf(parameters, 'url') } }
      : {}),
  };
}

function template(send: Send, world: World): Seen {
  const found = templateOf(send, world);
  const values = parametersOf(send.body).map((parameter) => textOf(parameter, 'text'));
  let next = 0;
  const payloads = listOf(fieldsOf(send.body, 'template'), 'components')
    .filter((component) => textOf(component, 'sub_type') === 'quick_reply')
    .map((component) => textOf(listOf(component, 'parameters')[0] ?? {}, 'payload'));
  const titles = found?.quickReplies ?? [];
  return {
    ...NOTHING,
    text: (found?.body ?? '').replace(/\{\{\s*\w+\s*\}\}/g, () => values[next++] ?? ''),
    quickReplies: titles.map((title, n) => ({ id: payloads[n] ?? title, title })),
  };
}

/** A file by its name, or by the one with which it was uploaded. */
function fileOf(fields: Fields, type: string, world: World): Seen['file'] {
  const id = textOf(fields, 'id');
  const link = textOf(fields, 'link');
  const media = world.media.get(id);
  const name = textOf(fields, 'filename') || media?.name || type;
  return { name, kind: type, ...(media && { bytes: media.bytes.length }), ...(id ? { id } : { link }) };
}

function fileOver(header: Fields, world: World): Pick<Seen, 'file'> {
  const type = textOf(header, 'type');
  return type === '' || type === 'text' ? {} : { file: fileOf(fieldsOf(header, type), type, world) };
}

function file(send: Send, world: World): Seen {
  const fields = fieldsOf(send.body, send.type);
  return { ...NOTHING, text: textOf(fields, 'caption'), file: fileOf(fields, send.type, world) };
}

/** What the person sees of a message of the bot. */
export function asSeen(send: Send, world: World): Seen {
  const fields = fieldsOf(send.body, send.type);
  if (send.type === 'text') return { ...NOTHING, text: textOf(fields, 'body') };
  if (send.type === 'interactive') return interactive(fields, world);
  if (send.type === 'template') return template(send, world);
  if (send.type === 'location')
    return { ...NOTHING, text: `${String(fields.latitude)}, ${String(fields.longitude)}` };
  if (send.type === 'reaction') return { ...NOTHING, text: textOf(fields, 'emoji') };
  return file(send, world);
}
