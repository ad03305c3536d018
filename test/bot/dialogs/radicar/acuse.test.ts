import { describe, expect, it } from '@jest/globals';
import type { Acuse } from '../../../../api/base/kernel/solicitud';
import { acuseSay } from '../../../../bot/dialogs/radicar/acuse';
import { factsOf } from '../../../fakes/play-dialog';

const acuse: Acuse = {
  recepcion: '2026-E-000012',
  radicado: '2026-E-000012',
  codigo: 'K7QM-X4TP-9W',
  tipo: 'RECLAMO',
  recibidoEn: new Date('2026-11-24T09:00:00-05:00'),
  radicadoEn: new Date('2026-11-24T09:00:00-05:00'),
  vence: '2026-12-16',
  constancia: 'https://example.org/constancia',
  prueba: false,
  repetido: false,
};

const textOf = (some: Partial<Acuse>, isAnonymous = false): string =>
  acuseSay({ ...acuse, ...some }, isAnonymous, factsOf()).texto;

describe('the acuse', () => {
  it('tells number, date and time, due date in words and code', () => {
    const texto = textOf({});
    expect(texto).toContain('2026-E-000012');
    expect(texto).toContain('martes, 24 de noviembre de 2026, 9:00 a. m.');
    expect(texto).toContain('miércoles, 16 de diciembre de 2026');
    expect(texto).toContain('K7QM-X4TP-9W');
    expect(texto).not.toContain('PRUEBA');
  });

  it('tells an estimate, and no duty, when no norm confirms the term', () => {
    expect(textOf({})).toContain('Le debemos responder a más tardar el miércoles');
    const texto = textOf({ plazoPorConfirmar: true });
    expect(texto).toContain(
      'Fecha estimada de respuesta, por confirmar: miércoles, 16 de diciembre de 2026.',
    );
    expect(texto).not.toContain('debemos');
  });

  it('is the same when the filing is a repetition: it may be the first the person sees', () => {
    expect(textOf({ repetido: true })).toBe(textOf({}));
  });

  it('tells both instants when it was received before it was numbered', () => {
    const texto = textOf({ radicadoEn: new Date('2026-11-24T10:30:00-05:00') });
    expect(texto).toContain('Recibimos su solicitud el martes, 24 de noviembre de 2026, 9:00 a. m.');
    expect(texto).toContain('10:30 a. m.');
  });

  it('ends no sentence with two full stops: the hour brings its own', () => {
    const later = new Date('2026-11-24T22:36:00-05:00');
    for (const radicado of ['2026-E-000012', undefined]) {
      const texto = textOf({
        radicado,
        recibidoEn: new Date('2026-11-24T13:05:00-05:00'),
        radicadoEn: later,
      });
      expect(texto).toContain('10:36 p. m.');
      expect(texto).toContain('1:05 p. m.');
      expect(texto).not.toMatch(/\.\.|…\./);
    }
  });

  it('calls it a reception number while another Ventanilla has to give the radicado', () => {
    const texto = textOf({ radicado: undefined });
    expect(texto).toContain('número de recepción 2026-E-000012');
    expect(texto).toContain('La Ventanilla Única le asignará el número oficial');
  });

  it('warns somebody anonymous that nothing can be recovered', () => {
    expect(textOf({}, true)).toContain('nadie podrá recuperarlos');
  });
});
