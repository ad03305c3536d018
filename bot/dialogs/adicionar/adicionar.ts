import type { Failure, FailureCode } from '../../../api/base/kernel/failures';
import { asksAgain } from '../asks-again';
import type { Dialog, Facts, Input, Move, RequestResult, Step } from '../dialog';
import { toMenu, toRadicar } from '../leave';
import { options, paragraphs, say } from '../say';
import { type Addition, additionSchema, emptyAddition, seedSchema, sendTo } from './addition';
import { confirmar } from './confirm-step';
import { cual, gotCases, heardIn, withMore } from './which-case';

/** Knowing the case, what to add is asked; knowing what, which case; knowing both, whether. */
const inicio: Step<Addition> = {
  answer: (data) =>
    data.caso
      ? { kind: 'goto', step: isEmpty(data) ? 'escribir' : 'confirmar', data }
      : { kind: 'call', request: { use: 'misCasos' }, step: 'inicio', data },
  got: gotCases,
};

/** What the person wants to add to a case that is open before them. It is added as it comes: it moves nothing. */
const escribir: Step<Addition> = {
  freeText: true,
  ask: ({ anonima }, facts) => ({
    texto: paragraphs(
      facts.texts('dialogo.adicionar.escriba'),
      anonima ? facts.texts('dialogo.adicionar.anonima') : undefined,
    ),
    opciones: options(facts, 'no_agregar'),
  }),
  answer: (data, input, facts) => {
    if (input.opcion === 'no_agregar') return toMenu();
    if (isEmpty(input)) return { kind: 'again', data, say: say(facts, 'radicar.texto.vacio') };
    return data.caso ? sendTo(withMore(data, input), data.caso) : toMenu();
  },
};

const isEmpty = ({
  texto,
  anexos,
  noRecibidos = [],
}: Pick<Input, 'texto' | 'anexos' | 'noRecibidos'>): boolean =>
  texto.trim() === '' && anexos.length + noRecibidos.length === 0;

/** The result of adding. What fails is said plainly, and what was written stays to be tried again. */
const enviar: Step<Addition> = {
  got: gotAdded,
  ask: ({ falla }, facts) => ({
    texto: paragraphs(
      facts.texts(`falla.${falla ?? 'INTERNAL'}`),
      facts.texts(`dialogo.adicionar.${isFinal(falla) ? 'guardado_otra' : 'guardado'}`),
    ),
    opciones: options(facts, ...(isFinal(falla) ? [] : ['reintentar']), 'otra_solicitud', 'no_agregar'),
  }),
  answer: (data, input, facts) => {
    if (input.opcion === 'otra_solicitud') return toRadicar(heardIn(data));
    if (input.opcion === 'no_agregar') return toMenu(say(facts, 'adicionar.no'));
    const wantsAgain = input.opcion === 'reintentar' || (!isFinal(data.falla) && asksAgain(input, facts));
    if (wantsAgain && data.caso) return sendTo(retried(data), data.caso);
    return { kind: 'again', data: moreOf(data, input), say: say(facts, 'ofrecer.mas') };
  },
};

/** Failures that trying again would only repeat. */
const FINAL: ReadonlySet<string> = new Set<FailureCode>([
  'CASE_CLOSED',
  'CASE_FULL',
  'NOT_FOUND',
  'WRONG_CODE',
]);

const isFinal = (falla: string | undefined): boolean => falla !== undefined && FINAL.has(falla);

const moreOf = (data: Addition, input: Input): Addition => (input.opcion ? data : withMore(data, input));

// An earlier version of this one got through in an attempt that seemed to fail: what is here now is said too.
const retried = (data: Addition): Addition =>
  data.falla === 'IDEMPOTENCY_KEY_REUSED' ? { ...data, version: data.version + 1 } : data;

function gotAdded(data: Addition, { use, result }: RequestResult, facts: Facts): Move<Addition> {
  if (use !== 'adicionar') throw new Error(`expected the result of adicionar, got ${use}`);
  if (!result.ok) return failed(data, result.failure);
  const { recepcion, radicado, prueba } = result.value;
  const said = facts.texts('dialogo.adicionar.hecho', { numero: radicado ?? recepcion });
  return toMenu({ texto: paragraphs(prueba ? facts.texts('dialogo.prueba') : undefined, said) });
}

const failed = (data: Addition, { code }: Failure): Move<Addition> => ({
  kind: 'goto',
  step: 'enviar',
  data: { ...data, falla: code },
});

/** Adds to a case of the person: what they wrote, when they have one open in this chat, or what they open with its code. */
export const adicionar: Dialog<Addition> = {
  name: 'adicionar',
  version: 1,
  schema: additionSchema,
  first: 'inicio',
  resumeAt: 'inicio',
  start: (key, seed) => {
    const { data = {} } = seedSchema.safeParse(seed ?? {});
    return { ...emptyAddition(key), ...data, noRecibidos: data.noRecibidos ?? [] };
  },
  steps: { inicio, cual, confirmar, escribir, enviar },
  unsaved: (data, facts) =>
    isEmpty(data) ? undefined : data.texto || facts.texts('dialogo.radicar.solo_archivos'),
  brief: ({ anonima }) => anonima,
};
