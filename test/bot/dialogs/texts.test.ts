import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { ESTADOS_PQRSD, TIPOS_DOCUMENTO, TIPOS_PQRSD } from '../../../api/base/kernel/vocabulary';
import { HTTP_STATUS } from '../../../api/base/kernel/failures';
import { valueOf } from '../../../api/base/kernel/result';
import { parseYaml } from '../../../content/parse-yaml';
import { readTexts } from '../../../content/read-texts';
import { FIELDS } from '../../../bot/dialogs/radicar/summary';
import { productContent } from '../../fakes/play-dialog';

const ROOT = join(__dirname, '../../..');
const FILE = join(ROOT, 'content/textos/dialogos.yaml');
const entries = valueOf(readTexts([valueOf(parseYaml(FILE, readFileSync(FILE, 'utf8')))]));

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? sourcesIn(path) : [readFileSync(path, 'utf8')];
  });

const sources = sourcesIn(join(ROOT, 'bot/dialogs')).join('\n');
const found = (pattern: RegExp): string[] => [...sources.matchAll(pattern)].map(([, key = '']) => key);

describe('the texts of the dialogs', () => {
  it('exist for every key that the dialogs name', () => {
    const keys = [
      ...found(/texts\(\s*'([\w.]+)'/g),
      ...found(/\bsay\(facts, '([\w.]+)'/g).map((key) => `dialogo.${key}`),
      ...found(/saysOneOf\([^)]*'(\w+)'\)/g).map((name) => `dialogo.palabras.${name}`),
      ...found(/options\(facts, ([^)]*)\)/g)
        .flatMap((ids) => [...ids.matchAll(/'(\w+)'/g)])
        .map(([, id]) => `dialogo.opcion.${id}`),
    ];
    expect(keys.length).toBeGreaterThan(80);
    const missing = keys.filter((key) => {
      try {
        productContent.texts(key);
        return false;
      } catch (error) {
        return String(error).includes('no text named');
      }
    });
    expect(missing).toEqual([]);
  });

  it('exist for every code that makes part of a key', () => {
    const { texts } = productContent;
    const keys = [
      ...TIPOS_PQRSD.flatMap((tipo) => [`tipo.${tipo}.nombre`, `tipo.${tipo}.definicion`]),
      ...ESTADOS_PQRSD.flatMap((estado) => [`estado.${estado}.nombre`, `estado.${estado}.explicacion`]),
      ...TIPOS_DOCUMENTO.flatMap((tipo) => [`dialogo.opcion.${tipo}`, `dialogo.palabras.documento.${tipo}`]),
      ...Object.keys(HTTP_STATUS).map((code) => `falla.${code}`),
      ...FIELDS.map((campo) => `dialogo.opcion.campo_${campo}`),
      ...['WEB_CHAT', 'WHATSAPP', 'TERMINAL'].map((canal) => `dialogo.radicar.anonima.canal.${canal}`),
      ...['correo', 'telefono', 'ninguno'].map((fault) => `dialogo.radicar.contacto.mal.${fault}`),
      ...['confuso', 'largo'].map((fault) => `dialogo.consultar.codigo_mal.${fault}`),
      ...['radicado', 'recepcion', 'guarde', 'guarde_anonima'].map((key) => `dialogo.acuse.${key}`),
    ];
    const filled = { numero: 1, valor: 1, tipo: 1, instante: 1 };
    for (const key of keys) expect(texts(key, filled)).not.toBe('');
  });

  it('give every option a title of at most 24 characters, all different', () => {
    const titles = [...entries].filter(([key]) => key.startsWith('dialogo.opcion.'));
    expect(titles.length).toBeGreaterThan(60);
    expect(titles.filter(([, title]) => title.length > 24)).toEqual([]);
  });

  it('are all used: a text nobody says would be reviewed in vain', () => {
    const groups = found(/`(?:dialogo\.)?([\w.]+\.)\$\{/g).filter(
      (group) => !/^(opcion|palabras)\.$/.test(group),
    );
    const isNamed = (name: string): boolean => sources.includes(`'${name}'`) || /^(campo_|[A-Z])/.test(name);
    const unused = [...entries.keys()]
      .map((key) => key.replace(/^dialogo\./, ''))
      .filter((key) => {
        const [, listed] = /^(?:opcion|palabras)\.(?:documento\.)?(\w+)$/.exec(key) ?? [];
        if (listed !== undefined) return !isNamed(listed);
        return !groups.some((group) => key.startsWith(group)) && !isSaid(key);
      });
    expect(unused).toEqual([]);
  });
});

const isSaid = (key: string): boolean => sources.includes(`'${key}'`) || sources.includes(`'dialogo.${key}'`);
