import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MODOS_IDENTIDAD } from '../../../api/base/kernel/vocabulary';
import { planOf, type Situacion } from '../../../api/notificaciones/plan';
import type { Ventana } from '../../../api/notificaciones/ports';

const at = (hour: number) => new Date(Date.UTC(2026, 10, 24, hour));
const NOW = at(15);
const NEXT_DAY = at(36);

const open = (hasta: Date): Ventana => ({ estado: 'ABIERTA', hasta });
const situacion = (over: Partial<Situacion> = {}): Situacion => ({
  ahora: NOW,
  modo: 'IDENTIFICADO',
  ventana: open(at(30)),
  directa: false,
  enHorario: NOW,
  plantilla: true,
  correo: true,
  ...over,
});
const means = (over: Partial<Situacion>) => planOf(situacion(over)).map(({ medio }) => medio);

const LIBRE = 'CHAT_LIBRE';
const PLANTILLA = 'CHAT_PLANTILLA';

describe('the plan to tell a person', () => {
  it.each<[string, Partial<Situacion>, string[]]>([
    ['within the window: a free text, then the rest', {}, [LIBRE, PLANTILLA, 'CORREO', 'AVISO']],
    [
      'with the window closed: a template',
      { ventana: { estado: 'CERRADA' } },
      [PLANTILLA, 'CORREO', 'AVISO'],
    ],
    [
      'with the window closed and no template approved: an e-mail',
      { ventana: { estado: 'CERRADA' }, plantilla: false },
      ['CORREO', 'AVISO'],
    ],
    [
      'when the hours come after the window has closed: no free text; the e-mail need not wait',
      { enHorario: NEXT_DAY },
      ['CORREO', PLANTILLA, 'AVISO'],
    ],
    [
      'when the window closes at that very moment: no free text',
      { ventana: open(new Date(NOW.getTime() + 60_000)) },
      [PLANTILLA, 'CORREO', 'AVISO'],
    ],
    [
      'out of hours, in answer to what the person has just said: at once',
      { enHorario: NEXT_DAY, directa: true },
      [LIBRE, 'CORREO', PLANTILLA, 'AVISO'],
    ],
    [
      'to who asked not to be written to: never by chat',
      { ventana: { estado: 'BAJA' } },
      ['CORREO', 'AVISO'],
    ],
    ['to who came by another way: by e-mail', { ventana: { estado: 'SIN_CHAT' } }, ['CORREO', 'AVISO']],
    ['of a confidential case: by e-mail only', { modo: 'CONFIDENCIAL' }, ['CORREO', 'AVISO']],
    ['of a confidential case without address: a notice', { modo: 'CONFIDENCIAL', correo: false }, ['AVISO']],
    ['to nobody anonymous: a notice', { modo: 'ANONIMO' }, ['AVISO']],
    [
      'to who left nothing: a notice',
      { ventana: { estado: 'SIN_CHAT' }, correo: false, plantilla: false },
      ['AVISO'],
    ],
  ])('%s', (_, over, expected) => {
    expect(means(over)).toEqual(expected);
  });

  const instant = fc.integer({ min: -48, max: 96 }).map(at);
  const later = fc.integer({ min: 0, max: 96 * 3_600 }).map((s) => new Date(NOW.getTime() + s * 1_000));
  const ventana = fc.oneof(
    instant.map(open),
    fc.constantFrom<Ventana>({ estado: 'CERRADA' }, { estado: 'BAJA' }, { estado: 'SIN_CHAT' }),
  );
  const any: fc.Arbitrary<Situacion> = fc.record({
    ahora: fc.constant(NOW),
    modo: fc.constantFrom(...MODOS_IDENTIDAD),
    ventana,
    directa: fc.boolean(),
    enHorario: later,
    plantilla: fc.boolean(),
    correo: fc.boolean(),
  });

  it('never has a free text outside the window, a chat after a BAJA, nor anything pushed to nobody', () => {
    fc.assert(
      fc.property(any, (given) => {
        for (const paso of planOf(given)) {
          if (paso.medio === 'AVISO') continue;
          expect(given.modo).not.toBe('ANONIMO');
          expect(paso.desde >= NOW).toBe(true);
          if (paso.medio === 'CORREO') continue;
          expect(given.modo).toBe('IDENTIFICADO');
          expect(['ABIERTA', 'CERRADA']).toContain(given.ventana.estado);
          if (!given.directa) expect(paso.desde >= given.enHorario).toBe(true);
          if (paso.medio === LIBRE)
            expect(given.ventana.estado === 'ABIERTA' && paso.desde < given.ventana.hasta).toBe(true);
        }
      }),
    );
  });

  it('always ends in something that an official sees, and only there', () => {
    fc.assert(
      fc.property(any, (given) => {
        const plan = planOf(given);
        expect(plan.findIndex(({ medio }) => medio === 'AVISO')).toBe(plan.length - 1);
      }),
    );
  });
});
