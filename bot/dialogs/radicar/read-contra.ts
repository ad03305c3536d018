import { dependenciaNamedIn } from '../../../api/base/kernel/dependencia-named-in';
import type { Contra } from '../../../api/base/kernel/solicitud';
import type { Facts } from '../dialog';

/** Whom a complaint is against, in the words of who complains; the dependencia only when they name one for certain. */
export const readContra = (typed: string, { content }: Pick<Facts, 'content'>): Contra => ({
  dependencia: dependenciaNamedIn(typed, content.dependencias)?.codigo,
  servidor: typed.replaceAll(/\s+/g, ' ').trim(),
});

const ROLE =
  '(?:[Ff]uncionari[oa]|[Ss]ecretar[ií]o|[Ss]ecretar[ií]a|[Ii]nspector(?:a|ía)?|[Jj]ef[ea]|[Dd]irector(?:a)?|[Dd]irecci[oó]n|[Oo]ficina|[Ee]mplead[oa]|[Aa]gente|[Gg]uarda)';
// «de salud», «de la Secretaría de Salud», or a name in capitals; what follows without them is another thing.
const WHOSE =
  '(?:(?:\\s+(?:de|del|la|el|los|las|municipal|administrativ[oa]))+\\s+\\p{L}{3,}|\\s+\\p{Lu}\\p{L}+)';
const NAMED = new RegExp(`(?<!\\p{L})${ROLE}${WHOSE}{1,5}`, 'u');

/** The words of a text that already say whom it is against: «la secretaría de salud», «el funcionario Pedro Ruiz». */
export const contraIn = (texto: string): string | undefined => NAMED.exec(texto)?.[0].replaceAll(/\s+/g, ' ');
