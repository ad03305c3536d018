import type { Canal } from '../../../api/base/kernel/vocabulary';
import type { Facts, Input, Move, Step } from '../dialog';
import { saysOneOf } from '../named-words';
import { options, paragraphs, say } from '../say';
import type { Draft } from './draft';
import { withText } from './keep-in-draft';
import { goOn, goTo } from './next-step';
import { notAnOption } from './not-an-option';
import { tellsMore } from './tells-more';

const OPTIONS = ['con_nombre', 'anonima', 'confidencial'] as const;

/** How the person wants to be known. */
export const modo: Step<Draft> = {
  ask: (_draft, facts) => ({ ...say(facts, 'radicar.modo.pregunta'), opciones: options(facts, ...OPTIONS) }),
  answer: (draft, input, facts) => {
    const wanted = wantedOf(input, facts);
    if (wanted === 'anonima') return goTo('anonima', withStory(draft, input, facts));
    return wanted ? identified(draft, wanted, input, facts) : notAnOption('modo', draft, input, facts);
  },
};

const wantedOf = ({ opcion, texto }: Input, { texts }: Facts): (typeof OPTIONS)[number] | undefined =>
  OPTIONS.find((one) => one === opcion) ?? OPTIONS.find((one) => saysOneOf(texto, texts, one));

function identified(
  before: Draft,
  wanted: 'con_nombre' | 'confidencial',
  input: Input,
  facts: Facts,
): Move<Draft> {
  const draft = withStory(before, input, facts);
  return wanted === 'con_nombre'
    ? goOn({ ...draft, modo: 'IDENTIFICADO' }, facts)
    : goOn({ ...draft, modo: 'CONFIDENCIAL' }, facts, say(facts, 'radicar.modo.confidencial'));
}

/** A long answer says how the person wants to be known and tells more besides: both are kept. */
const withStory = (draft: Draft, input: Input, facts: Facts): Draft =>
  input.opcion === undefined && tellsMore(input) ? withText(draft, input.texto, facts) : draft;

/** What each channel still reveals of somebody anonymous; the others reveal what the web chat does. */
const TOLD: readonly Canal[] = ['WHATSAPP', 'TERMINAL'];

/** What anonymous means here, told before it is chosen. */
export const anonima: Step<Draft> = {
  ask: (_draft, facts) => {
    const canal = TOLD.includes(facts.canal) ? facts.canal : 'WEB_CHAT';
    return {
      texto: paragraphs(
        facts.texts('dialogo.radicar.anonima.explica'),
        facts.texts(`dialogo.radicar.anonima.canal.${canal}`),
        facts.texts('dialogo.radicar.anonima.pregunta'),
      ),
      opciones: options(facts, 'si_anonima', 'con_nombre', 'confidencial'),
    };
  },
  answer: (draft, input, facts) => {
    if (input.opcion === 'si_anonima') return goOn(withoutIdentity(draft), facts);
    const wanted = wantedOf(input, facts);
    if (wanted === 'anonima') return goOn(withoutIdentity(withStory(draft, input, facts)), facts);
    return wanted ? identified(draft, wanted, input, facts) : notAnOption('anonima', draft, input, facts);
  },
};

/** Anonymous carries nothing: what was told before is forgotten now, not when it is sent. */
const withoutIdentity = (draft: Draft): Draft => ({
  ...draft,
  modo: 'ANONIMO',
  nombre: undefined,
  documento: undefined,
  numeroSinTipo: undefined,
  enlace: undefined,
  documentoVisto: false,
  correo: undefined,
  telefono: undefined,
  direccion: undefined,
});
