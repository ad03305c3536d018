import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createThreadExaminer } from '../../../../../api/base/anexos/recibir/thread-examiner';
import { silentLogger } from '../../../../../api/base/kernel/logger';
import { buildProgram, removeProgram } from '../../../../fakes/build-program';
import { pdf, photo } from '../../../../fakes/sample-files';

describe('files examined in a thread', () => {
  let workerFile: string;
  let folder: string;
  beforeAll(async () => {
    workerFile = await buildProgram('api/base/anexos/recibir/examiner-thread.ts');
    folder = mkdtempSync(join(tmpdir(), 'thread-'));
  });
  afterAll(() => {
    removeProgram(workerFile);
    rmSync(folder, { recursive: true });
  });
  const threadOf = (code: string): string => {
    const file = join(folder, `${code.length}.cjs`);
    writeFileSync(file, `require('node:worker_threads').parentPort.on('message', () => { ${code} })`);
    return file;
  };

  it('are told as in this thread, several at once, and again after it rested', async () => {
    const examiner = createThreadExaminer({ workerFile, logger: silentLogger, idleMs: 1 });
    const both = await Promise.all([
      examiner.examine(await photo('jpeg'), 'a.jpg'),
      examiner.examine(await pdf(), 'a.pdf'),
    ]);
    expect(both).toMatchObject([
      { ok: true, tipo: 'image/jpeg', vista: { tipo: 'image/jpeg' } },
      { ok: true, tipo: 'application/pdf', vista: { tipo: 'application/pdf' } },
    ]);
    expect(await examiner.examine(await photo('png'), 'b.png')).toMatchObject({
      ok: true,
      tipo: 'image/png',
    });
    await examiner.close();
  });

  it('that take too long are suspicious, and the next one is examined', async () => {
    const file = threadOf('for (;;) {}');
    const examiner = createThreadExaminer({ workerFile: file, logger: silentLogger, limitMs: 50 });
    for (const nombre of ['a', 'b']) {
      expect(await examiner.examine(new Uint8Array(1), nombre)).toEqual({ ok: false, motivo: 'SOSPECHOSO' });
    }
    await examiner.close();
  });

  it('that take too much memory are suspicious, and the program lives', async () => {
    const file = threadOf('const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()));');
    const examiner = createThreadExaminer({ workerFile: file, logger: silentLogger });
    expect(await examiner.examine(new Uint8Array(1), 'a')).toEqual({ ok: false, motivo: 'SOSPECHOSO' });
    await examiner.close();
  });

  it('are not blamed for a fault of ours', async () => {
    const examiner = createThreadExaminer({ workerFile: join(folder, 'none.cjs'), logger: silentLogger });
    await expect(examiner.examine(new Uint8Array(1), 'a')).rejects.toThrow('could not be examined');
    await examiner.close();
  });
});
