import { dateInWords, localDate } from '../../../api/base/kernel/local-date';
import type { Solicitud } from '../../ventanilla/ventanilla-unica';
import type { Facts, Move, RequestResult, Say, Step } from '../dialog';
import { options, paragraphs, say } from '../say';
import { type Draft, emptyDraft } from './draft';
import { goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { send } from './summary-steps';

/** Asked once, and only of a petition with a name: the rest have nothing to be compared with. */
export const mayBeDuplicate = ({ modo, parecidas }: Draft): boolean =>
  modo === 'IDENTIFICADO' && parecidas === undefined;

export const askForAlike = (draft: Draft, solicitud: Solicitud): Move<Draft> => ({
  kind: 'call',
  request: { use: 'parecidas', solicitud },
  step: 'parecida',
  data: draft,
});

/** «Se parece a su caso…»: the person decides, and nothing is stopped by it. */
export const parecida: Step<Draft> = {
  got: gotAlike,
  ask: askWhether,
  answer: (draft, input, facts) => {
    const [first] = draft.parecidas ?? [];
    switch (input.opcion) {
      case 'agregar_a_ese':
        return first?.propia ? addTo(draft, first.recepcion, facts) : { kind: 'switch', dialog: 'consultar' };
      case 'radicar_otra':
        return send(draft, input, facts);
      case 'ver_resumen':
        return goTo('resumen', draft);
      default:
        return notAnOption('parecida', draft, input, facts);
    }
  },
};

/** What could not be looked for stops no petition. */
function gotAlike(draft: Draft, result: RequestResult, facts: Facts): Move<Draft> {
  if (result.use === 'adicionar') return gotAdded(draft, result, facts);
  if (result.use !== 'parecidas') throw new Error(`expected the result of parecidas, got ${result.use}`);
  const found = result.result.ok ? result.result.value : [];
  const parecidas = found.map(({ recepcion, propia, recibidoEn }) => ({
    recepcion,
    propia,
    dia: localDate(recibidoEn),
  }));
  const asked = { ...draft, parecidas };
  const isSaid = draft.esOtra === true && parecidas.every(({ propia }) => propia);
  return parecidas.length > 0 && !isSaid
    ? goTo('parecida', asked)
    : send(asked, { enviadoEn: new Date(draft.enviadaEn ?? facts.now) }, facts);
}

function askWhether({ parecidas = [] }: Draft, facts: Facts): Say {
  const [first] = parecidas;
  // Whoever types the phone of another must not learn the numbers of their cases.
  const said = first?.propia
    ? facts.texts('dialogo.radicar.parecida.propia', {
        numero: first.recepcion,
        fecha: dateInWords(first.dia),
      })
    : facts.texts('dialogo.radicar.parecida.otra');
  return {
    texto: paragraphs(said, facts.texts('dialogo.radicar.parecida.pregunta')),
    opciones: options(facts, 'agregar_a_ese', 'radicar_otra', 'ver_resumen'),
  };
}

/** What the person answered besides telling it goes with the text: an addition has no place of its own for it. */
function withAnswers({ texto, lugar, contra }: Draft, { texts }: Facts): string {
  const servidor = contra?.servidor;
  return [
    texto,
    lugar && texts('dialogo.radicar.parecida.agregado.lugar', { lugar }),
    servidor && texts('dialogo.radicar.parecida.agregado.contra', { contra: servidor }),
  ]
    .filter(Boolean)
    .join('\n');
}

const addTo = (draft: Draft, recepcion: string, facts: Facts): Move<Draft> => ({
  kind: 'call',
  request: {
    use: 'adicionar',
    adicion: {
      clave: `${draft.clave}.adicion`,
      caso: { recepcion },
      texto: withAnswers(draft, facts),
      anexos: draft.anexos,
      ...(draft.noRecibidos && { noRecibidos: draft.noRecibidos }),
    },
  },
  step: 'parecida',
  data: draft,
});

function gotAdded(
  draft: Draft,
  { result }: Extract<RequestResult, { use: 'adicionar' }>,
  facts: Facts,
): Move<Draft> {
  if (!result.ok) return goTo('parecida', draft, { texto: facts.texts(`falla.${result.failure.code}`) });
  const { recepcion, radicado } = result.value;
  const done = say(facts, 'adicionar.hecho', { numero: radicado ?? recepcion });
  const prueba = facts.prueba ? facts.texts('dialogo.prueba') : undefined;
  // It is in that case now: the draft is over, and nothing new was filed.
  return goTo('listo', emptyDraft(draft.clave), { texto: paragraphs(prueba, done.texto) });
}
