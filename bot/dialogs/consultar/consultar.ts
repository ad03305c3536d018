import { z } from 'zod';
import type { FailureCode } from '../../../api/base/kernel/failures';
import { localYear } from '../../../api/base/kernel/local-date';
import { contactCard } from '../contact-card';
import { countWords } from '../count-words';
import type { Dialog, Facts, Input, Move, RequestResult, Step } from '../dialog';
import { toMenu } from '../leave';
import { quoted } from '../quoted';
import { asksForMine, routeInput } from '../route-input';
import { options, paragraphs, say } from '../say';
import { type Data, dataSchema } from './data';
import { askForMine, caso, misCasos, showCase } from './my-cases-steps';
import { readCode } from './typed-code';
import { readNumber } from './typed-number';

/** After this many mismatches the person is offered other ways. */
const MAX_TRIES = 3;

const NOT_THERE: ReadonlySet<FailureCode> = new Set(['WRONG_CODE', 'NOT_FOUND']);

const goTo = (step: string, data: Data, before?: ReturnType<typeof say>): Move<Data> => ({
  kind: 'goto',
  step,
  data,
  say: before,
});

/** Longer answers are no number and no code: they are heard as any other text, and so is any danger. */
const MOST_WORDS = 8;

function ask(data: Data, codigo: string): Move<Data> {
  const { numero = '' } = data;
  const request = { use: 'consultar', numero, codigo } as const;
  return { kind: 'call', request, step: 'codigo', data: { ...data, codigo } };
}

const numero: Step<Data> = {
  ask: (_data, facts) => ({
    ...say(facts, 'consultar.numero'),
    opciones: options(facts, 'mis_casos', 'sin_numero'),
  }),
  answer: (data, input, facts) => {
    if (input.opcion === 'mis_casos') return askForMine(data);
    if (input.opcion === 'sin_numero') return goTo('otros', data);
    if (/\p{L}/u.test(input.texto) && readCode(input.texto).ok) {
      return { kind: 'again', data, say: say(facts, 'consultar.es_codigo') };
    }
    const read = readNumber(input.texto, localYear(facts.now));
    if (read) return withNumber({ ...data, numero: read.numero }, read.rest);
    if (isSomethingElse(input, facts)) return routeInput(input, facts);
    return { kind: 'again', data, say: say(facts, 'consultar.numero_mal') };
  },
};

const isSomethingElse = ({ texto, anexos }: Input, facts: Facts): boolean =>
  countWords(texto) > MOST_WORDS || anexos.length > 0 || facts.understand(texto).emergencia;

/** Some people write number and code together. */
function withNumber(data: Data, rest: string): Move<Data> {
  const code = readCode(rest);
  return code.ok ? ask(data, code.value) : goTo('codigo', data);
}

/** What the person said to get here may hold the number, and even the code. */
const inicio: Step<Data> = {
  answer: (data, { texto, ...rest }, facts) => {
    if (asksForMine({ texto, ...rest }, facts)) return askForMine(data);
    if (data.numero === undefined) return goTo('numero', data);
    return withNumber(data, readNumber(texto, localYear(facts.now))?.rest ?? '');
  },
};

const codigo: Step<Data> = {
  stands: (data) => data.numero !== undefined,
  ask: ({ numero: typed = '' }, facts) => ({
    ...say(facts, 'consultar.codigo', { numero: quoted(facts, typed, 40) }),
    opciones: options(facts, 'otro_numero', 'sin_codigo'),
  }),
  answer: (data, input, facts) => {
    if (input.opcion === 'otro_numero') return goTo('numero', { ...data, numero: undefined });
    if (input.opcion === 'sin_codigo') return goTo('otros', data);
    const read = readCode(input.texto);
    if (read.ok && data.numero !== undefined) return ask(data, read.value);
    if (isSomethingElse(input, facts)) return routeInput(input, facts);
    if (read.ok || data.numero === undefined) return goTo('numero', data);
    return { kind: 'again', data, say: say(facts, `consultar.codigo_mal.${read.failure}`) };
  },
  got: gotCase,
};

function gotCase(before: Data, { use, result }: RequestResult, facts: Facts): Move<Data> {
  if (use !== 'consultar') throw new Error(`expected the result of consultar, got ${use}`);
  const { codigo: typed = '', ...data } = before;
  if (result.ok) {
    const { numero: found = '' } = data;
    return showCase({ numero: found, intentos: 0 }, result.value, { numero: found, codigo: typed }, facts);
  }
  const { code } = result.failure;
  if (!NOT_THERE.has(code)) return goTo('codigo', data, { texto: facts.texts(`falla.${code}`) });
  const tried = { ...data, intentos: data.intentos + 1 };
  // One text for an unknown number and for a wrong code, so that numbers cannot be probed.
  return goTo(tried.intentos >= MAX_TRIES ? 'otros' : 'codigo', tried, say(facts, 'consultar.no_coincide'));
}

/** When number and code are not at hand or do not match. */
const otros: Step<Data> = {
  ask: (_data, facts) => ({
    texto: paragraphs(facts.texts('dialogo.consultar.otros'), contactCard(facts)),
    opciones: options(facts, 'otra_vez', 'presentar', 'menu'),
  }),
  answer: (_data, input, facts) => {
    if (input.opcion === 'otra_vez') return goTo('numero', { intentos: 0 });
    if (input.opcion === 'presentar') return { kind: 'switch', dialog: 'radicar' };
    return input.opcion === 'menu' ? toMenu() : routeInput(input, facts);
  },
};

const seedSchema = z.object({ texto: z.string().optional() });

/** Tells where a case is to whoever knows its number and its code. */
export const consultar: Dialog<Data> = {
  name: 'consultar',
  version: 1,
  schema: dataSchema,
  first: 'inicio',
  resumeAt: 'numero',
  start: (_key, seed, facts) => {
    const parsed = seedSchema.safeParse(seed ?? {});
    const typed = parsed.success ? (parsed.data.texto ?? '') : '';
    const read = /\d/.test(typed) ? readNumber(typed, localYear(facts.now)) : undefined;
    return { numero: read?.numero, intentos: 0 };
  },
  steps: {
    inicio,
    numero,
    codigo,
    otros,
    mis_casos: misCasos,
    caso,
  },
  brief: ({ anonima }) => anonima === true,
};
