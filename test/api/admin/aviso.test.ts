import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { createAvisoCommand } from '../../../api/admin/aviso';
import { avisosOffice } from '../../fakes/avisos-office';
import { realTexts } from '../../fakes/real-texts';

const dir = mkdtempSync(join(tmpdir(), 'avisos-'));
afterAll(() => rmSync(dir, { recursive: true }));

async function admin(texto = 'La lámpara se cambió el viernes.') {
  const office = await avisosOffice();
  const archivo = join(dir, 'aviso.txt');
  writeFileSync(archivo, texto);
  const { clock, theCase } = office;
  const { publicar, desfijar, barrer, lectura } = office;
  const uso = { publicar, desfijar, barrer, lectura };
  const command = createAvisoCommand({
    avisos: uso,
    publicUrl: 'http://c.test',
    clock,
    texts: realTexts('admin', 'avisos', 'fallas'),
  });
  const out: string[] = [];
  const told: string[] = [];
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void told.push(line) };
  const run = (...args: string[]) => command(args, io);
  const post = (...more: string[]) =>
    run(
      'publicar',
      ...'--titulo Respuesta --desfijar 2026-11-30 --quien AnaRuiz --archivo'.split(' '),
      archivo,
      '--radicado',
      theCase().radicado ?? '',
      ...more,
    );
  return { ...office, out, told, run, post };
}

describe('aviso', () => {
  it('publicar posts the file and tells its address and last day', async () => {
    const { post, out, only, clock } = await admin();
    expect(await post()).toBe(0);
    expect(out[0]).toContain(`http://c.test/avisos/${only()._id}`);
    expect(out[0]).toContain('30 de noviembre de 2026');
    expect(only()).toMatchObject({ clase: 'RESPUESTA_ANONIMA', texto: 'La lámpara se cambió el viernes.' });
    clock.advance(1000);
    expect(await post()).toBe(0);
    expect(out[1]).toContain('ya se había publicado');
  });

  it('publicar tells what looks personal by line, and posts it once confirmed', async () => {
    const { post, told, avisos } = await admin('Hola.\nLlame al 3152345678.');
    expect(await post()).toBe(1);
    expect(told.join('\n')).toMatch(/Línea 3.*teléfono/);
    expect(told.join('\n')).not.toContain('3152345678');
    expect(avisos.kept.size).toBe(0);
    expect(await post('--confirmo-anonimizado')).toBe(0);
  });

  it('listar tells those posted, and desfijar removes one', async () => {
    const { post, run, out, only } = await admin();
    await post();
    await run('listar');
    expect(out[1]).toContain(only()._id);
    expect(await run('desfijar', only()._id, '--quien', 'Ana Ruiz')).toBe(0);
    await run('listar');
    expect(out).toHaveLength(3);
    expect(only().estado).toBe('DESFIJADO');
  });

  it.each([[], ['publicar'], ['desfijar'], ['desfijar', 'x'], ['otra'], ['publicar', '--titulo', 'x']])(
    'says how it is used when called as %j',
    async (...args) => {
      const { run, told } = await admin();
      expect(await run(...args.flat())).toBe(2);
      expect(told[0]).toContain('aviso publicar');
    },
  );

  it('says so when the file cannot be read', async () => {
    const { run } = await admin();
    const args = [
      '--titulo',
      'x',
      '--archivo',
      join(dir, 'no'),
      '--desfijar',
      '2026-11-30',
      '--quien',
      'Ana',
    ];
    expect(await run('publicar', ...args)).toBe(1);
  });
});
