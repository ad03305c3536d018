import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { checkForm, MAX_TEXTO } from '../../../api/paginas/formulario/check-form';
import { hasPersonalData } from '../../../api/paginas/formulario/check-identity';
import { emptyForm, readFormValues, type FormValues } from '../../../api/paginas/formulario/form-values';

const filled = (fields: Partial<FormValues> = {}): FormValues => ({
  ...emptyForm('AAAAAAAAAAAAAAAAAAAAAA'),
  texto: 'No prende la lámpara de la esquina.',
  nombre: 'María Inés Ñáñez',
  correo: 'maria@example.com',
  ...fields,
});

const faults = (fields: Partial<FormValues>): string[] => {
  const checked = checkForm(filled(fields));
  return checked.ok ? [] : checked.failure.map(({ campo, clave }) => `${campo}: ${clave}`);
};

describe('checkForm', () => {
  it('requires only the text and a way to answer, besides the name (CPACA 16)', () => {
    const checked = checkForm(filled());
    expect(checked).toEqual({
      ok: true,
      value: {
        texto: 'No prende la lámpara de la esquina.',
        tipo: 'PETICION',
        asunto: undefined,
        lugar: undefined,
        identidad: {
          modo: 'IDENTIFICADO',
          nombre: 'María Inés Ñáñez',
          documento: undefined,
          correo: 'maria@example.com',
          telefono: undefined,
          direccion: undefined,
        },
      },
    });
  });

  it('takes a petition as the type when the person does not know it', () => {
    const checked = checkForm(filled({ tipo: '' }));
    expect(checked.ok && checked.value.tipo).toBe('PETICION');
  });

  it('tells every fault at once, in the order of the page', () => {
    expect(faults({ texto: '', nombre: '', correo: '', modo: 'CONFIDENCIAL' })).toEqual([
      'texto: textoVacio',
      'nombre: nombreVacio',
      'correo: contactoVacio',
    ]);
  });

  it.each([
    [{ correo: '', telefono: '(602) 264 6209' }, []],
    [{ correo: '', direccion: 'Calle 9 No. 7-69' }, []],
    [{ correo: 'maria@' }, ['correo: correo']],
    [{ telefono: '12345' }, ['telefono: telefono']],
    [{ telefono: 'no tengo' }, ['telefono: telefono']],
    [{ numeroDocumento: '94123456' }, ['tipoDocumento: documentoTipo']],
    [{ tipoDocumento: 'CC' }, ['numeroDocumento: documentoNumero']],
    [{ tipoDocumento: 'CC', numeroDocumento: '94.123.456' }, []],
    [{ tipoDocumento: 'CC', numeroDocumento: '<b>94</b>' }, ['numeroDocumento: documentoMal']],
    [{ tipo: 'CONGRESO' }, ['tipo: opcion']],
    [{ modo: 'OTRO' }, ['modo: opcion']],
    [{ sitio: 'http://spam.example' }, ['sitio: trampa']],
    [{ texto: 'a'.repeat(MAX_TEXTO + 1) }, ['texto: textoLargo']],
  ] satisfies [Partial<FormValues>, string[]][])('%j has the faults %j', (fields, expected) => {
    expect(faults(fields)).toEqual(expected);
  });

  it('carries nothing of an anonymous person but the text, whatever else was typed', () => {
    const word = fc.string({ minLength: 1, maxLength: 30 });
    const typed = fc.record({
      nombre: word,
      numeroDocumento: word,
      correo: word,
      telefono: word,
      direccion: word,
    });
    fc.assert(
      fc.property(typed, (personal) => {
        const values = filled({ ...personal, modo: 'ANONIMO' });
        const checked = checkForm(values);
        expect(checked.ok && checked.value.identidad).toEqual({ modo: 'ANONIMO' });
        expect(hasPersonalData(values)).toBe(true);
      }),
    );
  });
});

describe('readFormValues', () => {
  it('removes control characters and bidirectional disguises, and keeps the lines', () => {
    const read = readFormValues({ texto: ' a\u0000b\u202ec\r\nd ', paso: 'revisar' });
    expect(read?.values.texto).toBe('abc\nd');
  });

  it('is not fooled by fields that are not of the form', () => {
    expect(readFormValues({ texto: 'a', prioridad: 'URGENTE' })).toBeUndefined();
    expect(readFormValues({ texto: ['a'] })).toBeUndefined();
    expect(readFormValues('texto=a')).toBeUndefined();
  });

  it('drops a forged key, so that a new one is made', () => {
    expect(readFormValues({ clave: 'x' })?.values.clave).toBeUndefined();
  });
});
