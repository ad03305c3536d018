import { TIPOS_DOCUMENTO, type TipoDocumento } from '../../../api/base/kernel/vocabulary';
import type { Texts } from '../../../content/texts';
import type { Facts, Input, Move, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { options, say } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { tellsMore } from './tells-more';

/** A number with its groups; letters before it are its own only when they touch it, as in passports. */
const NUMERO = /(?<![\p{L}\d])[A-Z]{0,3}\d[\d. -]{1,22}\d(?!\p{L})/iu;
const ABBREVIATION = /^(?:CC|CE|TI|RC|PPT|NIT)(?=\d)/;

/** Optional by law to be heard; asked for only by channels of ours. */
export const documento: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.documento.pregunta'),
    opciones: options(facts, 'sin_documento'),
  }),
  answer: (draft, input, facts) => decideNumero(draft, input, facts),
};

function decideNumero(draft: Draft, input: Input, facts: Facts): Move<Draft> {
  const numero = readNumero(input.texto);
  // «C.C. No. 1.113…» is a number, not a refusal.
  const refuses = numero === undefined && !tellsMore(input) && saysOneOf(input.texto, facts.texts, 'no');
  if (input.opcion === 'sin_documento' || refuses) {
    return goOn({ ...draft, documento: undefined, documentoVisto: true }, facts);
  }
  const isMore = numero === undefined && (tellsMore(input) || facts.understand(input.texto).emergencia);
  if (isMore) {
    return notAnOption('documento', draft, input, facts);
  }
  if (numero === undefined) return { kind: 'again', data: draft, say: say(facts, 'radicar.documento.mal') };
  const known = readTipo(input.texto, facts.texts);
  return known
    ? withDocumento(draft, known, numero, facts)
    : goTo('tipo_documento', { ...draft, numeroSinTipo: numero });
}

/** Which document the number is of, when the person did not say. */
export const tipoDocumento: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.documento.tipo'),
    opciones: options(facts, ...TIPOS_DOCUMENTO, 'sin_documento'),
  }),
  answer: (draft, input, facts) => decideTipo(draft, input, facts),
};

function decideTipo(draft: Draft, input: Input, facts: Facts): Move<Draft> {
  const { numeroSinTipo: numero } = draft;
  if (input.opcion === 'sin_documento') {
    return goOn({ ...draft, numeroSinTipo: undefined, documento: undefined, documentoVisto: true }, facts);
  }
  // Who comes back after giving no number is asked for the number, whose answer this may be.
  if (numero === undefined) return withoutNumero(draft, input, facts);
  const known = TIPOS_DOCUMENTO.find((one) => one === input.opcion) ?? readTipo(input.texto, facts.texts);
  return known
    ? withDocumento(draft, known, numero, facts)
    : notAnOption('tipo_documento', draft, input, facts);
}

function withoutNumero(draft: Draft, input: Input, facts: Facts): Move<Draft> {
  const move = decideNumero(draft, input, facts);
  if (move.kind !== 'again') return move;
  return goTo('documento', draft, input.opcion === undefined ? move.say : undefined);
}

const withDocumento = (draft: Draft, tipo: TipoDocumento, numero: string, facts: Facts): Move<Draft> =>
  goOn({ ...draft, documento: { tipo, numero }, numeroSinTipo: undefined, documentoVisto: true }, facts);

/** `1.113.456.789` → `1113456789`; undefined when there is no number of at least three figures. */
export function readNumero(typed: string): string | undefined {
  const found = NUMERO.exec(typed)?.[0]
    .replaceAll(/[^A-Z\d]/gi, '')
    .toUpperCase();
  const numero = found?.replace(ABBREVIATION, '');
  return numero !== undefined && /\d{3}/.test(numero) ? numero : undefined;
}

/** The kind of document a text names, as «cc», «cédula» or «pasaporte». */
export const readTipo = (typed: string, texts: Texts): TipoDocumento | undefined =>
  NAMED_FIRST.find((tipo) => saysOneOf(typed, texts, `documento.${tipo}`));

// «Cédula de extranjería» before «cédula».
const NAMED_FIRST = TIPOS_DOCUMENTO.toSorted((a, b) => Number(a === 'CC') - Number(b === 'CC'));
