import { graphErrorOf, type GraphError } from './graph-error';
import { fieldsOf, firstOf, invalid, missing, text, textOf, type Check, type Fields } from './check';
import { file } from './file-shape';
import { interactive } from './interactive';
import type { World } from '../world';

const MOST = { text: 4_096 } as const;

type Shape = (fields: Fields, world: World, type: string) => GraphError | undefined;

const location: Shape = (fields) => {
  const within = (name: string, most: number) => {
    const value = Number(fields[name]);
    if (fields[name] === undefined) return missing(`location.${name}`);
    return Math.abs(value) <= most ? undefined : invalid(`location.${name}`, 'is not a coordinate');
  };
  return firstOf(within('latitude', 90), within('longitude', 180));
};

const SHAPES: Readonly<Record<string, Shape>> = {
  text: (fields) => text(fields, 'body', 'text.body', MOST.text),
  interactive: (fields, world) => interactive(fields, world),
  image: file,
  audio: file,
  video: file,
  document: file,
  sticker: file,
  location,
  contacts: (_, __, type) => (type === 'contacts' ? undefined : missing('contacts')),
  reaction: (fields) => text(fields, 'message_id', 'reaction.message_id', 200),
  template: (fields) =>
    firstOf(
      text(fields, 'name', 'template.name', 512),
      textOf(fieldsOf(fields, 'language'), 'code') === '' ? missing('template.language.code') : undefined,
    ),
};

/** Step 9: the shape of the type and the limits of each of its texts. */
export const shape: Check = ({ body, type }, world) => {
  const check = SHAPES[type];
  if (!check) return graphErrorOf(131051, `type: ${type} is not one that is supported`);
  if (body[type] === undefined) return missing(type);
  return check(fieldsOf(body, type), world, type);
};
