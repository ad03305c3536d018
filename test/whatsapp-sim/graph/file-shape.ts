import type { World } from '../world';
import { firstOf, invalid, missing, optionalText, type Fields } from './check';
import { graphErrorOf, type GraphError } from './graph-error';
import { goesAs } from './media-store';

const MOST = { caption: 1_024, filename: 240 } as const;
/** What is written beneath, or named, only where it is shown. */
const CAPTIONED: ReadonlySet<string> = new Set(['image', 'video', 'document']);

/** A file: one that was uploaded, or where to fetch it from, and not both. `field`: where in the message it is. */
export function file(fields: Fields, world: World, type: string, field = type): GraphError | undefined {
  return firstOf(
    place(fields, world, type, field),
    onlyIn(CAPTIONED.has(type) && field === type, fields, 'caption', field, MOST.caption),
    onlyIn(type === 'document', fields, 'filename', field, MOST.filename),
  );
}

function place({ id, link }: Fields, world: World, type: string, field: string): GraphError | undefined {
  if (id === undefined && link === undefined) return missing(`${field}.id`);
  if (id !== undefined && link !== undefined)
    return invalid(`${field}.id`, 'id and link cannot come together');
  if (id === undefined) return undefined;
  const media = typeof id === 'string' ? world.media.get(id) : undefined;
  if (!media) return invalid(`${field}.id`, 'there is no such media');
  if (goesAs(type, media.mime)) return undefined;
  return graphErrorOf(131053, `${field}.id: a file of type ${media.mime} cannot be sent as ${type}`);
}

function onlyIn(takes: boolean, fields: Fields, name: string, field: string, most: number) {
  if (takes) return optionalText(fields, name, `${field}.${name}`, most);
  return name in fields ? invalid(`${field}.${name}`, 'is not a field of it') : undefined;
}
