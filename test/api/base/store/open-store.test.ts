import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FORMAT, formatOf } from '../../../../api/base/store/embedded/ownership/owner-record';
import { encode } from '../../../../api/base/store/embedded/values/raw-document';
import { Environment } from '../../../../api/base/store/embedded/storage/environment';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { valueOf } from '../../../../api/base/kernel/result';
import { openStore } from '../../../../api/base/store/open-store';

describe('opening the store', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'open-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

  const inline = () => ({ dataDir, thread: 'inline', logger: silentLogger }) as const;

  it('uses the MongoDB it is given and touches no folder', async () => {
    const mongodbUri = 'mongodb://db.example:27017/candelaria?replicaSet=rs0';
    const store = valueOf(await openStore({ ...inline(), mode: 'serve', mongodbUri }));
    expect(store).toMatchObject({ uri: mongodbUri, kind: 'mongodb', owner: false });
  });

  it('keeps folder and socket to this user alone', async () => {
    const store = valueOf(await openStore({ ...inline(), mode: 'serve' }));
    expect(statSync(join(dataDir, 'store')).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'store', 'sockets')).mode & 0o777).toBe(0o700);
    await store.close();
  });

  it('refuses a second server and says who is there; a client shares; after the close anyone may serve', async () => {
    const owner = valueOf(await openStore({ ...inline(), mode: 'serve' }));
    const second = await openStore({ ...inline(), mode: 'serve' });
    expect(second).toEqual({
      ok: false,
      failure: { code: 'STORE_UNAVAILABLE', detail: { motivo: 'OTRO_PROCESO', pid: process.pid } },
    });
    const client = valueOf(await openStore({ ...inline(), mode: 'attach-or-own' }));
    expect(client).toMatchObject({ uri: owner.uri, owner: false });
    const gone = new Promise<void>((resolve) => client.onDeath(resolve));
    await owner.close();
    await gone;
    await client.close();
    const next = valueOf(await openStore({ ...inline(), mode: 'attach-or-own' }));
    expect(next.owner).toBe(true);
    await next.close();
  });

  it('refuses a folder that a newer release wrote', async () => {
    await valueOf(await openStore({ ...inline(), mode: 'serve' })).close();
    const env = new Environment(join(dataDir, 'store'));
    await env.write(() =>
      env.put(Buffer.concat([Buffer.alloc(4), Buffer.from('format\0\0')]), encode({ format: FORMAT + 1 })),
    );
    await env.close();
    expect(await openStore({ ...inline(), mode: 'serve' })).toEqual({
      ok: false,
      failure: { code: 'STORE_UNAVAILABLE', detail: { motivo: 'FORMATO_POSTERIOR', formato: FORMAT + 1 } },
    });
  });

  it('takes a folder of an older release for its own, and from then on that release may not read it', async () => {
    await valueOf(await openStore({ ...inline(), mode: 'serve' })).close();
    const key = Buffer.concat([Buffer.alloc(4), Buffer.from('format\0\0')]);
    const older = new Environment(join(dataDir, 'store'));
    await older.write(() => older.put(key, encode({ format: FORMAT - 1 })));
    await older.close();
    await valueOf(await openStore({ ...inline(), mode: 'serve' })).close();
    const newer = new Environment(join(dataDir, 'store'));
    expect(formatOf(newer)).toBe(FORMAT);
    await newer.close();
  });

  it('tells when its thread dies', async () => {
    const workerFile = join(dataDir, 'dies.cjs');
    const now = join(dataDir, 'now');
    writeFileSync(
      workerFile,
      `const { parentPort } = require('node:worker_threads');
       const { existsSync } = require('node:fs');
       parentPort.postMessage({ kind: 'owner', socket: '/tmp/none.sock' });
       setInterval(() => { if (existsSync(${JSON.stringify(now)})) throw new Error('the thread dies'); }, 5);`,
    );
    const store = valueOf(await openStore({ ...inline(), thread: 'worker', mode: 'serve', workerFile }));
    const death = new Promise<void>((resolve) => store.onDeath(resolve));
    writeFileSync(now, '');
    await death;
  });

  it('fails with a value when the thread cannot open the folder', async () => {
    const workerFile = join(dataDir, 'fails.cjs');
    writeFileSync(workerFile, `throw new Error('no disk');`);
    expect(await openStore({ ...inline(), thread: 'worker', mode: 'serve', workerFile })).toMatchObject({
      ok: false,
      failure: { code: 'STORE_UNAVAILABLE', detail: { motivo: 'NO_ABRE' } },
    });
  });
});
