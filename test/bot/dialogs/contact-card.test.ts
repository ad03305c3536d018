import { describe, expect, it } from '@jest/globals';
import { contactCard } from '../../../bot/dialogs/contact-card';
import { factsOf, productContent } from '../../fakes/play-dialog';

const cardWith = (entidad: Partial<typeof productContent.entidad>): string =>
  contactCard({
    ...factsOf(),
    content: { ...productContent, entidad: { ...productContent.entidad, ...entidad } },
  });

describe('how to reach a person', () => {
  it('says that phone and timetable are not confirmed instead of telling them', () => {
    const card = cardWith({});
    expect(card).toContain('Teléfono: por confirmar');
    expect(card).toContain('Horario: por confirmar');
    for (const { numero } of productContent.entidad.telefonos) expect(card).not.toContain(numero);
  });

  it('tells what the Alcaldía confirmed', () => {
    const card = cardWith({
      horario: 'lunes a viernes',
      telefonos: [{ numero: '602 000 0000', confirmado: true }],
      porConfirmar: [],
    });
    expect(card).toContain('Teléfono: 602 000 0000');
    expect(card).toContain('Horario: lunes a viernes');
    expect(card).not.toContain('Confirme la dirección');
  });
});
