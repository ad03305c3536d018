import { describe, expect, it } from '@jest/globals';
import { atencionSchema, type Borrador } from '../../../api/ventanilla/atencion';
import { localInstant } from '../../../api/ventanilla/local-instant';
import { faltantesOf, solicitudOfAtencion } from '../../../api/ventanilla/solicitud-of-atencion';

const now = new Date('2026-11-24T09:00:00-05:00');
const written: Borrador = {
  medio: 'persona',
  verbal: true,
  recibe: { nombre: 'Ana Ruiz', cargo: 'Técnica' },
  objeto: 'Que arreglen la lámpara',
  razones: 'Es peligroso',
  peticionario: { nombre: 'Rosa Díaz', telefono: '3101234567' },
};
const filed = (borrador: Borrador) =>
  solicitudOfAtencion(atencionSchema.parse(borrador), {
    anexos: [],
    noRecibidos: [],
    clave: 'k',
    recibidoEn: now,
  });

describe('an instant as an official types it', () => {
  it.each([
    ['2026-11-20 20:15', '2026-11-21T01:15:00.000Z'],
    ['8:05', '2026-11-24T13:05:00.000Z'],
  ])('%s is in Colombian time', (typed, iso) => {
    expect(localInstant(typed, now)?.toISOString()).toBe(iso);
  });

  it.each(['2026-02-31 10:00', '24:00', '10:60', 'ayer', '2026-13-01 10:00', ''])('%s is none', (typed) => {
    expect(localInstant(typed, now)).toBeUndefined();
  });
});

describe('an attention', () => {
  it('in person is filed as verbal, with who received it, object and reasons (Decreto 1166 de 2016)', () => {
    expect(filed(written)).toMatchObject({
      canal: 'VENTANILLA',
      texto: 'Que arreglen la lámpara\nEs peligroso',
      presentacion: {
        verbal: true,
        recibe: { nombre: 'Ana Ruiz', cargo: 'Técnica' },
        objeto: 'Que arreglen la lámpara',
        razones: 'Es peligroso',
      },
      identidad: { modo: 'IDENTIFICADO', nombre: 'Rosa Díaz', telefono: '3101234567' },
    });
  });

  it('that arrived on a social network says where, and when is asked', () => {
    const post: Borrador = { ...written, medio: 'red-social', verbal: false, origen: 'Facebook' };
    expect(atencionSchema.safeParse(post).success).toBe(false);
    const { canal, presentacion } = filed({ ...post, recibido: '2026-11-20 20:15' });
    expect([canal, presentacion?.origen, presentacion?.verbal]).toEqual([
      'RED_SOCIAL',
      'Facebook',
      undefined,
    ]);
  });

  it('names who receives it, always', () => {
    expect(atencionSchema.safeParse({ ...written, recibe: undefined }).success).toBe(false);
    expect(atencionSchema.safeParse({ ...written, recibe: { nombre: 'Ana', cargo: ' ' } }).success).toBe(
      false,
    );
  });

  it('anonymous carries nothing of its person', () => {
    const { identidad } = filed({ ...written, peticionario: { modo: 'ANONIMO', nombre: 'Rosa Díaz' } });
    expect(identidad).toEqual({ modo: 'ANONIMO' });
  });

  it('of a letter with several demands is one, with points', () => {
    const { puntos } = filed({ ...written, texto: '1. Arreglar la vía\n2. Podar el samán' });
    expect(puntos).toEqual(['Arreglar la vía', 'Podar el samán']);
    expect(
      filed({ ...written, texto: '1. Arreglar la vía\n2. Podar el samán', puntos: [] }).puntos,
    ).toBeUndefined();
  });

  it('tells what it lacks, and is received all the same (CPACA 16)', () => {
    const bare = { medio: 'telefono', verbal: true, recibe: written.recibe, objeto: 'Una cita' } as const;
    expect(faltantesOf(atencionSchema.parse(bare))).toEqual(['nombre', 'documento', 'contacto', 'razones']);
    expect(faltantesOf(atencionSchema.parse({ ...bare, peticionario: { modo: 'ANONIMO' } }))).toEqual([]);
    expect(filed(bare).canal).toBe('TELEFONO');
  });
});
