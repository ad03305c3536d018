import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createVentanillaCommand } from '../../../api/admin/ventanilla/ventanilla';
import { ok } from '../../../api/base/kernel/result';
import type { ReceiveFile } from '../../../api/base/kernel/receive-file';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import { openContenido, openPeticionario } from '../../../api/pqrsd/seal-case';
import { createFileAtencion } from '../../../api/ventanilla/file-atencion';
import { examine } from '../../../api/base/anexos/recibir/examine';
import { createReceiveFile } from '../../../api/base/anexos/recibir/receive-file';
import { silentLogger } from '../../../api/base/kernel/logger';
import { answeringPrompts } from '../../fakes/answering-prompts';
import { photo } from '../../fakes/sample-files';
import { memoryAnexos } from '../../fakes/memory-anexos';
import { MemoryAtenciones } from '../../fakes/memory-atenciones';
import { productContent } from '../../fakes/play-dialog';
import { pqrsdOffice } from '../../fakes/pqrsd-office';

const IN_PERSON = {
  '¿Quién recibe?': 'Ana Ruiz',
  'Su cargo:': 'Técnica de Ventanilla',
  'Nombre completo de quien pide': 'Rosa Díaz',
  'Teléfono:': '310 123 4567',
  '¿Qué pide?': 'Que arreglen la lámpara de la esquina',
  '¿Por qué': 'Es peligroso de noche',
  'para radicar': 'sí',
};

describe('ventanilla', () => {
  let dir: string;
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'ventanilla-'));
  });
  afterEach(() => rmSync(dir, { recursive: true, force: true }));

  function counter() {
    const office = pqrsdOffice({}, '2026-11-24T09:00:00-05:00');
    const atenciones = new MemoryAtenciones();
    let dies = false;
    const filePqrsd = async (solicitud: Solicitud) => {
      const filed = await office.filePqrsd(solicitud);
      if (dies) throw new Error('killed after the case was filed');
      return filed;
    };
    const receiveFile: ReceiveFile = createReceiveFile({
      anexos: memoryAnexos(office.clock),
      examine,
      logger: silentLogger,
    });
    const run = async (answers: Record<string, string | undefined>, ...args: string[]) => {
      const [out, err]: [string[], string[]] = [[], []];
      const { prompts, asked } = answeringPrompts(answers);
      const command = createVentanillaCommand({
        atenciones: createFileAtencion({ atenciones, filePqrsd, sealing: office.sealing }),
        receiveFile,
        constanciaPdf: () => Promise.resolve(ok(Buffer.from('%PDF-1.7\n'))),
        prompts,
        content: productContent,
        clock: office.clock,
      });
      const io = { out: (text: string) => void out.push(text), err: (text: string) => void err.push(text) };
      return { code: await command(args, io), text: out.join('\n'), faults: err.join('\n'), asked };
    };
    const only = () => {
      const [page] = office.book.pages;
      if (!page) throw new Error('nothing was filed');
      return {
        page,
        contenido: openContenido(page, office.sealing),
        who: openPeticionario(page, office.sealing),
      };
    };
    return { ...office, atenciones, run, only, die: (now: boolean) => void (dies = now) };
  }

  const fileOf = (text: string): string => {
    const path = join(dir, 'atencion.yaml');
    writeFileSync(path, text);
    return path;
  };

  it('files what somebody says at the counter, with who received it, and reads the number aloud', async () => {
    const { run, only, atenciones } = counter();
    const { code, text } = await run(IN_PERSON);
    expect(code).toBe(0);
    expect(text).toMatch(/PRUEBA – SIN VALIDEZ.*Radicado: 2026-E-000001.*Código de consulta: .{12}/s);
    expect(text).toMatch(/Léale en voz alta:.*2026, E, 0 0 0 0 0 1/s);
    const { page, contenido, who } = only();
    expect(page).toMatchObject({ canal: 'VENTANILLA', pqrsd: { verbal: true } });
    expect(page.pqrsd.porEscuchar).toBeUndefined();
    expect(contenido.presentacion).toMatchObject({
      verbal: true,
      recibe: { nombre: 'Ana Ruiz', cargo: 'Técnica de Ventanilla' },
      objeto: 'Que arreglen la lámpara de la esquina',
      razones: 'Es peligroso de noche',
      falta: 'el documento de identidad',
    });
    expect(who).toMatchObject({ nombre: 'Rosa Díaz', telefono: '310 123 4567' });
    expect(atenciones.kept.size).toBe(0);
  });

  it('keeps nothing of the person or of who received it in clear, nor in the events', async () => {
    const { run, book } = counter();
    await run(IN_PERSON);
    expect(JSON.stringify(book.pages)).not.toMatch(/Rosa|Ana Ruiz|lámpara|310 ?123/);
  });

  it('files nothing without a yes, nor when the keyboard is left in the middle', async () => {
    for (const answers of [
      { ...IN_PERSON, 'para radicar': '' },
      { ...IN_PERSON, 'para radicar': undefined },
      { ...IN_PERSON, '¿Por qué': undefined },
    ]) {
      const { run, book, atenciones } = counter();
      const { code, faults } = await run(answers);
      expect([code, book.pages.length, atenciones.kept.size]).toEqual([1, 0, 0]);
      expect(faults).toContain('No se radicó nada.');
    }
  });

  it('files once what was confirmed before the process died, and tells its number at the next run', async () => {
    const { run, book, atenciones, die } = counter();
    die(true);
    await expect(run(IN_PERSON)).rejects.toThrow('killed');
    expect([book.pages.length, atenciones.kept.size]).toEqual([1, 1]);
    die(false);
    const { text } = await run({ '¿Quién recibe?': undefined });
    expect(text).toMatch(/no había terminado:.*Radicado: 2026-E-000001/s);
    expect([book.pages.length, atenciones.kept.size]).toEqual([1, 0]);
  });

  it('asks when a letter or a post arrived, refuses a time to come, and terms count from then', async () => {
    const { run, only } = counter();
    const letter = { ...IN_PERSON, '¿Dónde llegó': 'Facebook', '¿Cuándo llegó?': '2026-11-20 20:15' };
    await run(letter, '--medio', 'red-social');
    const { page, contenido } = only();
    expect(page.canal).toBe('RED_SOCIAL');
    expect(page.recibidoEn).toEqual(new Date('2026-11-20T20:15:00-05:00'));
    expect(contenido.presentacion?.verbal).toBeUndefined();
    const future = await counter().run({ ...letter, '¿Cuándo llegó?': undefined }, '--medio', 'carta');
    expect(future.code).toBe(1);
  });

  it('takes a file of this computer, and files without one that is not there', async () => {
    const { run, only } = counter();
    const captura = join(dir, 'captura.png');
    writeFileSync(captura, await photo('png'));
    const { text } = await run({
      ...IN_PERSON,
      'Rutas de los archivos': `${captura}; ${join(dir, 'no.png')}`,
    });
    expect(text).toContain('No se pudo recibir «no.png». El archivo no llegó completo.');
    const { page, contenido } = only();
    expect(page.pqrsd.anexos).toMatchObject([{ tipo: 'image/png', vista: { tipo: 'image/png' } }]);
    expect(contenido.nombresAnexos).toEqual(['captura.png']);
    expect(contenido.noRecibidos).toEqual([{ nombre: 'no.png', motivo: 'INCOMPLETO' }]);
  });

  it('takes an attention from a file once, whoever runs it again, and saves the constancia where nothing is', async () => {
    const { run, book } = counter();
    const archivo = fileOf(
      'medio: telefono\nrecibe: { nombre: Ana, cargo: Técnica }\nverbal: true\nobjeto: Una cita\n',
    );
    const pdf = join(dir, 'constancia.pdf');
    expect((await run({}, '--archivo', archivo, '--constancia', pdf)).code).toBe(0);
    expect(readFileSync(pdf, 'utf8')).toContain('%PDF');
    const again = await run({}, '--archivo', archivo, '--constancia', pdf);
    expect(again.text).toContain('2026-E-000001');
    expect(again.faults).toContain('No se pudo guardar');
    expect(book.pages).toHaveLength(1);
  });

  it('says line by line what is wrong in a file', async () => {
    const { run, book } = counter();
    const archivo = fileOf('medio: paloma\nrecibe: { nombre: Ana }\nobjeto: Una cita\n');
    const { code, faults } = await run({}, '--archivo', archivo);
    expect(code).toBe(1);
    expect(faults).toMatch(/atencion\.yaml:1.*medio/);
    expect(faults).toMatch(/atencion\.yaml:2.*cargo/);
    expect(book.pages).toHaveLength(0);
    expect((await run({}, '--archivo', join(dir, 'no.yaml'))).code).toBe(1);
    expect(existsSync(join(dir, 'constancia.pdf'))).toBe(false);
  });

  it('routes a complaint away from the dependencia it names', async () => {
    const { run, only } = counter();
    await run({ ...IN_PERSON, 'Tipo de solicitud': 'queja', '¿Contra qué': 'un funcionario de vivienda' });
    expect(only().contenido.contra).toEqual({
      servidor: 'un funcionario de vivienda',
      dependencia: 'VIVIENDA',
    });
  });

  it('takes who receives from the command line, and Enter accepts it', async () => {
    const { run, only } = counter();
    const { '¿Quién recibe?': _, 'Su cargo:': __, ...rest } = IN_PERSON;
    const { code } = await run(rest, '--recibe', 'Ana Gil', '--cargo', 'Técnica');
    expect(code).toBe(0);
    expect(only().contenido.presentacion?.recibe).toEqual({ nombre: 'Ana Gil', cargo: 'Técnica' });
  });

  it('is called in these ways', async () => {
    const { run } = counter();
    for (const args of [['--medio', 'paloma'], ['algo'], ['--otro', 'x']])
      expect((await run({}, ...args)).code).toBe(2);
  });
});
