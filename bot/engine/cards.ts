import { lineasVisibles } from '../../content/schemas/emergencias';
import { contactCard } from '../dialogs/contact-card';
import type { Facts, Say } from '../dialogs/dialog';

/** What the engine shows by itself at any step, above the dialog. */
export interface Cards {
  readonly emergency: (facts: Facts) => Say;
  /** How to reach a person of the Alcaldía. */
  readonly person: (facts: Facts) => Say;
}

function emergency({ texts, content }: Facts): Say {
  const lines = lineasVisibles(content.emergencias).map(({ numero, nombre }) =>
    texts('motor.emergencia.linea', { numero, nombre }),
  );
  const texto = [texts('motor.emergencia.aviso'), ...lines, texts('motor.emergencia.nota')].join('\n');
  return { texto, clase: 'EMERGENCIA' };
}

const person = (facts: Facts): Say => ({
  texto: `${facts.texts('motor.persona')}\n${contactCard(facts)}`,
});

/** The cards made of the content: verified lines only, and the national emergency number always. */
export const contentCards: Cards = { emergency, person };
