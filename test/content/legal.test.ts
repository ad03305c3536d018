import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESTADOS_PQRSD, TIPOS_PQRSD } from '../../api/base/kernel/vocabulary';
import { valueOf } from '../../api/base/kernel/result';
import { TIPOS_ALERTA } from '../../api/terminos/alertas';
import { readContentFiles } from '../../content/content-files';
import type { ContentFiles } from '../../content/content-files';
import { loadLegal, parseLegal } from '../../content/load-legal';
import { parseYaml } from '../../content/parse-yaml';
import { readTexts } from '../../content/read-texts';
import { CODIGOS_TERMINO } from '../../content/schemas/legal';

const dir = join(__dirname, '../../content');
const files = readContentFiles(dir);
const legal = valueOf(loadLegal(dir));

/** The shipped files with one text changed in one of them. */
function changed(file: string, from: string | RegExp, to: string): ContentFiles {
  const source = files.get(`legal/${file}`) ?? '';
  const next = source.replace(from, to);
  expect(next).not.toBe(source);
  return new Map([...files, [`legal/${file}`, next]]);
}

const faultsOf = (one: ContentFiles) => {
  const parsed = parseLegal(one);
  return parsed.ok ? [] : parsed.failure;
};

describe('the legal data shipped', () => {
  it('has a term in force today for every code', () => {
    const open = legal.terminos.filter(({ vigencia }) => vigencia.hasta === null).map(({ codigo }) => codigo);
    expect(open.toSorted((a, b) => a.localeCompare(b))).toEqual(
      [...CODIGOS_TERMINO].toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('marks as unconfirmed what no source seen says', () => {
    const unconfirmed = new Set(legal.terminos.filter((row) => !row.confirmado).map(({ codigo }) => codigo));
    for (const codigo of ['FELICITACION', 'ENTRE_AUTORIDADES', 'CONGRESO', 'DEFENSORIA'] as const) {
      expect(unconfirmed.has(codigo)).toBe(true);
    }
    expect(legal.festivos.filter((row) => !row.confirmado).map(({ norma }) => norma)).toEqual([
      'Ley 2578 de 2026, art. 6',
    ]);
    expect(legal.politica.recibo).toMatchObject({ decidida: null, mientras: 'STRICT', confirmado: false });
  });

  it('asks the lawyers about every unconfirmed row', () => {
    const rows = [
      ...legal.terminos.filter(({ vigencia }) => vigencia.hasta === null),
      ...legal.meses,
      ...legal.festivos,
      ...Object.values(legal.politica),
    ];
    const questions = new Set(legal.porConfirmar.map(({ pregunta }) => pregunta));
    for (const { confirmado, duda = '' } of rows) expect(confirmado || questions.has(duda)).toBe(true);
    expect(legal.porConfirmar).toContainEqual(
      expect.objectContaining({ archivo: 'legal/dias-locales.yaml', clave: 'dias' }),
    );
  });

  it('gives positive silence only to information and documents (CPACA art. 14 n. 1)', () => {
    const positive = legal.terminos.filter((row) => row.silencioPositivo).map(({ codigo }) => codigo);
    expect([...new Set(positive)]).toEqual(['INFORMACION', 'DOCUMENTOS']);
  });
});

describe('a wrong legal file is refused with file and line', () => {
  it.each([
    ['terminos.yaml', 'dias: 15', 'dias: 0', 'terminos.0.dias'],
    ['terminos.yaml', 'prorrogaMaxima: 15', 'prorrogaMaxima: 16', 'doble del término'],
    ['terminos.yaml', 'fuente: [S1, S2, S3]', 'fuente: [S1, U]', 'no puede estar confirmada'],
    ['terminos.yaml', 'fuente: [S1, S2, S3]', 'fuente: [S99]', 'S99 no está en fuentes.yaml'],
    ['terminos.yaml', 'fuente: [S1, S2, S3]', 'fuente: []', 'fuente'],
    ['terminos.yaml', /\n {4}norma: .*/, '', 'norma'],
    ['terminos.yaml', "hasta: '2020-03-27'", "hasta: '2020-03-26'", 'no sigue al día'],
    ['terminos.yaml', "hasta: '2020-03-27'", 'hasta: null', 'no sigue al día'],
    [
      'terminos.yaml',
      "desde: '2020-03-28', hasta: '2022-05-16'",
      "desde: '2020-03-28', hasta: '2019-01-01'",
      'termina antes',
    ],
    ['terminos.yaml', 'codigos: [HD_TRASLADO]', 'codigos: [HD_REQUERIR]', 'HD_TRASLADO: no tiene término'],
    ['terminos.yaml', 'codigo: HD_COMPLETAR', 'codigo: COMPLETAR', 'HD_COMPLETAR: debe estar una sola vez'],
    ['politica.yaml', 'mientras: STRICT', 'mientras: NINGUNA', 'recibo.mientras'],
    ['politica.yaml', /duda: >-[^]*?\npausa/, 'nota: x\npausa', 'debe decir su duda'],
    ['festivos.yaml', 'mes: 1\n', 'mes: 13\n', 'festivos.0.mes'],
    ['festivos.yaml', 'dia: 19\n', 'dia: 32\n', 'festivos.2.dia'],
    ['festivos.yaml', 'mes: 11\n    dia: 1\n', 'mes: 11\n    dia: 31\n', 'ese día no existe'],
    ['dias-locales.yaml', 'dias: []', 'dias: [{ fecha: 2026-02-31 }]', 'dias.0.fecha'],
  ])('%s: %s → %s', (file, from, to, message) => {
    const faults = faultsOf(changed(file, from, to));
    expect(faults).toContainEqual(
      expect.objectContaining({
        file: `legal/${file}`,
        line: expect.any(Number),
        message: expect.stringContaining(message),
      }),
    );
  });

  it('tells every fault at once, and the missing files', () => {
    const without = new Map(changed('terminos.yaml', 'dias: 15', 'dias: x'));
    without.delete('legal/festivos.yaml');
    expect(faultsOf(without).map(({ file }) => file)).toEqual(['legal/terminos.yaml', 'legal/festivos.yaml']);
  });

  it('refuses to stop terms on a day whose act is not confirmed', () => {
    const day = `{ fecha: '2026-12-24', decreto: D-1, alcance: TERMINOS, norma: n, fuente: [D], confirmado: false,
      duda: ¿sí?, vigencia: { desde: null, hasta: null, confirmada: false } }`;
    expect(faultsOf(changed('dias-locales.yaml', 'dias: []', `dias: [${day}]`))).toEqual([
      expect.objectContaining({ message: expect.stringContaining('un día solo deja de contar') }),
    ]);
  });

  it('refuses the same local day twice', () => {
    const day = `{ fecha: '2026-12-24', decreto: D-1, alcance: TERMINOS, norma: n, fuente: [D], confirmado: true,
      vigencia: { desde: null, hasta: null, confirmada: true } }`;
    expect(faultsOf(changed('dias-locales.yaml', 'dias: []', `dias: [${day}, ${day}]`))).toEqual([
      expect.objectContaining({ message: 'día repetido: 2026-12-24' }),
    ]);
  });
});

describe('the texts of terms', () => {
  const texts = valueOf(readTexts([valueOf(parseYaml('t', files.get('textos/terminos.yaml') ?? ''))]));

  it('name every type, state and alert in plain words, in sentences of 20 words at most', () => {
    const keys = [
      ...TIPOS_PQRSD.flatMap((tipo) => [`tipo.${tipo}.nombre`, `tipo.${tipo}.definicion`]),
      ...ESTADOS_PQRSD.flatMap((estado) => [`estado.${estado}.nombre`, `estado.${estado}.explicacion`]),
      ...TIPOS_ALERTA.map((tipo) => `terminos.alerta.${tipo}`),
    ];
    expect(keys.filter((key) => !texts.has(key))).toEqual([]);
  });
});
