import { foldText } from '../../../api/base/kernel/plain-text';
import { TIPOS_CIUDADANO, type TipoPqrsd } from '../../../api/base/kernel/vocabulary';
import { countWords } from '../count-words';
import type { Facts, Input, Move, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { quoted } from '../quoted';
import { options, paragraphs, say } from '../say';
import type { Draft } from './draft';
import { withFormer } from './keep-in-draft';
import { goOn, goTo, isOfSomebody } from './next-step';
import { notAnOption } from './not-an-option';

/** Those of Ley 1581 de 2012, behind one choice: a list holds ten. */
const OF_PERSONAL_DATA = ['HD_CONSULTA', 'HD_RECLAMO'] as const satisfies readonly TipoPqrsd[];

const isOfPersonalData = (tipo: TipoPqrsd): boolean => OF_PERSONAL_DATA.some((one) => one === tipo);

/** The rest of what anybody may choose. */
const CHOICES = TIPOS_CIUDADANO.filter((tipo) => !isOfPersonalData(tipo));

/** What the text seems to be, in plain words; the person may change it or go on telling. */
export const tipo: Step<Draft> = {
  freeText: true,
  ask: (draft, facts) => {
    const { texts } = facts;
    const told = quoted(facts, draft.texto, 120);
    const understood = texts('dialogo.radicar.tipo.parece', {
      nombre: texts(`tipo.${draft.tipo}.nombre`),
      definicion: texts(`tipo.${draft.tipo}.definicion`),
    });
    return {
      texto: paragraphs(
        told === '' ? undefined : texts('dialogo.radicar.tipo.entendimos', { texto: told }),
        understood,
        texts('dialogo.radicar.tipo.pregunta'),
      ),
      opciones: options(facts, 'si_seguir', 'cambiar_tipo', 'agregar'),
    };
  },
  answer: (draft, input, facts) => {
    if (input.opcion === 'si_seguir') return goOn({ ...draft, tipoVisto: true }, facts);
    if (input.opcion === 'cambiar_tipo') return goTo('elegir_tipo', draft);
    if (input.opcion === 'agregar') return goTo('texto', draft);
    // Without its comma, «no, es una queja» is «no es una queja»: the list leaves no doubt.
    if (isShort(input) && saysOneOf(input.texto, facts.texts, 'no')) return goTo('elegir_tipo', draft);
    return named(draft, input, facts) ?? notAnOption('tipo', draft, input, facts);
  },
};

/** Up to this many words, an answer that holds the name of a tipo chooses it. */
const MAX_NAME_WORDS = 4;

const isShort = ({ texto }: Input): boolean => countWords(texto) <= MAX_NAME_WORDS;

function named(draft: Draft, input: Input, facts: Facts): Move<Draft> | undefined {
  if (!isShort(input)) return undefined;
  const said = ` ${foldText(input.texto)} `;
  const found = [...CHOICES, ...OF_PERSONAL_DATA]
    .map((code) => ({ code, name: foldText(facts.texts(`tipo.${code}.nombre`)) }))
    // «Petición de información» before «petición».
    .toSorted((a, b) => b.name.length - a.name.length)
    .find(({ name }) => said.includes(` ${name} `));
  return found && chosen(draft, found.code, facts);
}

const chosen = (draft: Draft, code: TipoPqrsd, facts: Facts): Move<Draft> =>
  goOn({ ...asOf(code, draft, facts), tipo: code, tipoElegido: true, tipoVisto: true }, facts);

/** Whom it is against goes only with what may be against somebody; what was told there beyond a name stays told. */
function asOf(tipo: TipoPqrsd, draft: Draft, facts: Facts): Draft {
  if (isOfSomebody({ tipo })) return draft;
  const kept = withFormer(draft, draft.contra?.servidor, facts);
  return kept === draft ? draft : { ...kept, contra: undefined, contraVisto: undefined };
}

/** The list of tipos in plain words. */
export const elegirTipo: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.tipo.lista'),
    opciones: options(facts, ...CHOICES, 'datos_personales'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'datos_personales') return goTo('datos_personales', draft);
    const code = CHOICES.find((one) => one === input.opcion);
    if (code) return chosen(draft, code, facts);
    return named(draft, input, facts) ?? notAnOption('elegir_tipo', draft, input, facts);
  },
};

/** Habeas data: to know them, or to correct them. */
export const datosPersonales: Step<Draft> = {
  ask: (_draft, facts) => ({
    ...say(facts, 'radicar.tipo.datos'),
    opciones: options(facts, ...OF_PERSONAL_DATA),
  }),
  answer: (draft, input, facts) => {
    const code = OF_PERSONAL_DATA.find((one) => one === input.opcion);
    return code ? chosen(draft, code, facts) : notAnOption('datos_personales', draft, input, facts);
  },
};
