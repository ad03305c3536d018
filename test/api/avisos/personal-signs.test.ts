import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { personalSigns } from '../../../api/avisos/personal-signs';

const signsOf = (texto: string, delCaso: readonly string[] = []) =>
  personalSigns(texto, delCaso).map(({ signo }) => signo);

describe('what looks personal in a notice', () => {
  it.each([
    ['con cédula 1.114.567.890 de Candelaria', 'DOCUMENTO'],
    ['C.C. 31888999', 'DOCUMENTO'],
    ['llame al 315 234 5678', 'TELEFONO'],
    ['celular +57 3152345678', 'TELEFONO'],
    ['fijo 602 264 68 00', 'TELEFONO'],
    ['escriba a ana.ñañez@correo.com', 'CORREO'],
    ['vive en la calle 9 # 7-50', 'DIRECCION'],
    ['en la Cra. 12 con 4', 'DIRECCION'],
    ['en la mz 3 casa 4', 'DIRECCION'],
  ])('of «%s» is a %s', (texto, signo) => {
    expect(signsOf(texto)).toContain(signo);
  });

  it.each([
    'Respuesta al radicado 2026-E-000123 del 2026-11-24',
    'Según la Ley 1755 de 2015 y el Decreto 1166 de 2016',
    'El contrato vale $ 1.234.567.890 y 12 meses',
    'La calle se arregló el viernes a las 3 de la tarde',
  ])('finds nothing in «%s»', (texto) => {
    expect(signsOf(texto)).toEqual([]);
  });

  it('knows the values of the case, however they are written, as whole words', () => {
    const names = ['María Ñáñez', 'Ñáñez', 'Ana'];
    expect(signsOf('la señora MARIA  NANEZ preguntó', names)).toEqual(['DEL_CASO']);
    expect(signsOf('la señora Nañez preguntó', names)).toEqual(['DEL_CASO']);
    expect(signsOf('una ventana y una campana', names)).toEqual([]);
  });

  it('tells the line and never the value', () => {
    const found = personalSigns('Título\nNada\nescriba a ana@correo.co');
    expect(found).toEqual([{ linea: 3, signo: 'CORREO' }]);
  });

  it('finds any cell phone and any e-mail, wherever they stand', () => {
    const word = fc.stringMatching(/^[a-zñ]{1,8}$/);
    const phone = fc.integer({ min: 3_000_000_000, max: 3_509_999_999 }).map(String);
    const mail = fc.tuple(word, word).map(([name, host]) => `${name}@${host}.co`);
    fc.assert(
      fc.property(fc.array(word), fc.oneof(phone, mail), fc.array(word), (before, value, after) => {
        expect(personalSigns([...before, value, ...after].join(' '))).not.toEqual([]);
      }),
    );
  });
});
