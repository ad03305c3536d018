import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSigner, publicKeys } from '../../../api/base/sealing/signer';
import type { CasoConstancia, PersonalConstancia } from '../../../api/constancia/caso-constancia';
import { createConstanciaPdf } from '../../../api/constancia/constancia-pdf';
import { tokenLines } from '../../../api/constancia/secciones';
import { checkText, verifyToken } from '../../../api/constancia/token';
import { realTexts } from '../../fakes/real-texts';
import { pdfFonts, pdfTags, pdfWords } from './pdf-words';

const keys = parseKeys(newKeyFile('AUTOGENERADA'));
const draw = createConstanciaPdf({
  texts: realTexts('constancia', 'terminos', 'web'),
  entidad: {
    codigo: 'candelaria-valle',
    nombre: 'Alcaldía de Candelaria',
    municipio: 'Candelaria',
    departamento: 'Valle del Cauca',
  },
  publicUrl: 'https://pueblo.gov.co',
  signer: createSigner(keys),
  compress: false,
});
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const WARNING = 'PRUEBA – SIN VALIDEZ OFICIAL';

const caso: CasoConstancia = {
  recepcion: '2026-E-000123',
  radicado: 'EXT-2026-77',
  recibidoEn: new Date('2026-11-24T15:04:00-05:00'),
  radicadoEn: new Date('2026-11-24T15:06:00-05:00'),
  vence: '2026-12-16',
  tipo: 'RECLAMO',
  canal: 'WEB_CHAT',
  modo: 'IDENTIFICADO',
  codigo: 'ABCDEFGHJK',
  asunto: 'Lámpara dañada',
  lugar: 'Calle 9',
  texto: 'La lámpara de la calle 9 está dañada.\n\nPido «arreglarla» pronto.',
  anexos: [
    { sha256: sha256('a'), nombre: 'foto de la lámpara.jpg', tipo: 'image/jpeg', bytes: 345_678 },
    { sha256: sha256('b'), nombre: 'carta.pdf', tipo: 'application/pdf', bytes: 999 },
  ],
  anexosNoRecibidos: [{ nombre: 'video.mp4', motivo: 'MUY_GRANDE' }],
  dependencia: 'Ventanilla Única',
  verbal: false,
  prueba: false,
};
const personal: PersonalConstancia = {
  nombre: 'María Fernanda Ñáñez',
  documento: { tipo: 'CC', numero: '31.415.926' },
  representante: {
    nombre: 'Pedro Pérez',
    documento: { tipo: 'CE', numero: '998877' },
    calidad: 'Hijo y apoderado',
  },
  correo: 'maria@ejemplo.co',
};
const words = async (changes: Partial<CasoConstancia> = {}, who = personal): Promise<string> =>
  pdfWords(await draw({ ...caso, ...changes }, who));
const pageCount = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type \/Page\n/g)?.length ?? 0;

describe('the constancia', () => {
  it.each([
    ['1, its number', 'EXT-2026-77'],
    ['1, our reception number', '2026-E-000123'],
    ['2, date and time of receipt', 'martes, 24 de noviembre de 2026, 3:04 p. m.'],
    ['2, date and time of radicado', 'martes, 24 de noviembre de 2026, 3:06 p. m.'],
    ['3, who files', 'María Fernanda Ñáñez'],
    ['3, their document', 'Cédula de ciudadanía 31.415.926'],
    ['3, who represents them', 'Representante o apoderado Pedro Pérez'],
    ['3, their document', 'Documento del representante Cédula de extranjería 998877'],
    ['3, in what capacity', 'Calidad en que actúa Hijo y apoderado'],
    ['4, the object', 'Lámpara dañada'],
    ['5, the reasons', 'Razones Según el texto de la solicitud'],
    ['6, each annex', 'foto de la lámpara.jpg'],
    ['7, who received it', 'Ventanilla Única digital de la Alcaldía de Candelaria'],
  ])('has item %s, of Decreto 1166 de 2016', async (_, said) => {
    expect(await words()).toContain(said);
  });

  it('says it was verbal only when it was (item 8)', async () => {
    expect(await words({ verbal: true })).toContain('de forma verbal (Decreto 1166 de 2016)');
    expect(await words()).not.toContain('verbal');
  });

  it('says what the unit and the dependencia are only when they are confirmed', async () => {
    expect(await words()).toContain('Unidad responsable por confirmar');
    expect(await words({ dependencia: undefined })).toContain('Dependencia de destino por confirmar');
  });

  it('says town, kind, number of files, due date in words and the code in groups of four', async () => {
    const said = await words();
    expect(said).toContain('Clase de solicitud Reclamo');
    expect(said).toContain('Dependencia de destino Ventanilla Única');
    expect(said).toContain('Número de archivos 2');
    expect(said).toContain('a más tardar el miércoles, 16 de diciembre de 2026.');
    expect(said).toContain('Código de consulta ABCD-EFGH-JK');
  });

  it('says the hash of each file and why a file was not received', async () => {
    const said = await words();
    expect(said).toContain(`345,7 kB SHA-256 ${sha256('a')}`);
    expect(said).toContain('application/pdf, 999 bytes');
    expect(said).toContain(`SHA-256 ${sha256('b')}`);
    expect(said).toContain('video.mp4 Pasa del tamaño permitido.');
  });

  it('without an official number says that it waits for one', async () => {
    const said = await words({ radicado: undefined });
    expect(said).toContain('Número de recepción 2026-E-000123 Radicado oficial: aún no asignado.');
    expect(said).not.toContain('Radicada');
  });

  it('of an anonymous petition holds nothing of who filed', async () => {
    const said = await words({ modo: 'ANONIMO' });
    expect(said).toContain('Solicitud anónima.');
    expect(said).not.toMatch(/María|31\.415|maria@/);
  });

  it('is called código de verificación, never firma digital', async () => {
    const said = await words();
    expect(said).toContain('Código de verificación de la Alcaldía');
    expect(said).not.toMatch(/\bfirma/i);
  });

  it('in a rehearsal says so at the head, across every page and before anything else', async () => {
    const pdf = await draw({ ...caso, prueba: true }, personal);
    const times = pdfWords(pdf).split(WARNING).length - 1;
    expect(times).toBe(2 * pageCount(pdf) + 1);
    expect(await words()).not.toContain('PRUEBA');
  });

  it('prints the token of its QR, which verifies and covers the text', async () => {
    const said = await words();
    const [, token = ''] = /pegando este código completo: (.*?) Protege/.exec(said) ?? [];
    const verified = verifyToken(token.replaceAll(' ', ''), publicKeys(keys));
    expect(verified).toMatchObject({ ok: true, value: { recepcion: caso.recepcion, vence: caso.vence } });
    expect(verified.ok && checkText(verified.value, caso.texto)).toBe(true);
    expect(said).toContain(sha256(caso.texto));
  });

  it('cuts its token in lines that copy whole: none ends in a hyphen', () => {
    const text = fc.stringMatching(/^[A-Za-z0-9_.-]{1,700}$/);
    fc.assert(
      fc.property(
        fc.oneof(text, fc.constant('-'.repeat(300)), fc.constant(`${'a-'.repeat(200)}`)),
        (token) => {
          const lines = tokenLines(token);
          expect(lines.join('')).toBe(token);
          for (const line of lines) expect(line.length).toBeLessThanOrEqual(96);
          if (!/-{90}/.test(token)) for (const line of lines.slice(0, -1)) expect(line).not.toMatch(/-$/);
        },
      ),
    );
  });

  it('is the same file each time it is drawn', async () => {
    expect((await draw(caso, personal)).equals(await draw(caso, personal))).toBe(true);
  });

  it('is tagged for screen readers, with language and title', async () => {
    const pdf = await draw(caso, personal);
    const source = pdf.toString('latin1');
    expect(source).toMatch(/\/MarkInfo|\/Marked true/);
    expect(source).toContain('/Lang (es-CO)');
    expect(source).toContain('/DisplayDocTitle true');
    const tags = pdfTags(pdf);
    expect(tags).toMatchObject({ Document: 1, H1: 1, H2: 8, Figure: 1, Link: 1 });
    expect(tags['TH']).toBe(tags['TR']);
    expect(tags['TD']).toBe(tags['TR']);
    expect(source.match(/\/Scope \/Row/g)).toHaveLength(tags['TH'] ?? 0);
  });
});

describe('the constancia of a verbal petition', () => {
  const voz = { verbal: true, asunto: undefined, texto: '' };
  const recibe = { nombre: 'Rosa Díaz', cargo: 'auxiliar' };

  it('that nobody has heard says so in object and reasons (items 4 and 5)', async () => {
    const said = await words(voz);
    expect(said).toContain('Objeto Pendiente de escuchar.');
    expect(said).toContain('Razones Pendiente de escuchar.');
  });

  it('says object and reasons in the words of who listened, and who that was (items 4, 5 and 7)', async () => {
    const escuchada = { objeto: 'Pide un alumbrado', razones: 'No hay luz', recibe };
    const said = await words({ ...voz, escuchada });
    expect(said).toContain('Objeto Pide un alumbrado Razones No hay luz');
    expect(said).toContain('Persona que la escuchó Rosa Díaz, auxiliar');
    expect(said).not.toContain('Pendiente de escuchar');
  });

  it('received in person says who received it and what they wrote', async () => {
    const presentacion = { verbal: true, recibe, objeto: 'Pide un cupo', falta: 'el contacto' } as const;
    const said = await words({ ...voz, presentacion });
    expect(said).toContain('el contacto');
    expect(said).toContain('Objeto Pide un cupo Razones Según el texto');
    expect(said).toContain('Persona que la recibió Rosa Díaz, auxiliar Sistema Ventanilla Única digital');
  });

  it('says its language', async () => {
    expect(await words({ ...voz, presentacion: { idioma: 'Nasa yuwe' } })).toContain(
      'Idioma en que se presentó Nasa yuwe',
    );
  });
});

describe('the constancia', () => {
  it('says where it had arrived first', async () => {
    const said = await words({ presentacion: { origen: 'Red social: @alcaldia' } });
    expect(said).toContain('Llegó primero por Red social: @alcaldia');
  });

  it('numbers the points of a letter with several demands', async () => {
    const said = await words({ puntos: ['Arreglar la lámpara', 'Podar el árbol'] });
    expect(said).toContain('Punto 1 Arreglar la lámpara Punto 2 Podar el árbol');
  });

  it('with the number of another Ventanilla says both, and that it replaces no earlier one', async () => {
    expect(await words()).toContain(
      'Los dos números identifican la misma solicitud. Esta constancia no reemplaza ninguna anterior.',
    );
    expect(await words({ radicado: undefined })).not.toContain('no reemplaza');
    expect(await words({ radicado: caso.recepcion })).not.toContain('no reemplaza');
  });
});

describe('the letters of the constancia', () => {
  it('are all embedded: it looks the same everywhere', async () => {
    const pdf = await draw({ ...caso, texto: 'ñ ő ¿?' }, personal);
    const source = pdf.toString('latin1');
    const fonts = Array.from(pdfFonts(pdf).values());
    expect(fonts.length).toBeGreaterThanOrEqual(3);
    for (const font of fonts) {
      expect(font).toMatch(/\/BaseFont \/\w+\+AtkinsonHyperlegible/);
      expect(font).toContain('/ToUnicode');
    }
    const embedded = source.match(/\/FontFile[23] \d+ 0 R/g) ?? [];
    expect(embedded).toHaveLength(source.match(/\/Type \/FontDescriptor\n/g)?.length ?? 0);
    expect(embedded).toHaveLength(fonts.length);
    expect(source).not.toMatch(/Helvetica|Courier|\/Subtype \/Type1\n/);
  });

  it('say what was written to whoever copies or listens, with the extended ones in their place', async () => {
    const texto = '¿Qué pasó, señor? ¡El pingüino! kwẽsx. Łukasz';
    const said = await words({ texto });
    expect(said).toContain('¿Qué pasó, señor? ¡El pingüino! kw[U+1EBD]sx. Ł ukasz');
  });

  it('show 64 signs of a hash in one line, and each line of the token', async () => {
    const said = await words({ anexos: [{ ...caso.anexos[0]!, sha256: '6'.repeat(64) }] });
    expect(said).toContain('6'.repeat(64));
  });
});

describe('the text of the petition in the constancia', () => {
  it('is printed with its line breaks and carried inside, byte by byte', async () => {
    const pdf = await draw(caso, personal);
    expect(pdfWords(pdf)).toContain('La lámpara de la calle 9 está dañada. Pido «arreglarla» pronto.');
    expect(pdf.includes(Buffer.from(caso.texto))).toBe(true);
  });

  it('with signs that the letters cannot draw shows their number, and still carries the exact text', async () => {
    const texto = 'Gracias 🙏 señor alcalde — ʌ';
    const pdf = await draw({ ...caso, texto }, personal);
    expect(pdfWords(pdf)).toContain('Gracias [U+1F64F] señor alcalde — [U+028C]');
    expect(pdfWords(pdf)).toContain('su código Unicode entre corchetes');
    expect(pdf.includes(Buffer.from(texto))).toBe(true);
  });

  it('that is long goes on over pages, whole', async () => {
    const texto = Array.from({ length: 900 }, (_, i) => `Punto ${i} de la carta al señor alcalde.`).join(
      '\n',
    );
    const pdf = await draw({ ...caso, texto }, personal);
    expect(pageCount(pdf)).toBeGreaterThan(10);
    expect(pdfWords(pdf)).toContain('Punto 0 de la carta al señor alcalde.');
    expect(pdfWords(pdf)).toContain('Punto 899 de la carta al señor alcalde.');
  });

  it.each([
    ['endless lines', 'a\n'.repeat(32_000)],
    ['an endless word', 'W'.repeat(65_000)],
    ['empty lines', '\n'.repeat(65_000)],
  ])('made to be heavy (%s) is drawn in fewer than 80 pages', async (_, texto) => {
    expect(pageCount(await draw({ ...caso, texto }, personal))).toBeLessThan(80);
  });

  it('that is empty says that the request is in the files', async () => {
    expect(await words({ texto: '' })).toContain('Lo pedido está en los archivos.');
  });

  it('is never taken as a template', async () => {
    expect(await words({ asunto: '{numero} {{x}}', texto: '{codigo}' })).toContain('{numero} {{x}}');
  });
});
