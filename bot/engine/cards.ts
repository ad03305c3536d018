import { lineasVisibles } from '../../content/schemas/emergencias';
import { telefonosConfirmados } from '../../content/schemas/entidad';
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
  return { texto: [texts('motor.emergencia.aviso'), ...lines, texts('motor.emergencia.nota')].join('\n') };
}

// What the Alcaldía has not confirmed is not said.
function person({ texts, content: { entidad } }: Facts): Say {
  const phones = telefonosConfirmados(entidad).map((telefono) =>
    texts('motor.persona.telefono', { telefono }),
  );
  const lines = [
    texts('motor.persona.intro'),
    ...phones,
    texts('motor.persona.correo', { correo: entidad.correo }),
    texts('motor.persona.direccion', { direccion: entidad.direccion }),
    ...(entidad.horario === null ? [] : [texts('motor.persona.horario', { horario: entidad.horario })]),
  ];
  return { texto: lines.join('\n') };
}

/** The cards made of the content: verified lines only, and the national emergency number always. */
export const contentCards: Cards = { emergency, person };
