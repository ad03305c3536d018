import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import { createCarpetaConnector, prepareCarpeta } from '../../../api/documents/carpeta/carpeta-connector';
import { explainRefusal } from '../../../api/documents/refusal-in-words';
import { documentManagementContract } from '../../contracts/document-management-contract';
import { anArchivo, aPaquete } from '../../fakes/a-paquete';
import { manualClock } from '../../fakes/manual-clock';
import { MemoryGestor } from '../../fakes/memory-gestor';
import { realTexts } from '../../fakes/real-texts';
import { bagFaults } from './bag-validator';

const made: string[] = [];
afterAll(() => {
  for (const dir of made) rmSync(dir, { recursive: true, force: true });
});

async function carpeta() {
  const dir = mkdtempSync(join(tmpdir(), 'gestor-'));
  made.push(dir);
  expect(await prepareCarpeta(dir, 'Léame')).toBe(true);
  const gestor = createCarpetaConnector({
    carpeta: dir,
    clock: manualClock(),
    logger: silentLogger,
    explain: explainRefusal(realTexts('gestor')),
  });
  return { dir, gestor };
}

const whole = (dir: string, folder: string) =>
  readdirSync(join(dir, folder)).filter((name) => !name.startsWith('.'));

documentManagementContract('memory', () => {
  const gestor = new MemoryGestor();
  return Promise.resolve({
    gestor,
    delivered: () => Promise.resolve([...gestor.delivered.keys()].toSorted()),
    leave: async (name, csv) => void gestor.left.set(name, csv),
    takeDown: async () => void (gestor.down = 'NO_RESPONDE'),
  });
});

documentManagementContract('carpeta', async () => {
  const { dir, gestor } = await carpeta();
  return {
    gestor,
    delivered: async () => [...whole(dir, 'salida'), ...whole(dir, 'salida-prueba')].toSorted(),
    leave: async (name, csv) => writeFileSync(join(dir, 'entrada', name), csv),
    takeDown: async () => renameSync(join(dir, 'salida'), join(dir, 'desmontada')),
  };
});

describe('a package in the folder', () => {
  const odd = [
    anArchivo('01-informe 100_.pdf', 'uno'),
    anArchivo('02-señor Ñáñez & cía.docx', 'dos'),
    anArchivo('03-a\nb%c.txt', 'tres'),
  ];

  it('is a complete and valid bag (RFC 8493)', async () => {
    const { dir, gestor } = await carpeta();
    valueOf(await gestor.deliver(aPaquete({ anexos: odd })));
    expect(bagFaults(join(dir, 'salida/2026-E-000001'))).toEqual([]);
  });

  it('is checked by sha256sum, which knows nothing of us', async () => {
    const { dir, gestor } = await carpeta();
    valueOf(await gestor.deliver(aPaquete({ anexos: odd.slice(0, 2) })));
    const cwd = join(dir, 'salida/2026-E-000001');
    for (const list of ['manifest-sha256.txt', 'tagmanifest-sha256.txt']) {
      expect(() => execFileSync('sha256sum', ['--strict', '-c', list], { cwd, stdio: 'pipe' })).not.toThrow();
    }
  });

  it('says whose it is, of which case, and that a rehearsal is one', async () => {
    const { dir, gestor } = await carpeta();
    await gestor.deliver(aPaquete({ prueba: true }));
    const info = readFileSync(join(dir, 'salida-prueba/PRUEBA-2026-E-000001/bag-info.txt'), 'utf8');
    expect(info).toMatch(/^Source-Organization: Alcaldía de Candelaria$/m);
    expect(info).toMatch(/^External-Identifier: 2026-E-000001$/m);
    expect(info).toMatch(/^External-Description: PRUEBA – SIN VALIDEZ OFICIAL$/m);
  });

  it('tells the same in JSON and in CSV, which starts no formula in a spreadsheet', async () => {
    const { dir, gestor } = await carpeta();
    await gestor.deliver(aPaquete());
    const data = join(dir, 'salida/2026-E-000001/data');
    const json = JSON.parse(readFileSync(join(data, 'metadatos.json'), 'utf8')) as Record<string, unknown>;
    expect(json).toMatchObject({ recepcion: '2026-E-000001', radicado: null, vence: '2026-12-16' });
    const csv = readFileSync(join(data, 'metadatos.csv'), 'utf8');
    expect(csv.split('\n')[0]).toContain('recepcion,radicado,tipo');
    expect(csv).toContain(`"'=María, ""la de la tienda"""`);
    expect(csv).toContain('OBRAS TRANSITO');
  });

  it('is for the group of the other system and for nobody else, whatever mask the service runs with', async () => {
    const { dir, gestor } = await carpeta();
    const mask = process.umask(0o077);
    try {
      await gestor.deliver(aPaquete());
    } finally {
      process.umask(mask);
    }
    const bag = join(dir, 'salida/2026-E-000001');
    expect(statSync(bag).mode & 0o777).toBe(0o750);
    expect(statSync(join(bag, 'data/anexos/02-carta.pdf')).mode & 0o777).toBe(0o640);
  });

  it.each([
    ['a file changed', (bag: string) => writeFileSync(join(bag, 'data/texto.txt'), 'otra cosa')],
    ['a file gone', (bag: string) => rmSync(join(bag, 'data/anexos/02-carta.pdf'))],
    ['a file more', (bag: string) => writeFileSync(join(bag, 'data/anexos/03-colado.pdf'), 'x')],
    ['its list gone', (bag: string) => rmSync(join(bag, 'manifest-sha256.txt'))],
  ])('with %s is not taken for the same', async (_, harm) => {
    const { dir, gestor } = await carpeta();
    await gestor.deliver(aPaquete());
    harm(join(dir, 'salida/2026-E-000001'));
    expect(await gestor.deliver(aPaquete())).toMatchObject({ failure: { motivo: 'CONFLICTO' } });
  });

  it('is not written when a file of it is altered in our store', async () => {
    const { dir, gestor } = await carpeta();
    const altered = { ...anArchivo('01-foto.jpg', 'foto'), sha256: 'e'.repeat(64) };
    expect(await gestor.deliver(aPaquete({ anexos: [altered] }))).toMatchObject({
      failure: { motivo: 'ANEXO_ILEGIBLE' },
    });
    expect(readdirSync(join(dir, 'salida'))).toEqual([]);
  });
});

describe('the folder', () => {
  it('is not made by the connector: one that is not there is a disk that is not mounted', async () => {
    const { dir, gestor } = await carpeta();
    rmSync(join(dir, 'salida'), { recursive: true });
    expect(await gestor.deliver(aPaquete())).toMatchObject({
      failure: { de: 'GESTOR', motivo: 'SIN_CARPETA' },
    });
    expect(await prepareCarpeta(join(dir, 'no-esta'), 'Léame')).toBe(false);
  });

  it('loses what a death left half written, once nobody can be writing it', async () => {
    const { dir, gestor } = await carpeta();
    for (const name of ['.tmp-2026-E-000001-vieja', '.tmp-2026-E-000001-nueva'])
      mkdirSync(join(dir, 'salida', name, 'data'), { recursive: true });
    const old = new Date(Date.now() - 7 * 3_600_000);
    utimesSync(join(dir, 'salida/.tmp-2026-E-000001-vieja'), old, old);
    valueOf(await gestor.deliver(aPaquete()));
    expect(readdirSync(join(dir, 'salida')).toSorted()).toEqual([
      '.tmp-2026-E-000001-nueva',
      '2026-E-000001',
    ]);
  });

  it('says that it may not be written', async () => {
    const { dir, gestor } = await carpeta();
    chmodSync(join(dir, 'salida'), 0o550);
    const refused = await gestor.deliver(aPaquete());
    // The superuser may write anywhere: there it is simply delivered.
    if (process.getuid?.() === 0) expect(refused.ok).toBe(true);
    else expect(refused).toMatchObject({ failure: { de: 'GESTOR', motivo: 'SIN_PERMISO' } });
  });
});

describe('what the town leaves', () => {
  const look = async (gestor: Awaited<ReturnType<typeof carpeta>>['gestor']) => {
    const found = [];
    for await (const lote of gestor.radicados()) found.push(lote);
    return found;
  };

  it('is not read while it is being copied', async () => {
    const { dir, gestor } = await carpeta();
    const path = join(dir, 'entrada/hoy.csv');
    writeFileSync(path, 'recepcion,radicado,fecha\n2026-E-000001,RA');
    expect(await look(gestor)).toEqual([]);
    writeFileSync(path, 'recepcion,radicado,fecha\n2026-E-000001,RAD-44,2026-11-24\n');
    expect(await look(gestor)).toEqual([]);
    expect((await look(gestor))[0]?.filas).toHaveLength(1);
  });

  it('that a death left half taken comes first, and alone', async () => {
    const { dir, gestor } = await carpeta();
    writeFileSync(join(dir, 'entrada/.en-proceso-20261124-140000-ayer.csv'), 'recepcion,radicado,fecha\n');
    expect((await look(gestor)).map(({ nombre }) => nombre)).toEqual(['20261124-140000-ayer.csv']);
  });

  it('goes to its place with the reasons beside it, in plain words', async () => {
    const { dir, gestor } = await carpeta();
    writeFileSync(join(dir, 'entrada/hoy.csv'), 'recepcion,radicado,fecha\nx,RAD-44,2026-11-24\n');
    await look(gestor);
    const [lote] = await look(gestor);
    await lote?.reject(lote.fallas);
    const [csv = '', reason = ''] = readdirSync(join(dir, 'entrada/rechazados')).toSorted();
    expect(csv).toMatch(/^\d{8}-\d{6}-hoy\.csv$/);
    expect(reason).toBe(`${csv}.motivo.txt`);
    expect(readFileSync(join(dir, 'entrada/rechazados', reason), 'utf8')).toContain(
      'Línea 2: El número de recepción no está bien escrito.',
    );
    expect(whole(dir, 'entrada')).toEqual(['procesados', 'rechazados']);
  });

  it('in another format is refused, not passed over; what is no list is let be', async () => {
    const { dir, gestor } = await carpeta();
    writeFileSync(join(dir, 'entrada/hoy.xlsx'), 'PK');
    writeFileSync(join(dir, 'entrada/~$hoy.xlsx'), '');
    writeFileSync(join(dir, 'entrada/Thumbs.db'), '');
    await look(gestor);
    expect((await look(gestor)).map(({ fallas }) => fallas)).toEqual([[{ linea: 1, motivo: 'NO_ES_CSV' }]]);
  });
});
