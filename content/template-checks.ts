import type { ContentFault } from './content-fault';
import { faultAt, type Located } from './content-reader';
import { textFaults } from './read-texts';
import type { Plantilla, Whatsapp } from './schemas/whatsapp';
import { speaksOfLaw } from './statement-checks';

const PLACE = /\{\{(\d+)\}\}/g;
const AT_AN_END = /^\s*\{\{\d+\}\}|\{\{\d+\}\}[\s.,;:!?]*$/;
const TOGETHER = /\{\{\d+\}\}\s*\{\{\d+\}\}/;
const BLANKS = /\n{3,}|\t| {5,}/;
/** Meta refuses a body with too many places for its length (2388293); it does not say how many are too many. */
const WORDS_A_PLACE = 3;

/** What Meta would refuse, or a person would not understand, in the templates; and what two of them say twice. */
export function templateFaults(whatsapp: Located<Whatsapp>): ContentFault[] {
  const { plantillas } = whatsapp.value;
  return plantillas.flatMap((plantilla, index) => {
    const earlier = plantillas.slice(0, index);
    const repeated = (['nombre', 'hecho'] as const)
      .filter((field) => earlier.some((one) => one[field] === plantilla[field]))
      .map((field) => `${field} repetido: ${plantilla[field]}`);
    return [...repeated, ...bodyFaults(plantilla)].map((message) =>
      faultAt(whatsapp, ['plantillas', index, 'cuerpo'], `${plantilla.nombre}: ${message}`),
    );
  });
}

/** The rules of Meta for a body, and ours for whatever a citizen reads. */
export function bodyFaults({ cuerpo, valores }: Pick<Plantilla, 'cuerpo' | 'valores'>): string[] {
  const places = [...cuerpo.matchAll(PLACE)].map(([, n]) => Number(n));
  const words = cuerpo.replaceAll(PLACE, ' ').match(/\p{L}+/gu)?.length ?? 0;
  const inOrder = places.every((n, at) => n === at + 1);
  const refused: [boolean, string][] = [
    [!inOrder, 'los lugares deben ser {{1}}, {{2}}… en orden y sin repetir'],
    [
      inOrder && places.length !== valores.length,
      `tiene ${places.length} lugares y ${valores.length} valores`,
    ],
    [AT_AN_END.test(cuerpo), 'un lugar no puede estar al principio ni al final'],
    [TOGETHER.test(cuerpo), 'dos lugares no pueden ir seguidos'],
    [BLANKS.test(cuerpo), 'tiene demasiados espacios o líneas en blanco'],
    [words < places.length * WORDS_A_PLACE, 'tiene demasiados lugares para tan pocas palabras'],
    [speaksOfLaw(cuerpo), 'habla de la ley: eso no se dice en una plantilla'],
  ];
  return [
    ...refused.filter(([is]) => is).map(([, message]) => message),
    ...textFaults(cuerpo.replaceAll(PLACE, '{v$1}')),
  ];
}
