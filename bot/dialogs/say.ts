import type { Option } from '../channels/channel';
import type { Facts, Say } from './dialog';

type Params = Readonly<Record<string, string | number>>;
type Speaks = Pick<Facts, 'texts'>;

/** The text `dialogo.<key>`. */
export const say = ({ texts }: Speaks, key: string, params?: Params): Say => ({
  texto: texts(`dialogo.${key}`, params),
});

/** Options whose titles are `dialogo.opcion.<id>`. */
export const options = ({ texts }: Speaks, ...ids: readonly string[]): readonly Option[] =>
  ids.map((id) => ({ id, titulo: texts(`dialogo.opcion.${id}`) }));

/** The parts that say something, one paragraph each. */
export const paragraphs = (...parts: readonly (string | undefined)[]): string =>
  parts.filter(Boolean).join('\n\n');
