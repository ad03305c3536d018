import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { routeTo, SIN_ASIGNAR } from '../../../api/rutas/route';
import { canSee } from '../../../api/rutas/viewer';
import { loadContent } from '../../../content/load-content';
import { valueOf } from '../../../api/base/kernel/result';
import { CONTENT_DIR, solicitud } from '../../fakes/pqrsd-office';

const real = valueOf(loadContent(CONTENT_DIR));
const fuente = 'prueba';

const dependencia = (codigo: string, nombre: string, over: object = {}) => ({
  codigo,
  nombre,
  porDefecto: false,
  vigenteDesde: null,
  vigenteHasta: null,
  confirmado: true,
  fuente,
  ...over,
});

const town = {
  tramites: real.tramites,
  dependencias: [
    dependencia('VENTANILLA', 'Ventanilla Única', { porDefecto: true }),
    dependencia('SALUD', 'Secretaría de Salud Pública'),
    dependencia('VACUNAS', 'Oficina de Vacunación', { depende: 'SALUD' }),
    dependencia('CONTROL', 'Control Interno'),
    dependencia('VIEJA', 'Secretaría de Fomento', { vigenteHasta: '2019-12-31' }),
  ],
  rutas: [
    { palabras: ['vacuna'], dependencia: 'VACUNAS', confirmado: true, fuente },
    { palabras: ['dengue'], dependencia: 'SALUD', confirmado: false, fuente },
    { palabras: ['fomento'], dependencia: 'VIEJA', confirmado: true, fuente },
  ],
  conflictos: [
    { contra: 'VENTANILLA', recibe: 'CONTROL', confirmado: false, fuente },
    { contra: 'CONTROL', recibe: 'VENTANILLA', confirmado: false, fuente },
  ],
};
const route = (over: Parameters<typeof solicitud>[0]) => routeTo(solicitud(over), town);

describe('where a petition goes first', () => {
  it('is where its words lead, by a row the town confirmed', () => {
    expect(route({ texto: 'No me pusieron la Vacuna' })).toEqual({ dependencia: 'VACUNAS', excluidas: [] });
    expect(route({ texto: 'mi hijo no fue vacunado' })).toMatchObject({ dependencia: 'VENTANILLA' });
  });

  it('is the Ventanilla, with a suggestion, by a row that nobody confirmed', () => {
    expect(route({ texto: 'hay dengue' })).toMatchObject({ dependencia: 'VENTANILLA', sugerida: 'SALUD' });
  });

  it('is never a dependencia that no longer exists that day', () => {
    expect(route({ texto: 'ayudas de fomento' })).toEqual({ dependencia: 'VENTANILLA', excluidas: [] });
  });

  it('with the content of today, where nothing is confirmed, is always the Ventanilla', () => {
    for (const texto of ['poda de arboles', 'cupo escolar', 'subsidio de vivienda']) {
      expect(routeTo(solicitud({ texto }), real)).toMatchObject({ dependencia: 'VENTANILLA_UNICA' });
    }
  });
});

describe('a complaint against a dependencia', () => {
  it('is not routed to it, nor to its parts, nor suggested', () => {
    const contra = { dependencia: 'SALUD' };
    expect(route({ tipo: 'QUEJA', texto: 'la vacuna contra el dengue', contra })).toEqual({
      dependencia: 'VENTANILLA',
      excluidas: ['SALUD', 'VACUNAS'],
    });
  });

  it('is understood from its words: what a queja names, what a denuncia is against', () => {
    expect(route({ tipo: 'QUEJA', texto: 'fui a la secretaria de salud y me gritaron' }).excluidas).toEqual([
      'SALUD',
      'VACUNAS',
    ]);
    expect(route({ tipo: 'DENUNCIA', texto: 'ya le avise a la secretaria de salud' }).excluidas).toEqual([]);
    expect(
      route({ tipo: 'DENUNCIA', texto: 'contra un funcionario de la Secretaría de Salud' }).excluidas,
    ).toEqual(['SALUD', 'VACUNAS']);
    expect(route({ tipo: 'RECLAMO', texto: 'la secretaria de salud no abre' }).excluidas).toEqual([]);
  });

  it('against who receives goes to who stands in, and against both to nobody inside', () => {
    expect(route({ tipo: 'QUEJA', texto: 'x', contra: { dependencia: 'VENTANILLA' } }).dependencia).toBe(
      'CONTROL',
    );
    const both = 'queja de la ventanilla unica y de control interno';
    expect(route({ tipo: 'QUEJA', texto: both }).dependencia).toBe(SIN_ASIGNAR);
  });

  it('never reaches who it is against, whatever it says', () => {
    const codes = town.dependencias.map(({ codigo }) => codigo);
    const names = town.dependencias.map(({ nombre }) => nombre);
    const said = fc.array(fc.constantFrom('vacuna', 'dengue', 'fomento', 'contra', 'la', ...names), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        said,
        fc.constantFrom(...codes),
        fc.constantFrom('QUEJA' as const, 'DENUNCIA' as const),
        (words, against, tipo) => {
          const {
            dependencia: to,
            sugerida,
            excluidas,
          } = route({ tipo, texto: words.join(' ') || 'x', contra: { dependencia: against } });
          expect(excluidas).toContain(against);
          expect([to, sugerida]).not.toContain(against);
          expect(canSee({ excluidas }, { nombre: 'Ana', dependencia: to }, town)).toBe(true);
          expect(canSee({ excluidas }, { nombre: 'Ana', dependencia: against }, town)).toBe(false);
        },
      ),
    );
  });
});

describe('who may see a complaint', () => {
  const sees = (nombre: string, servidor: string, dep?: string, excluidas: string[] = []) =>
    canSee({ servidor, excluidas }, { nombre, dependencia: dep }, town);

  it('is not the servant it names, however their name is written', () => {
    for (const [viewer, blamed] of [
      ['María Fernanda Ñáñez', 'maria fernanda'],
      ['Pedro Gómez Ruiz', 'el señor Pedro Gomez, de planeacion'],
      ['PEDRO GÓMEZ', 'pedro gómez'],
    ] as const) {
      expect(sees(viewer, blamed)).toBe(false);
    }
  });

  it('is somebody with one name in common', () => {
    expect(sees('María López', 'María Fernanda Ñáñez')).toBe(true);
  });

  it('is nobody of a part of the dependencia complained about', () => {
    expect(sees('Ana Ruiz', 'otro', 'VACUNAS', ['SALUD'])).toBe(false);
    expect(sees('Ana Ruiz', 'otro', 'CONTROL', ['SALUD'])).toBe(true);
  });
});
