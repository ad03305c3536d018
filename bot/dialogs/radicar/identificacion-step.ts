import { telefonosConfirmados } from '../../../content/schemas/entidad';
import { contactCard } from '../contact-card';
import type { Facts, Step } from '../dialog';
import { options, paragraphs } from '../say';
import type { Draft } from './draft';
import { goOn, goTo } from './next-step';
import { askForLink } from './por-enlace-step';
import { withoutNumber } from './without-number';

/** Where a number must not be written, why, and the ways to give it or not. Whatever is answered, the filing goes on. */
export const identificacion: Step<Draft> = {
  ask: (_draft, facts) => {
    const counter = counterOption(facts);
    return {
      texto: paragraphs(
        facts.texts('dialogo.radicar.identificacion.explica'),
        ['sin_cedula', 'por_enlace', counter, 'sin_nombre']
          .map((id) => facts.texts(`dialogo.radicar.identificacion.${id}`))
          .join('\n'),
      ),
      opciones: options(facts, 'sin_cedula', 'por_enlace', counter, 'sin_nombre'),
    };
  },
  answer: (draft, input, facts) => {
    switch (input.opcion) {
      case 'sin_cedula':
        return goOn({ ...draft, documento: undefined, documentoVisto: true }, facts);
      case 'por_enlace':
        return askForLink(draft);
      case 'en_ventanilla':
      case 'en_ventanilla_o_llamada':
        return goOn({ ...draft, documentoVisto: true }, facts, atTheCounter(facts));
      case 'sin_nombre':
        return goTo('anonima', draft);
      default:
        return withoutNumber(draft, input, facts);
    }
  },
};

// A call is offered only where there is a number to call.
const counterOption = ({ content: { entidad } }: Facts): string =>
  telefonosConfirmados(entidad).length > 0 ? 'en_ventanilla_o_llamada' : 'en_ventanilla';

const atTheCounter = (facts: Facts) => ({
  texto: `${facts.texts('dialogo.radicar.identificacion.luego')}\n${contactCard(facts)}`,
});
