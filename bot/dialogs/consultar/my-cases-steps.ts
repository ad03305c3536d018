import { sinContestar } from '../../../api/base/kernel/seguimiento';
import type { Seguimiento } from '../../ventanilla/ventanilla-unica';
import { CONFIANZA_MINIMA } from '../../nlu/understand';
import { countWords } from '../count-words';
import type { Facts, Input, Move, RequestResult, Step } from '../dialog';
import { toMenu } from '../leave';
import { saysOneOf, saysYes } from '../named-words';
import { asksForMine, routeInput, saysNothing } from '../route-input';
import { options, say } from '../say';
import { caseInWords } from './case-in-words';
import type { Data } from './data';

/** Options of one message at most are ten, and one is to leave. */
const MOST = 8;

const CASE = 'caso:';

/** A longer text tells something, whatever it seems to ask. */
const MOST_WORDS = 8;

export const askForMine = (data: Data): Move<Data> => ({
  kind: 'call',
  request: { use: 'misCasos' },
  step: 'mis_casos',
  data,
});

/** «Mis casos»: the open ones of this chat, without a code. */
export const misCasos: Step<Data> = {
  stands: ({ casos = [] }) => casos.length > 0,
  ask: ({ casos = [] }, facts) => ({
    ...say(facts, 'consultar.mis_casos'),
    opciones: [
      ...casos.map((recepcion) => ({
        id: `${CASE}${recepcion}`,
        titulo: facts.texts('dialogo.adicionar.para', { numero: recepcion }),
      })),
      ...options(facts, 'otro_numero', 'menu'),
    ],
  }),
  answer: (data, input, facts) => {
    if (input.opcion?.startsWith(CASE))
      return askForMine({ ...data, elegido: input.opcion.slice(CASE.length) });
    if (input.opcion === 'otro_numero') return { kind: 'goto', step: 'numero', data: { intentos: 0 } };
    return input.opcion === 'menu' ? toMenu() : routeInput(input, facts);
  },
  got: gotMine,
};

function gotMine(data: Data, { use, result }: RequestResult, facts: Facts): Move<Data> {
  if (use !== 'misCasos') throw new Error(`expected the result of misCasos, got ${use}`);
  if (!result.ok)
    return {
      kind: 'goto',
      step: 'numero',
      data,
      say: { texto: facts.texts(`falla.${result.failure.code}`) },
    };
  const casos = result.value;
  const wanted = data.elegido ?? (casos.length === 1 ? casos[0]?.recepcion : undefined);
  const chosen = casos.find(({ recepcion }) => recepcion === wanted);
  const fresh: Data = { intentos: data.intentos };
  if (chosen)
    return showCase({ ...fresh, casos: data.casos }, chosen, { recepcion: chosen.recepcion }, facts);
  if (casos.length === 0)
    return { kind: 'goto', step: 'numero', data: fresh, say: say(facts, 'consultar.sin_casos') };
  const shown = casos.slice(0, MOST).map(({ recepcion }) => recepcion);
  return { kind: 'goto', step: 'mis_casos', data: { ...fresh, casos: shown } };
}

/** Tells a case, and stays by it while something can be added to it; what the question before needs stays in the data. */
export function showCase(
  data: Data,
  caso: Seguimiento,
  llave: NonNullable<Data['caso']>,
  facts: Facts,
): Move<Data> {
  const told = caseInWords(caso, facts);
  if (!caso.admiteMensajes) return toMenu(told);
  const anonima = caso.anonima === true;
  const isAsked = sinContestar(caso.mensajes).length > 0;
  return { kind: 'goto', step: 'caso', data: { ...data, caso: llave, anonima, espera: isAsked }, say: told };
}

/** The case before the person: something may be added to it. */
export const caso: Step<Data> = {
  stands: (data) => data.caso !== undefined,
  ask: (_data, facts) => ({
    ...say(facts, 'consultar.que_mas'),
    opciones: options(facts, 'agregar_caso', 'otro_numero', 'menu'),
  }),
  answer: (data, input, facts) => {
    const { caso: llave, anonima } = data;
    switch (input.opcion) {
      case 'agregar_caso':
        return { kind: 'switch', dialog: 'adicionar', seed: { caso: llave, anonima } };
      case 'otro_numero':
        return { kind: 'goto', step: 'numero', data: { intentos: 0 } };
      case 'menu':
        return toMenu();
      default:
        return heardBeside(data, input, facts);
    }
  },
};

/** What is written with the case on the screen is for it, unless it clearly asks for something else; an office that asked is answered first. */
function heardBeside({ caso: llave, anonima, espera }: Data, input: Input, facts: Facts): Move<Data> {
  const { texto, anexos, noRecibidos } = input;
  const to = (seed: object): Move<Data> => ({
    kind: 'switch',
    dialog: 'adicionar',
    seed: { caso: llave, anonima, ...seed },
  });
  if (anexos.length === 0 && saysYes(texto, facts.texts)) return to({});
  if (anexos.length === 0 && countWords(texto) <= 2 && saysOneOf(texto, facts.texts, 'no')) return toMenu();
  const elsewhere = espera ? asksForMine(input, facts) : asksElsewhere(input, facts);
  return elsewhere ? routeInput(input, facts) : to({ texto, anexos, noRecibidos });
}

function asksElsewhere(input: Input, facts: Facts): boolean {
  if (input.anexos.length > 0) return false;
  if (asksForMine(input, facts)) return true;
  if (saysNothing(input)) return !/\d/.test(input.texto);
  const { intencion, confianza, emergencia } = facts.understand(input.texto);
  const isClear = confianza >= CONFIANZA_MINIMA && intencion !== 'radicar' && intencion !== 'ninguna';
  return emergencia || (isClear && countWords(input.texto) <= MOST_WORDS);
}
