import { describe, expect, it } from '@jest/globals';
import { emptyDraft, type Draft } from '../../../../bot/dialogs/radicar/draft';
import { radicar } from '../../../../bot/dialogs/radicar/radicar';
import { factsOf } from '../../../fakes/play-dialog';

const long = (word: string): string => `${word} `.repeat(200).trim();

const full: Draft = {
  ...emptyDraft('borrador-1'),
  texto: long('alumbrado'),
  anexos: [1, 2, 3].map((n) => ({ sha256: `${n}`, nombre: long('foto'), tipo: 'image/jpeg', bytes: n })),
  tipo: 'HD_RECLAMO',
  tipoVisto: true,
  lugar: long('vereda'),
  lugarVisto: true,
  modo: 'CONFIDENCIAL',
  nombre: long('Ana'),
  documento: { tipo: 'CE', numero: '9'.repeat(40) },
  documentoVisto: true,
  correo: `${'a'.repeat(200)}@correo.co`,
  telefono: '+573101234567',
  direccion: long('calle'),
};

const { resumen } = radicar.steps;

describe('the summary', () => {
  it('of the longest draft leaves room for what is said before it in a message of 1,024 characters', () => {
    const { texto = '' } = resumen?.ask?.(full, factsOf('WEB_CHAT', true)) ?? {};
    expect(texto).toContain('8. Archivos: 3');
    expect(texto.length).toBeLessThanOrEqual(1024 - 100);
  });

  it('numbers its fields in the order in which they are offered to be corrected', () => {
    const facts = factsOf();
    const { texto = '' } = resumen?.ask?.(full, facts) ?? {};
    const numbered = [...texto.matchAll(/^(\d)\. /gm)].map(([, n]) => Number(n));
    const offered = radicar.steps['corregir']?.ask?.(full, facts).opciones ?? [];
    expect(numbered).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(offered.map(({ id }) => id)).toEqual([
      ...['texto', 'tipo', 'lugar', 'presentacion', 'nombre', 'documento', 'contacto', 'archivos'].map(
        (campo) => `campo_${campo}`,
      ),
      'volver_resumen',
    ]);
  });

  it('of a draft that lacks something asks for it instead of sending it', () => {
    const input = { texto: 'enviar', opcion: 'enviar', anexos: [], enviadoEn: new Date(0) };
    const lacking = { ...full, correo: undefined, telefono: undefined, direccion: undefined };
    expect(resumen?.answer?.(lacking, input, factsOf())).toMatchObject({ kind: 'goto', step: 'contacto' });
    expect(resumen?.answer?.(full, input, factsOf())).toMatchObject({ kind: 'call' });
  });
});
