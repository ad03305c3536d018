import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Model } from 'mongoose';
import { createEscucharCommand } from '../../../api/admin/escuchar';
import { valueOf } from '../../../api/base/kernel/result';
import { createApplyOrden } from '../../../api/pqrsd/apply-orden';
import {
  createMongoPorEscuchar,
  createMongoPqrsdByNumber,
  createMongoPqrsdStore,
  pqrsdModel,
} from '../../../api/pqrsd/mongo-pqrsd';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { openNota } from '../../../api/pqrsd/seal-case';
import { createMongoOpenCases } from '../../../api/bandeja/mongo-open-cases';
import { visibleCases } from '../../../api/bandeja/visible-cases';
import { deskContent } from '../../fakes/desk';
import { answeringPrompts } from '../../fakes/answering-prompts';
import { memoryAnexos } from '../../fakes/memory-anexos';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';
import { wholeCollection } from '../../fakes/whole-collection';

const ENTIDAD = 'candelaria-valle';
const WHO = ['--quien', 'Ana Ruiz', '--cargo', 'Técnica'];
const TOLD = { '¿Qué pide': 'Que arreglen la lámpara', '¿Por qué': 'Es peligroso' };

describe('escuchar', () => {
  let store: TemporaryStore;
  let model: Model<Pqrsd>;
  let carpeta: string;
  beforeAll(async () => {
    store = await temporaryStore();
    model = pqrsdModel(store.connection);
    await model.createIndexes();
  });
  beforeEach(() => {
    carpeta = mkdtempSync(join(tmpdir(), 'escuchar-'));
  });
  afterEach(async () => {
    await model.collection.deleteMany({}, wholeCollection);
    rmSync(carpeta, { recursive: true, force: true });
  });
  afterAll(() => store.close());

  /** A voice note alone, a written petition and one that was heard at the counter, in the store. */
  async function office() {
    const at = pqrsdOffice();
    const anexos = memoryAnexos(at.clock);
    const voz = valueOf(await anexos.put(Buffer.from('voz'), { nombre: 'nota.ogg', tipo: 'audio/ogg' }));
    const verbal = { verbal: true } as const;
    const identidad = { modo: 'IDENTIFICADO', nombre: 'María Pérez', telefono: '3001234567' } as const;
    await at.filePqrsd(solicitud({ clave: 'a', texto: '', anexos: [voz], presentacion: verbal, identidad }));
    await at.filePqrsd(solicitud({ clave: 'b' }));
    await at.filePqrsd(solicitud({ clave: 'c', presentacion: { ...verbal, objeto: 'Una cita' } }));
    await model.insertMany(at.book.pages);
    const accesses: string[] = [];
    const cases = createMongoPqrsdStore(model, ENTIDAD);
    const found = {
      openCases: createMongoOpenCases(model, { entidad: ENTIDAD, libro: 'PRUEBA' }),
      cases: createMongoPqrsdByNumber(model, ENTIDAD),
      sealing: at.sealing,
      organigrama: deskContent,
    };
    const run = async (answers: Record<string, string | undefined>, ...args: string[]) => {
      const out: string[] = [];
      const io = { out: (text: string) => void out.push(text), err: (text: string) => void out.push(text) };
      const command = createEscucharCommand({
        ...at,
        porEscuchar: createMongoPorEscuchar(model, ENTIDAD),
        casesFor: (viewer) => visibleCases(found, viewer),
        applyOrden: createApplyOrden({ ...at, cases }),
        anexos,
        recordAccess: (...access) => Promise.resolve(void accesses.push(access.join(' '))),
        prompts: answeringPrompts(answers).prompts,
        carpeta: () => carpeta,
        content: deskContent,
      });
      return { code: await command(args, io), text: out.join('\n') };
    };
    return { ...at, run, accesses };
  }

  it('lists the petitions by voice that nobody has listened to, and no others', async () => {
    const { run } = await office();
    const { code, text } = await run({}, '--quien', 'Ana Ruiz');
    expect(code).toBe(0);
    expect(text).toMatch(/^2026-E-000001. Vence el .*Recibida: martes/);
    expect(text.split('\n')).toHaveLength(1);
  });

  it('leaves the recording in a file of its owner, and writes what is asked, why, and who listened', async () => {
    const { run, sealing, accesses } = await office();
    const { code, text } = await run(TOLD, '2026 e 1', ...WHO);
    expect(text).toContain('Quedó escrito lo que pide la persona en el caso 2026-E-000001');
    expect(code).toBe(0);
    const [file = ''] = readdirSync(carpeta);
    expect(file).toBe('2026-E-000001-1.ogg');
    expect(readFileSync(join(carpeta, file), 'utf8')).toBe('voz');
    expect(statSync(join(carpeta, file)).mode & 0o777).toBe(0o600);
    const page = await model
      .findOne({ numero: 1, entidad: ENTIDAD, libro: 'PRUEBA', serie: 'E', anio: 2026 })
      .lean();
    const nota = openNota(page?.pqrsd.notas?.[0]?.sellada ?? '', sealing);
    expect(nota).toMatchObject({
      objeto: 'Que arreglen la lámpara',
      razones: 'Es peligroso',
      recibe: { nombre: 'Ana Ruiz', cargo: 'Técnica' },
    });
    expect(JSON.stringify(page)).not.toMatch(/Ana Ruiz|lámpara/);
    expect(accesses).toEqual(['2026-E-000001 Ana Ruiz']);
    expect((await run({}, '--quien', 'Ana Ruiz')).text).toContain('No hay peticiones verbales por oír');
  });

  it('writes nothing when its official leaves without telling what is asked, and records that they looked', async () => {
    const { run, accesses } = await office();
    const { code, text } = await run({ ...TOLD, '¿Por qué': undefined }, '2026-E-000001', ...WHO);
    expect([code, accesses.length]).toEqual([1, 1]);
    expect(text).toContain('No se escribió nada');
    expect((await run({}, '--quien', 'Ana Ruiz')).text).toContain('2026-E-000001');
  });

  it('opens no petition that was written, nor for somebody without a name and a post', async () => {
    const { run, accesses } = await office();
    expect((await run(TOLD, '2026-E-000002', ...WHO)).text).toContain('No hay una petición verbal');
    expect((await run(TOLD, '2026-E-000001', '--quien', 'Ana Ruiz')).code).toBe(2);
    expect((await run(TOLD, '2026-E-000001', '--quien', ' ', '--cargo', 'Técnica')).code).toBe(2);
    expect(accesses).toEqual([]);
    expect(existsSync(join(carpeta, '2026-E-000001-1.ogg'))).toBe(false);
  });
});
