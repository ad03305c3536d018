import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../api/base/kernel/result';
import { desk } from '../../fakes/desk';

const ANA = ['--quien', 'Ana Ruiz'];
const person = { nombre: 'Rosalba Quintero', correo: 'rosalba@ejemplo.co' };
const dir = mkdtempSync(join(tmpdir(), 'caso-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('bandeja', () => {
  it('lists the open cases by strict due date, overdue first, without a name or a word of them', async () => {
    const { run, file, clock, applyOrden, book } = desk();
    await file({ tipo: 'CONSULTA', identidad: { modo: 'IDENTIFICADO', ...person } });
    await file({ tipo: 'INFORMACION', texto: 'cuanto cuesta el predial' });
    await file({ tipo: 'RECLAMO' });
    await applyOrden(
      book.pages[2]?._id ?? '',
      { tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'x' },
      'f',
    );
    clock.set('2026-12-20T09:00:00-05:00');
    const { code, text, lines, faults } = await run('bandeja', ANA);
    expect(code).toBe(0);
    expect(lines.slice(1).map((line) => /2026-E-\d+/.exec(line)?.[0])).toEqual([
      '2026-E-000002',
      '2026-E-000001',
    ]);
    expect(text).toMatch(/VENCIDO +2026-12-09/);
    expect(text).not.toMatch(/Rosalba|predial/);
    expect(faults).toMatch(/2 casos abiertos\. Vencidos: 1/);
  });

  it('tells what waits for the office: what the person wrote, what nobody listened to, what nobody assigned', async () => {
    const { run, file, applyOrden, book } = desk();
    const voz = { sha256: 'a'.repeat(64), nombre: 'v.ogg', tipo: 'audio/ogg', bytes: 9 };
    const identidad = { modo: 'IDENTIFICADO' as const, ...person };
    await file({ texto: '', anexos: [voz], presentacion: { verbal: true }, identidad });
    await applyOrden(
      book.pages[0]?._id ?? '',
      { tipo: 'ADICIONAR', clave: 'k', texto: 'sigo esperando', anexos: [] },
      'ciudadano',
    );
    const { lines } = await run('bandeja', ['--formato', 'csv', ...ANA]);
    expect(lines[0]).toMatch(/^numero,semaforo,venceEstricto,/);
    expect(lines[1]).toContain('NOVEDAD POR_ESCUCHAR SIN_ASIGNAR');
  });

  it('asks who looks and records it before it shows anything; without a name it shows nothing', async () => {
    const { run, file, accesos } = desk();
    await file();
    expect(await run('bandeja', [], { '¿Quién consulta?': '' })).toMatchObject({ code: 2, text: '' });
    expect(accesos.kept).toEqual([]);
    expect(
      await run('bandeja', [], { '¿Quién consulta?': 'Ana Ruiz', '¿De qué dependencia?': 'salud' }),
    ).toMatchObject({ code: 0 });
    expect(accesos.kept).toMatchObject([{ quien: 'Ana Ruiz', dependencia: 'SALUD', que: 'BANDEJA' }]);
    expect((await run('bandeja', ['--dependencia', 'OTRA', ...ANA])).faults).toMatch(
      /No existe la dependencia OTRA/,
    );
  });
});

describe('caso', () => {
  it('shows everything to who answers for it, and records who looked', async () => {
    const { run, file, accesos } = desk();
    const contra = { servidor: 'Pedro Gómez' };
    await file({
      tipo: 'QUEJA',
      identidad: { modo: 'IDENTIFICADO', ...person },
      contra,
      puntos: ['uno', 'dos'],
    });
    const { code, text } = await run('caso', ['2026 e 1', ...ANA]);
    expect(code).toBe(0);
    for (const word of [
      'Rosalba Quintero',
      'La lampara',
      'Pedro Gómez',
      '1. uno',
      '2. dos',
      'RADICADA',
      'PRUEBA',
    ]) {
      expect(text).toContain(word);
    }
    expect(accesos.kept).toMatchObject([{ quien: 'Ana Ruiz', que: 'CASO', recepcion: '2026-E-000001' }]);
  });

  it('is found by the number of another Ventanilla, however its letters are typed', async () => {
    const { run, file, applyOrden, book } = desk({ radicadoPor: 'EXTERNO' });
    await file();
    const numbered = { tipo: 'NUMERAR', radicado: 'RAD-2026-45', fecha: '2026-11-24' } as const;
    valueOf(await applyOrden(book.pages[0]?._id ?? '', numbered, 'sistema'));
    expect((await run('caso', ['rad-2026-45', ...ANA])).text).toContain('RAD-2026-45');
  });

  it('tells what it was received without (Decreto 1166 de 2016)', async () => {
    const { run, file } = desk();
    await file({ presentacion: { recibe: { nombre: 'Marta Gil' }, falta: 'el documento de identidad' } });
    expect((await run('caso', ['2026-E-000001', ...ANA])).text).toContain(
      'Se recibió sin: el documento de identidad',
    );
  });

  it('is the official one when a rehearsal gave the same number, also for who may not see it', async () => {
    const { run, file, book } = desk();
    await file({ texto: 'Un ensayo' });
    await file({ tipo: 'QUEJA', contra: { dependencia: 'SALUD' } });
    const [rehearsal, official] = book.pages;
    if (!rehearsal || !official) throw new Error('nothing was filed');
    book.pages[1] = {
      ...official,
      libro: 'OFICIAL',
      recepcion: rehearsal.recepcion,
      radicado: rehearsal.recepcion,
    };
    expect((await run('caso', ['2026-E-000001', ...ANA])).text).not.toContain('Un ensayo');
    const blamed = await run('caso', ['2026-E-000001', ...ANA, '--dependencia', 'SALUD']);
    expect(blamed).toMatchObject({ code: 1, text: '' });
  });

  it('shows who files a confidential case only to who says why, and records the reason', async () => {
    const { run, file, accesos } = desk();
    await file({ identidad: { modo: 'CONFIDENCIAL', ...person } });
    expect((await run('caso', ['2026-E-000001', ...ANA])).text).not.toContain('Rosalba');
    const asked = await run('caso', ['2026-E-000001', ...ANA, '--ver-identidad', 'Para citarla']);
    expect(asked.text).toContain('Rosalba');
    expect(accesos.kept.at(-1)).toMatchObject({ que: 'IDENTIDAD', motivo: 'Para citarla' });
  });

  it('saves copies without hidden data in a new folder of its owner, and originals only when asked', async () => {
    const { run, file, anexos } = desk();
    const original = valueOf(
      await anexos.put(Buffer.from('con gps'), { nombre: '../../casa.jpg', tipo: 'image/jpeg' }),
    );
    const { sha256, tipo, bytes } = valueOf(
      await anexos.put(Buffer.from('limpia'), { nombre: 'v', tipo: 'image/jpeg' }),
    );
    const nombre = '../../casa.jpg';
    await file({
      identidad: { modo: 'IDENTIFICADO', ...person },
      anexos: [{ ...original, nombre, vista: { sha256, tipo, bytes } }],
    });
    const carpeta = join(dir, 'copias');
    expect(await run('caso', ['2026-E-000001', ...ANA, '--guardar', carpeta])).toMatchObject({ code: 0 });
    const [name = ''] = readdirSync(carpeta);
    expect(readFileSync(join(carpeta, name), 'utf8')).toBe('limpia');
    expect([statSync(carpeta).mode & 0o777, statSync(join(carpeta, name)).mode & 0o777]).toEqual([
      0o700, 0o600,
    ]);
    expect(await run('caso', ['2026-E-000001', ...ANA, '--guardar', carpeta])).toMatchObject({ code: 1 });
    const originals = join(dir, 'originales');
    await run('caso', ['2026-E-000001', ...ANA, '--guardar', originals, '--originales', 'si']);
    expect(readFileSync(join(originals, readdirSync(originals)[0] ?? ''), 'utf8')).toBe('con gps');
  });
});

describe('a complaint against somebody', () => {
  const DEPENDENCIAS = ['SALUD', 'VIVIENDA', 'EDUCACION', 'JURIDICA'];

  it('does not exist for them: not in lists, counts, exports, by its number, among the alike, nor among accesses', async () => {
    const complaint = fc.record({
      dependencia: fc.constantFrom(...DEPENDENCIAS),
      servidor: fc.option(fc.constantFrom('Pedro Gómez Ruiz', 'la señora Marta Díaz'), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(complaint, { minLength: 1, maxLength: 4 }), async (complaints) => {
        const { run, file } = desk();
        for (const contra of complaints) await file({ tipo: 'QUEJA', contra });
        await file({ relacionadas: complaints.map((_, i) => `2026-E-00000${i + 1}`) });
        for (let i = 1; i <= complaints.length; i++)
          await run('caso', [`2026-E-00000${i}`, '--quien', 'Control Externo']);
        const blamed = complaints.flatMap(({ dependencia, servidor }, i) => [
          { numero: `2026-E-00000${i + 1}`, who: ['--quien', 'Ana Ruiz', '--dependencia', dependencia] },
          ...(servidor
            ? [{ numero: `2026-E-00000${i + 1}`, who: ['--quien', servidor.replace('la señora ', '')] }]
            : []),
        ]);
        for (const { numero, who } of blamed) {
          const shown = [
            await run('bandeja', who),
            await run('bandeja', ['--formato', 'csv', ...who]),
            await run('accesos', who),
            await run('caso', [`2026-E-00000${complaints.length + 1}`, ...who]),
          ];
          for (const { text, faults } of shown) expect(text + faults).not.toContain(numero);
          expect(await run('caso', [numero, ...who])).toMatchObject({ code: 1, text: '' });
          expect(await run('accesos', [numero, ...who])).toMatchObject({ code: 1, text: '' });
        }
        expect((await run('bandeja', ANA)).lines).toHaveLength(complaints.length + 2);
      }),
      { numRuns: 15 },
    );
  });
});
