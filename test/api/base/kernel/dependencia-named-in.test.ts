import { describe, expect, it } from '@jest/globals';
import { dependenciaNamedIn } from '../../../../api/base/kernel/dependencia-named-in';
import { productContent } from '../../../fakes/play-dialog';

const codigoIn = (texto: string) => dependenciaNamedIn(texto, productContent.dependencias)?.codigo;

describe('the dependencia that a text names', () => {
  it.each([
    ['la Secretaría de Vivienda Social no me responde', 'VIVIENDA'],
    ['la secretaria de salud me grito', 'SALUD'],
    ['un funcionario de vivienda me pidió plata', 'VIVIENDA'],
    ['la jefe de control interno', 'CONTROL_INTERNO'],
    ['el director administrativo de jurídica', 'JURIDICA'],
    ['la oficina de desarrollo administrativo', 'DESARROLLO_ADMINISTRATIVO'],
    ['la secretaría de desarrollo social', 'DESARROLLO_SOCIAL'],
    ['la ventanilla única', 'VENTANILLA_UNICA'],
  ])('%s', (texto, codigo) => {
    expect(codigoIn(texto)).toBe(codigo);
  });

  it.each([
    'mi salud está mal y no tengo vivienda',
    'la secretaría de desarrollo',
    'la secretaría de salud y la secretaría de vivienda',
    'el señor de la esquina',
  ])('is none, or nobody knows which, in: %s', (texto) => {
    expect(codigoIn(texto)).toBeUndefined();
  });
});
