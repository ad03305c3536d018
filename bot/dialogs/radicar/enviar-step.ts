import type { Failure, FailureCode } from '../../../api/base/kernel/failures';
import { isSoloVoz } from '../../../api/base/kernel/voz';
import { asksAgain } from '../asks-again';
import { contactCard } from '../contact-card';
import type { Facts, Move, Say, Step } from '../dialog';
import { options, paragraphs, say } from '../say';
import { acuseSay } from './acuse';
import { type Draft, emptyDraft } from './draft';
import { goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { send } from './summary-steps';

/** The result of sending. What fails is said plainly, and the draft stays to be sent again. */
export const enviar: Step<Draft> = {
  got: (draft, { use, result }, facts) => {
    if (use !== 'radicar') throw new Error(`expected the result of radicar, got ${use}`);
    if (!result.ok) return failed(draft, result.failure, facts);
    // The conversation forgets the draft: it is in the book now.
    const done = acuseSay(result.value, draft.modo === 'ANONIMO', facts);
    const spoken = isSoloVoz(draft) ? facts.texts('dialogo.voz.radicada') : undefined;
    return goTo('listo', emptyDraft(draft.clave), { ...done, texto: paragraphs(done.texto, spoken) });
  },
  ask: (draft, facts) => ({
    texto: paragraphs(
      facts.texts('dialogo.radicar.falla.intro'),
      reasonOf(draft, facts),
      facts.texts('dialogo.radicar.falla.guardada'),
    ),
    opciones: options(facts, 'reintentar', 'ver_resumen', 'otros_medios'),
  }),
  answer: (draft, input, facts) => {
    if (input.opcion === 'reintentar' || asksAgain(input, facts)) return send(retried(draft), input, facts);
    if (input.opcion === 'ver_resumen') return goTo('resumen', draft);
    if (input.opcion === 'otros_medios') return goTo('enviar', draft, otherWays(facts));
    return notAnOption('enviar', draft, input, facts);
  },
};

/** Failures that sending again would only repeat, with the step that mends them. */
const MENDED_AT: Partial<Record<FailureCode, string>> = { TERM_UNKNOWN: 'elegir_tipo', EMPTY_TEXT: 'texto' };

function failed(draft: Draft, { code }: Failure, { texts }: Facts): Move<Draft> {
  const step = MENDED_AT[code];
  return step === undefined
    ? goTo('enviar', { ...draft, falla: code })
    : goTo(step, draft, { texto: texts(`falla.${code}`) });
}

const OLDER_VERSION = 'IDEMPOTENCY_KEY_REUSED';

const reasonOf = ({ falla }: Draft, { texts }: Facts): string =>
  falla === OLDER_VERSION
    ? texts('dialogo.radicar.falla.otra_version')
    : texts(`falla.${falla ?? 'INTERNAL'}`);

// An earlier version of this draft got through in an attempt that seemed to fail: this one is another petition.
const retried = (draft: Draft): Draft =>
  draft.falla === OLDER_VERSION
    ? { ...draft, version: draft.version + 1, falla: undefined }
    : { ...draft, falla: undefined };

const otherWays = (facts: Facts): Say => ({
  texto: paragraphs(say(facts, 'radicar.falla.otros').texto, contactCard(facts)),
  enlaces: [{ titulo: facts.texts('dialogo.enlace.formulario'), url: '/formulario' }],
});
