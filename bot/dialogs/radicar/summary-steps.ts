import type { Facts, Input, Move, Step } from '../dialog';
import { quoted } from '../quoted';
import { options, paragraphs, say } from '../say';
import { type Draft, emptyDraft } from './draft';
import { goOn, goTo, nextStep } from './next-step';
import { notAnOption } from './not-an-option';
import { askForAlike, mayBeDuplicate } from './parecida-step';
import { puntosIn, solicitudOf } from './solicitud-of';
import { FIELDS, stepOf, summaryLines, summaryNotes } from './summary';

/** All that will be sent, one numbered line each. Nothing is sent without a yes to it. */
export const resumen: Step<Draft> = {
  ask: (draft, facts) => {
    const isSeveral = puntosIn(draft).length > 0;
    const lines = summaryLines(draft, facts).map(({ campo, valor }, index) =>
      facts.texts(`dialogo.radicar.resumen.linea.${campo}`, { numero: index + 1, valor }),
    );
    return {
      texto: paragraphs(
        facts.texts('dialogo.radicar.resumen.intro'),
        lines.join('\n'),
        summaryNotes(draft, facts),
        facts.prueba ? facts.texts('dialogo.prueba') : undefined,
        facts.texts('dialogo.radicar.resumen.pregunta'),
      ),
      opciones: options(facts, 'enviar', 'corregir', ...(isSeveral ? ['un_punto'] : []), 'cancelar'),
    };
  },
  answer: (draft, input, facts) => {
    if (input.opcion === 'enviar') return send(draft, input, facts);
    if (input.opcion === 'corregir') return goTo('corregir', draft);
    if (input.opcion === 'un_punto') return goTo('resumen', { ...draft, unSoloPunto: true });
    if (input.opcion === 'cancelar') return goTo('descartar', draft);
    return notAnOption('resumen', draft, input, facts);
  },
};

/** Sends what is complete; a draft that lacks something is asked for it first. */
export function send(draft: Draft, { enviadoEn }: Pick<Input, 'enviadoEn'>, facts: Facts): Move<Draft> {
  if (nextStep(draft, facts) !== 'resumen') return goOn(draft, facts);
  const enviadaEn = draft.enviadaEn ?? enviadoEn.toISOString();
  const solicitud = solicitudOf(draft, facts.canal, new Date(enviadaEn));
  if (mayBeDuplicate(draft)) return askForAlike({ ...draft, enviadaEn }, solicitud);
  return {
    kind: 'call',
    request: { use: 'radicar', solicitud },
    step: 'enviar',
    data: { ...draft, enviadaEn },
  };
}

/** One field to ask again; afterwards nothing is missing, so the summary comes back. */
export const corregir: Step<Draft> = {
  ask: (draft, facts) => {
    const fields = summaryLines(draft, facts).map(({ campo }) => `campo_${campo}`);
    return { ...say(facts, 'radicar.corregir'), opciones: options(facts, ...fields, 'volver_resumen') };
  },
  answer: (draft, input, facts) => {
    if (input.opcion === 'volver_resumen') return goTo('resumen', draft);
    const field = FIELDS.find((campo) => `campo_${campo}` === input.opcion);
    return field ? goTo(stepOf(field, facts), draft) : notAnOption('corregir', draft, input, facts);
  },
};

/** The files received, with the choice of taking them out. */
export const archivos: Step<Draft> = {
  ask: ({ anexos }, facts) => ({
    ...say(facts, 'radicar.archivos', {
      cuantos: anexos.length,
      lista: quoted(facts, anexos.map(({ nombre }) => nombre).join(', '), 200),
    }),
    opciones: options(facts, 'dejar_archivos', 'quitar_archivos'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'quitar_archivos') return goOn({ ...draft, anexos: [] }, facts);
    if (input.opcion === 'dejar_archivos') return goOn(draft, facts);
    return notAnOption('archivos', draft, input, facts);
  },
};

/** Nothing is thrown away without a yes to it. */
export const descartar: Step<Draft> = {
  ask: ({ texto }, facts) => ({
    ...say(facts, 'radicar.descartar.pregunta', { texto: quoted(facts, texto, 150) }),
    opciones: options(facts, 'conservar', 'borrar'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'borrar') {
      return goTo('listo', emptyDraft(draft.clave), say(facts, 'radicar.descartar.hecho'));
    }
    return input.opcion === 'conservar'
      ? goTo('resumen', draft)
      : notAnOption('descartar', draft, input, facts);
  },
};
