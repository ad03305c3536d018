import { describe, expect, it } from '@jest/globals';
import { excerpt } from '../../../../bot/dialogs/excerpt';
import { saysOneOf } from '../../../../bot/dialogs/named-words';
import { readNumero, readTipo } from '../../../../bot/dialogs/radicar/documento-steps';
import { saysIsMinor } from '../../../../bot/dialogs/radicar/minor-signal';
import { readNombre } from '../../../../bot/dialogs/radicar/nombre-step';
import { readContacto } from '../../../../bot/dialogs/radicar/read-contacto';
import { productContent } from '../../../fakes/play-dialog';

const { texts } = productContent;
const contactoOf = (typed: string) => readContacto(typed, (text) => saysOneOf(text, texts, 'direccion'));

describe('a way to answer', () => {
  it.each([
    ['Ana@Correo.CO', { correo: 'ana@correo.co' }],
    ['mi correo es ana@correo.co.', { correo: 'ana@correo.co' }],
    ['310 123 4567', { telefono: '3101234567' }],
    ['+57 (310) 123-4567', { telefono: '+573101234567' }],
    ['Calle 9 No. 7-69', { direccion: 'Calle 9 No. 7-69' }],
    ['vereda El Cabuyal, finca La Esperanza', { direccion: 'vereda El Cabuyal, finca La Esperanza' }],
    ['al lado de la iglesia de Villagorgona', { direccion: 'al lado de la iglesia de Villagorgona' }],
    ['ana@correo.co y 3101234567', { correo: 'ana@correo.co', telefono: '3101234567' }],
  ])('is read from «%s»', (typed, contacto) => {
    expect(contactoOf(typed)).toEqual({
      ok: true,
      value: { correo: undefined, telefono: undefined, direccion: undefined, ...contacto },
    });
  });

  it.each([
    ['ana@correo', 'correo'],
    ['@', 'correo'],
    ['12345', 'telefono'],
    ['1234567890123456', 'telefono'],
    ['no tengo correo ni celular', 'ninguno'],
    ['barrio', 'ninguno'],
    ['', 'ninguno'],
  ])('is not «%s», and the fault names what to mend', (typed, fault) => {
    expect(contactoOf(typed)).toEqual({ ok: false, failure: fault });
  });
});

describe('a document', () => {
  it.each([
    ['1.113.456.789', '1113456789'],
    ['cc 1113456789', '1113456789'],
    ['CC1113456789', '1113456789'],
    ['mi cédula es 31 234 567', '31234567'],
    ['pasaporte AB123456', 'AB123456'],
  ])('number is read from «%s»', (typed, numero) => {
    expect(readNumero(typed)).toBe(numero);
  });

  it.each(['no', '12', 'calle 5', 'cédula'])('number is not in «%s»', (typed) => {
    expect(readNumero(typed)).toBeUndefined();
  });

  it.each([
    ['cédula de ciudadanía', 'CC'],
    ['c.c.', 'CC'],
    ['cedula de extranjeria', 'CE'],
    ['TI', 'TI'],
    ['pasaporte', 'PASAPORTE'],
  ])('kind «%s» is told', (typed, tipo) => {
    expect(readTipo(typed, texts)).toBe(tipo);
  });
});

describe('a name', () => {
  it.each([
    ['  me llamo   María  López ', 'María López'],
    ['Ñañez', 'Ñañez'],
    ["Rosa D'Angelo", "Rosa D'Angelo"],
  ])('is read from «%s»', (typed, nombre) => {
    expect(readNombre(typed)).toBe(nombre);
  });

  it.each(['', '7', 'x', 'ana@correo.co', 'Ana 1113456789', 'palabra '.repeat(9), 'x'.repeat(121)])(
    'is not «%s»',
    (typed) => {
      expect(readNombre(typed)).toBeUndefined();
    },
  );
});

describe('being a minor', () => {
  it.each([
    'soy menor de edad',
    'tengo 15 años y no hay agua',
    'Hola. Tengo 9 años, necesito ayuda',
    'soy una niña',
  ])('is signalled by «%s»', (texto) => {
    expect(saysIsMinor(texto)).toBe(true);
  });

  it.each([
    'tengo 45 años y soy viuda',
    'tengo 15 años de vivir aquí',
    'mi hijo tiene 7 años',
    'hace 10 años',
  ])('is not signalled by «%s»', (texto) => {
    expect(saysIsMinor(texto)).toBe(false);
  });
});

describe('an excerpt', () => {
  it('is the text itself when it fits, in one line', () => {
    expect(excerpt(' hola\n\tmundo ', 10)).toBe('hola mundo');
  });

  it('is cut between words and says so', () => {
    expect(excerpt('el poste de la luz', 12)).toBe('el poste de…');
  });

  it('never passes its length nor ends in half a character', () => {
    const cut = excerpt('😀'.repeat(50), 12);
    expect(cut.length).toBeLessThanOrEqual(12);
    expect(cut.isWellFormed()).toBe(true);
  });
});
