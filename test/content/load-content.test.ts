import { describe, expect, it } from '@jest/globals';
import { HTTP_STATUS } from '../../api/base/kernel/failures';
import { valueOf } from '../../api/base/kernel/result';
import { TIPOS_PQRSD } from '../../api/base/kernel/vocabulary';
import { loadContent, parseContent } from '../../content/load-content';
import { lineasVisibles } from '../../content/schemas/emergencias';
import { telefonosConfirmados } from '../../content/schemas/entidad';
import { estaVigente } from '../../content/schemas/dependencia';
import { TIPOS_SUGERIBLES } from '../../content/schemas/intencion';
import { CONTENT_DIR, edited, faultsWith, productFiles, withFiles } from './product-files';

const SISBEN = 'tramites/sisben.yaml';
const content = valueOf(loadContent(CONTENT_DIR));

describe('the product’s content', () => {
  it('loads without faults', () => {
    expect(faultsWith({})).toEqual([]);
  });

  it('has a text for every failure code', () => {
    for (const code of Object.keys(HTTP_STATUS)) expect(content.texts(`falla.${code}`)).not.toBe('');
  });

  it('has at least twelve trámites, none of them told as confirmed', () => {
    expect(content.tramites.length).toBeGreaterThanOrEqual(12);
    expect(content.tramites.filter(({ confirmado }) => confirmado)).toEqual([]);
  });

  it('teaches every intent with at least 25 phrases', () => {
    const few = content.intenciones.filter(
      ({ grupos }) => grupos.flatMap(({ frases }) => frases).length < 25,
    );
    expect(few.map(({ id }) => id)).toEqual([]);
  });

  it('suggests only types that exist', () => {
    expect(TIPOS_PQRSD).toEqual(expect.arrayContaining([...TIPOS_SUGERIBLES]));
  });

  it('shows 123 and no other emergency line until somebody has verified it', () => {
    expect(lineasVisibles(content.emergencias).map(({ numero }) => numero)).toEqual(['123']);
  });

  it('tells no phone that the Alcaldía has not confirmed', () => {
    expect(telefonosConfirmados(content.entidad)).toEqual([]);
  });

  it('sends what nobody has routed to the Ventanilla Única', () => {
    expect(content.dependencias.filter(({ porDefecto }) => porDefecto).map(({ codigo }) => codigo)).toEqual([
      'VENTANILLA_UNICA',
    ]);
  });

  it('lists every unconfirmed part of every trámite, and the town’s decisions', () => {
    const parts = content.porConfirmar.filter(({ archivo }) => archivo === SISBEN).map(({ clave }) => clave);
    expect(parts).toEqual(['requisitos', 'costo', 'termino', 'dependencia', 'normas', 'suit', 'enlace']);
    expect(content.porConfirmar.map(({ archivo }) => archivo)).toContain('decisiones.yaml');
    expect(content.porConfirmar.some(({ archivo }) => archivo.startsWith('legal/'))).toBe(true);
  });

  it('names none of the systems the product has nothing to do with', () => {
    const read = [...productFiles].filter(([path]) => /^(textos|tramites|intenciones)\//.test(path));
    const named = read.filter(([, text]) => /siemcop|intrafile|sinap|simar|rips/i.test(text));
    expect(named.map(([path]) => path)).toEqual([]);
  });
});

describe('the hash', () => {
  it('changes with one byte of any file and with nothing else', () => {
    const same = valueOf(parseContent(withFiles({})));
    const changed = edited('entidad.yaml', 'nit: null', 'nit: null ');
    expect(same.hash).toBe(content.hash);
    expect(valueOf(parseContent(withFiles({ 'entidad.yaml': changed }))).hash).not.toBe(content.hash);
  });
});

describe('a fault is told with its file and line', () => {
  const lineOf = (path: string, piece: string): number => {
    const lines = (productFiles.get(path) ?? '').split('\n');
    return lines.findIndex((line) => line.includes(piece)) + 1;
  };

  it('for a dependencia that does not exist', () => {
    const line = lineOf(SISBEN, 'dependencia:');
    expect(faultsWith({ [SISBEN]: edited(SISBEN, 'codigo: null', 'codigo: NADIE') })).toEqual([
      `${SISBEN}:${line}: no existe la dependencia NADIE`,
    ]);
  });

  it('for a text that does not exist', () => {
    const changed = edited(SISBEN, 'tramite.aviso_sisben', 'tramite.nada');
    expect(faultsWith({ [SISBEN]: changed })).toEqual([
      `${SISBEN}:${lineOf(SISBEN, 'aviso:')}: no existe el texto tramite.nada`,
    ]);
  });

  it('for an intent that names an unknown trámite', () => {
    const path = 'intenciones/info_tramite.yaml';
    const changed = edited(path, '  - frases:', '  - tramite: volar\n    frases:');
    expect(faultsWith({ [path]: changed })).toEqual([
      expect.stringMatching(/:\d+: no existe el trámite volar$/),
    ]);
  });

  it('for an id that is not the file’s name', () => {
    expect(faultsWith({ 'tramites/otro.yaml': productFiles.get(SISBEN) })).toContainEqual(
      'tramites/otro.yaml:1: el id «sisben» no es el nombre del archivo',
    );
  });

  it('for a phrase that stands under two meanings', () => {
    const path = 'intenciones/saludo.yaml';
    const changed = edited(path, '      - hola\n', '      - hola\n      - muchas gracias\n');
    expect(faultsWith({ [path]: changed })).toEqual([
      expect.stringContaining('frase repetida: «muchas gracias»'),
    ]);
  });

  it('for broken YAML and for repeated keys', () => {
    expect(faultsWith({ 'textos/x.yaml': 'a: [1\nb: 2' })[0]).toMatch(
      /^textos\/x.yaml:\d+: YAML mal escrito/,
    );
    expect(faultsWith({ 'textos/x.yaml': 'a: uno\na: dos' })[0]).toMatch(
      /^textos\/x.yaml:\d+: YAML mal escrito/,
    );
  });

  it('for a field nobody knows, a missing file and a missing default, all at once', () => {
    const faults = faultsWith({
      'entidad.yaml': edited('entidad.yaml', 'whatsapp: null', 'wasap: null'),
      'dependencias.yaml': edited('dependencias.yaml', 'porDefecto: true', 'porDefecto: false'),
      'emergencias.yaml': undefined,
    });
    expect(faults).toContainEqual('emergencias.yaml: falta este archivo');
    expect(faults).toContainEqual(
      expect.stringMatching(/^dependencias.yaml:\d+: debe haber una porDefecto y hay 0/),
    );
    expect(faults.filter((fault) => fault.startsWith('entidad.yaml'))).toHaveLength(2);
  });

  it('for a fact said to be confirmed when nobody wrote the day, or that is empty', () => {
    const costo = 'costo: { texto: null, confirmado: false }';
    const undated = edited(SISBEN, costo, "costo: { texto: 'Es gratis.', confirmado: true }");
    const empty = edited(SISBEN, costo, 'costo: { texto: null, confirmado: true }');
    expect(faultsWith({ [SISBEN]: undated })).toEqual([
      expect.stringContaining('falta el día en que se revisaron'),
    ]);
    expect(faultsWith({ [SISBEN]: empty })).toEqual([
      expect.stringContaining('no se puede confirmar un dato vacío'),
    ]);
  });

  it('for another line than 123 that would show unverified', () => {
    const changed = edited('emergencias.yaml', "- numero: '112'", "- siempre: true\n    numero: '112'");
    expect(faultsWith({ 'emergencias.yaml': changed })).toEqual([
      expect.stringContaining('solo el 123 se muestra siempre'),
    ]);
  });
});

describe('a dependencia in force', () => {
  it('counts both its first and its last day', () => {
    const one = { ...content.dependencias[0]!, vigenteDesde: '2020-01-01', vigenteHasta: '2020-12-31' };
    const days = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'];
    expect(days.map((day) => estaVigente(one, day))).toEqual([false, true, true, false]);
  });
});
