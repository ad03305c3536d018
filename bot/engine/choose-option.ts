import { foldText } from '../../api/base/kernel/plain-text';
import type { Texts } from '../../content/texts';
import type { Option } from '../channels/channel';
import type { Input } from '../dialogs/dialog';
import { foldedWordsOf } from './word-table';

/** What a message chooses among the options shown. STALE: a button of an earlier question. */
export type Choice =
  { readonly kind: 'OPTION'; readonly id: string } | { readonly kind: 'STALE' } | { readonly kind: 'NONE' };

const NONE: Choice = { kind: 'NONE' };
const NUMBER = /^(?:(?:la |el )?(?:opcion|numero|respuesta)? ?)?(\d{1,2})$/;

/** Finds the option by button id, number (1, «1.», uno, «opción 1»), title, or whole words of only one title. */
export function chooseOption(
  { texto, opcion }: Pick<Input, 'texto' | 'opcion'>,
  shown: readonly Option[],
  texts: Texts,
): Choice {
  if (opcion !== undefined) {
    return shown.some(({ id }) => id === opcion) ? { kind: 'OPTION', id: opcion } : { kind: 'STALE' };
  }
  const said = foldText(texto);
  if (said === '' || shown.length === 0) return NONE;
  const found = byTitle(said, shown) ?? byNumber(said, shown, texts) ?? byWords(said, shown, texts);
  return found ? { kind: 'OPTION', id: found.id } : NONE;
}

const byTitle = (said: string, shown: readonly Option[]) =>
  shown.find(({ titulo }) => foldText(titulo) === said);

function byNumber(said: string, shown: readonly Option[], texts: Texts): Option | undefined {
  const digits = NUMBER.exec(said)?.[1];
  if (digits !== undefined) return shown[Number(digits) - 1];
  const bare = said.replace(/^(?:la |el )?(?:opcion |numero )?/, '');
  const at = foldedWordsOf(texts, 'motor.palabras.numeros').findIndex((forms) => forms.includes(bare));
  return shown[at];
}

const MAX_WORDS = 4;

/** «anónimo» for «Quiero que sea anónimo»: whole words in a row that only one title has. */
function byWords(said: string, shown: readonly Option[], texts: Texts): Option | undefined {
  const meaning = isYes(said, texts) ? 'si' : said;
  if (meaning.split(' ').length > MAX_WORDS || !/\p{L}{2}/u.test(meaning)) return undefined;
  const having = shown.filter(({ titulo }) => ` ${foldText(titulo)} `.includes(` ${meaning} `));
  if (having.length === 1) return having[0];
  return having.length > 1
    ? onlyOne(having.filter(({ titulo }) => ` ${foldText(titulo)} `.startsWith(` ${meaning} `)))
    : undefined;
}

const onlyOne = (options: readonly Option[]): Option | undefined =>
  options.length === 1 ? options[0] : undefined;

const isYes = (said: string, texts: Texts): boolean =>
  foldedWordsOf(texts, 'motor.palabras.si').some((forms) => forms.includes(said));
