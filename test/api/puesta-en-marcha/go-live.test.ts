import { describe, expect, it } from '@jest/globals';
import { type Decision, decisionesVigentes } from '../../../api/puesta-en-marcha/decision';
import { missingForGoLive } from '../../../api/puesta-en-marcha/go-live';

const decision = (clave: string, valor: string): Decision => ({
  clave,
  valor,
  acto: 'Resolución 12',
  fecha: '2026-11-24',
  firmante: 'La alcaldesa',
  registradaEn: new Date('2026-11-24T09:00:00-05:00'),
});

const ready = { origenClaves: 'PROPIA', publicUrl: 'https://pueblo.gov.co' } as const;
const decided = (radicado: string) =>
  decisionesVigentes([
    decision('radicado_oficial', radicado),
    decision('recepcion', 'STRICT'),
    decision('consecutivos', 'TRES'),
  ]);

describe('going live', () => {
  it('needs a way in for the numbers of another Ventanilla, when that one assigns them', () => {
    expect(missingForGoLive({ ...ready, gestor: false }, decided('EXTERNO'))).toEqual([
      'conector_ventanilla',
    ]);
    expect(missingForGoLive({ ...ready, gestor: true }, decided('EXTERNO'))).toEqual([]);
  });

  it('needs none when the numbers are ours', () => {
    expect(missingForGoLive({ ...ready, gestor: false }, decided('PROPIO'))).toEqual([]);
  });
});
