import { expect, it } from '@jest/globals';
import { contratoDecidido } from '../../../api/puesta-en-marcha/contrato-whatsapp';
import { decisionesVigentes } from '../../../api/puesta-en-marcha/decision';

const decided = (...valores: string[]) =>
  contratoDecidido(
    decisionesVigentes(
      valores.map((valor, i) => ({
        clave: 'contrato_whatsapp',
        valor,
        acto: 'Acta',
        fecha: '2026-11-24',
        firmante: 'Quien firma',
        registradaEn: new Date(i),
      })),
    ),
  );

it('opens the official channel only while there is a contract: a refusal, or a withdrawal, closes it', () => {
  expect([
    decided(),
    decided('NO'),
    decided('no'),
    decided('Contrato 12'),
    decided('Contrato 12', 'NO'),
  ]).toEqual([false, false, false, true, false]);
});
