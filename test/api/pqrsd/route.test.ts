import { describe, expect, it } from '@jest/globals';
import { routeTo } from '../../../api/pqrsd/route';
import { sampleContent } from '../../fakes/sample-facts';

const sisben = { id: 'sisben', codigo: 'DESARROLLO_SOCIAL' };

/** The real content, with one trámite that the town assigned to a dependencia of certain dates. */
function content(confirmado: boolean, dates: { vigenteDesde?: string; vigenteHasta?: string }) {
  return {
    ...sampleContent,
    tramites: sampleContent.tramites.map((one) =>
      one.id === sisben.id ? { ...one, dependencia: { codigo: sisben.codigo, confirmado } } : one,
    ),
    dependencias: sampleContent.dependencias.map((one) =>
      one.codigo === sisben.codigo ? { ...one, vigenteDesde: null, vigenteHasta: null, ...dates } : one,
    ),
  };
}

const toOn = (hoy: string, confirmado = true, dates = {}) =>
  routeTo({ tramite: sisben.id }, content(confirmado, dates), hoy).dependencia;

describe('where a petition goes first', () => {
  it('is the dependencia that the town confirmed for its trámite', () => {
    expect(toOn('2026-11-24')).toBe(sisben.codigo);
    expect(toOn('2026-11-24', false)).toBe('VENTANILLA_UNICA');
  });

  it('is the Ventanilla Única when that dependencia does not exist on the day', () => {
    const dates = { vigenteDesde: '2026-01-01', vigenteHasta: '2026-11-30' };
    expect(toOn('2025-12-31', true, dates)).toBe('VENTANILLA_UNICA');
    expect(toOn('2026-11-30', true, dates)).toBe(sisben.codigo);
    expect(toOn('2026-12-01', true, dates)).toBe('VENTANILLA_UNICA');
  });
});
