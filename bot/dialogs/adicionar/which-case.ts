import { foldText } from '../../../api/base/kernel/plain-text';
import { sinContestar } from '../../../api/base/kernel/seguimiento';
import type { Seguimiento } from '../../ventanilla/ventanilla-unica';
import type { Facts, Input, Move, RequestResult, Say, Step } from '../dialog';
import { countWords } from '../count-words';
import { excerpt } from '../excerpt';
import { type Heard, toMenu, toOffer, toRadicar } from '../leave';
import { saysOneOf, saysYes } from '../named-words';
import { quoted } from '../quoted';
import { options, paragraphs, say } from '../say';
import { type Addition, sendTo } from './addition';

/** Cases to choose from: with more, the person is helped better by their list. */
const MOST = 3;

/** Asked first about the cases in which the office waits for an answer. */
function candidates(casos: readonly Seguimiento[]): Addition['casos'] {
  const open = casos.filter(({ admiteMensajes }) => admiteMensajes);
  return open
    .map(({ recepcion, tipo, mensajes }) => {
      const pregunta = sinContestar(mensajes).at(-1)?.texto;
      return { recepcion, tipo, ...(pregunta && { pregunta: excerpt(pregunta, 200) }) };
    })
    .toSorted((a, b) => Number(b.pregunta !== undefined) - Number(a.pregunta !== undefined))
    .slice(0, MOST);
}

/** Without an open case of this chat, what was written can only be something new. */
export function gotCases(addition: Addition, { use, result }: RequestResult, facts: Facts): Move<Addition> {
  if (use !== 'misCasos') throw new Error(`expected the result of misCasos, got ${use}`);
  const open = result.ok ? candidates(result.value) : [];
  // A number alone says something only to who asked for it.
  const casos = addition.sinCaso === 'NADA' ? open.filter(({ pregunta }) => pregunta !== undefined) : open;
  return casos.length === 0
    ? withoutCase(addition, facts)
    : { kind: 'goto', step: 'cual', data: { ...addition, casos } };
}

function withoutCase(addition: Addition, facts: Facts): Move<Addition> {
  switch (addition.sinCaso) {
    case 'RADICAR':
      return toRadicar(heardIn(addition));
    case 'NADA':
      return toMenu(say(facts, 'no_entendi'));
    default:
      return toOffer(heardIn(addition));
  }
}

export const heardIn = ({ texto, anexos, noRecibidos }: Addition): Heard => ({
  texto,
  anexos,
  ...(noRecibidos.length > 0 && { noRecibidos }),
});

const CASE = 'caso:';

/** «¿Es para su caso …, o es otra solicitud?», with what was written safe until the person answers. */
export const cual: Step<Addition> = {
  freeText: true,
  ask: askWhich,
  got: gotCases,
  answer: (addition, input, facts) => {
    const { texto } = addition;
    const all = withMore(addition, input);
    if (input.opcion?.startsWith(CASE))
      return sendTo({ ...all, texto }, { recepcion: input.opcion.slice(CASE.length) });
    switch (input.opcion) {
      case 'otra_solicitud':
        return toRadicar({ ...heardIn(all), texto, esOtra: true });
      case 'tramite':
        return { kind: 'switch', dialog: 'tramite', seed: { texto } };
      case 'persona':
        return { kind: 'switch', dialog: 'persona', seed: heardIn(addition) };
      case 'dejarlo':
        return toMenu(say(facts, 'ofrecer.no'));
      default:
        return (
          saidInWords(addition, input, facts) ?? { kind: 'again', data: all, say: say(facts, 'ofrecer.mas') }
        );
    }
  },
};

/** «Sí, es para ese», when there is one; and a «no» that leaves open what it is for throws nothing away. */
function saidInWords(addition: Addition, { texto, anexos }: Input, facts: Facts): Move<Addition> | undefined {
  const [only, second] = addition.casos;
  if (anexos.length > 0 || countWords(texto) > MOST_WORDS) return undefined;
  const isForIt = saysYes(texto, facts.texts) || saysOneOf(texto, facts.texts, 'para_ese');
  if (only && !second && isForIt) return sendTo(addition, { recepcion: only.recepcion });
  if (saysYes(texto, facts.texts)) return { kind: 'again', data: addition, say: say(facts, 'no_entendi') };
  return foldText(texto) === 'no'
    ? { kind: 'again', data: addition, say: say(facts, 'adicionar.entonces') }
    : undefined;
}

/** An answer to which case it is for has these words at most. */
const MOST_WORDS = 5;

/** More words and files of the same thing. */
export const withMore = (addition: Addition, { texto, anexos, noRecibidos = [] }: Input): Addition => ({
  ...addition,
  texto: [addition.texto, texto].filter(Boolean).join('\n'),
  anexos: [...addition.anexos, ...anexos],
  noRecibidos: [...addition.noRecibidos, ...noRecibidos],
});

function askWhich({ texto, anexos, casos }: Addition, facts: Facts): Say {
  const told =
    texto === ''
      ? facts.texts('dialogo.ofrecer.archivos', { cuantos: anexos.length })
      : facts.texts('dialogo.ofrecer.texto', { texto: quoted(facts, texto, 200) });
  const asked = casos.flatMap(({ recepcion, pregunta }) =>
    pregunta
      ? [
          facts.texts('dialogo.adicionar.pregunta', {
            numero: recepcion,
            texto: quoted(facts, pregunta, 200),
          }),
        ]
      : [],
  );
  const [only, second] = casos;
  const question =
    only && !second
      ? facts.texts('dialogo.adicionar.es_de', {
          numero: only.recepcion,
          tipo: facts.texts(`tipo.${only.tipo}.nombre`),
        })
      : facts.texts('dialogo.adicionar.de_cual');
  return {
    texto: paragraphs(told, ...asked.slice(0, 1), question),
    opciones: [
      ...casos.map(({ recepcion }) => ({
        id: `${CASE}${recepcion}`,
        titulo: facts.texts('dialogo.adicionar.para', { numero: recepcion }),
      })),
      ...options(facts, 'otra_solicitud', ...(anexos.length > 0 ? [] : ['tramite']), 'persona', 'dejarlo'),
    ],
  };
}
