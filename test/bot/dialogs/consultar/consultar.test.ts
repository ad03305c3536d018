import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../../api/base/kernel/failures';
import { err, ok } from '../../../../api/base/kernel/result';
import { ESTADOS_PQRSD } from '../../../../api/base/kernel/vocabulary';
import { caseInWords } from '../../../../bot/dialogs/consultar/case-in-words';
import { consultar } from '../../../../bot/dialogs/consultar/consultar';
import { readCode } from '../../../../bot/dialogs/consultar/typed-code';
import { readNumber } from '../../../../bot/dialogs/consultar/typed-number';
import { aSeguimiento } from '../../../fakes/a-seguimiento';
import { factsOf } from '../../../fakes/play-dialog';

describe('a typed number', () => {
  it.each([
    ['2026-E-000123', '2026-E-000123'],
    ['2026 e 123', '2026-E-000123'],
    ['2026e123', '2026-E-000123'],
    ['mi radicado es 2026–E–000123 gracias', '2026-E-000123'],
    ['2025-s-7', '2025-S-000007'],
    ['123', '2026-E-000123'],
    ['el 123', '2026-E-000123'],
    ['2026-E-1234567', '2026-E-1234567'],
    ['20261000456-vu', '20261000456-VU'],
  ])('«%s» is %s', (typed, numero) => {
    expect(readNumber(typed, 2026)?.numero).toBe(numero);
  });

  it.each(['', 'mañana', 'no lo tengo', 'el de la semana pasada'])('«%s» is none', (typed) => {
    expect(readNumber(typed, 2026)).toBeUndefined();
  });

  it('may come with the code beside it', () => {
    expect(readNumber('2026-E-000123 K7QM-X4TP-9W', 2026)).toEqual({
      numero: '2026-E-000123',
      rest: 'K7QM-X4TP-9W',
    });
  });
});

describe('a typed code', () => {
  it.each(['K7QM-X4TP-9W', 'k7qm x4tp 9w', 'K7QMX4TP9W', ' k7.qm.x4.tp.9w '])('«%s» is read', (typed) => {
    expect(readCode(typed)).toEqual(ok('K7QMX4TP9W'));
  });

  it.each([
    ['K7QM-X4TP-9O', 'confuso'],
    ['K7QM-X4TP-91', 'confuso'],
    ['K7QM-X4TP', 'largo'],
    ['K7QM-X4TP-9Ñ', 'largo'],
  ])('«%s» is not: %s', (typed, fault) => {
    expect(readCode(typed)).toEqual(err(fault));
  });
});

const caso = aSeguimiento();

describe('a case in words', () => {
  it.each(ESTADOS_PQRSD)('tells the state %s, with its date only while an answer is owed', (estado) => {
    const owed = ['RADICADA', 'EN_TRAMITE', 'REQUERIDA'].includes(estado);
    const { texto } = caseInWords(
      { ...caso, estado, ...(owed ? {} : { sigue: { que: 'NADA' as const } }) },
      factsOf(),
    );
    expect(texto).toContain('Estado: ');
    expect(texto.includes('16 de diciembre de 2026')).toBe(owed);
  });

  it('says that an answer is late and still owed (CPACA 83)', () => {
    const { texto } = caseInWords(
      { ...caso, vencida: true, sigue: { que: 'RESPUESTA_VENCIDA', hasta: '2026-12-16' } },
      factsOf(),
    );
    expect(texto).toContain('La respuesta debió llegar');
    expect(texto).toContain('Seguimos obligados');
  });

  it('names the official radicado when it arrived, and the dependencia when it is known', () => {
    const { texto } = caseInWords(
      { ...caso, radicado: 'VU-77', dependencia: 'Secretaría de Salud' },
      factsOf(),
    );
    expect(texto).toContain('Caso VU-77');
    expect(texto).toContain('Lo tiene: Secretaría de Salud.');
  });
});

describe('the result of asking for a case', () => {
  const got = (code: 'WRONG_CODE' | 'NOT_FOUND' | 'STORE_UNAVAILABLE', intentos = 0) =>
    consultar.steps['codigo']!.got!(
      { numero: '2026-E-000123', intentos },
      { use: 'consultar', result: err(failure(code)) },
      factsOf(),
    );

  it('is told with the same words for an unknown number and for a wrong code: numbers cannot be probed', () => {
    expect(got('NOT_FOUND')).toEqual(got('WRONG_CODE'));
  });

  it('leads to other ways at the third mismatch, and only then', () => {
    expect(got('WRONG_CODE', 1)).toMatchObject({ kind: 'goto', step: 'codigo' });
    expect(got('WRONG_CODE', 2)).toMatchObject({ kind: 'goto', step: 'otros' });
  });

  it('counts no try when the failure is ours', () => {
    expect(got('STORE_UNAVAILABLE', 2)).toMatchObject({ step: 'codigo', data: { intentos: 2 } });
  });
});

it('a story told where a code is asked for, with no number to look for, is heard', () => {
  const says = (texto: string) => ({ texto, anexos: [], enviadoEn: factsOf().now });
  const answer = (texto: string) =>
    consultar.steps['codigo']!.answer!({ intentos: 0 }, says(texto), factsOf());
  const story = 'hay un arbol caido en la via y no deja pasar a nadie desde ayer';
  expect(JSON.stringify(answer(story))).toContain(story);
  expect(answer('K7QM-X4TP-9W')).toMatchObject({ kind: 'goto', step: 'numero' });
});
