import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { endBrowser } from '../../../../../bot/channels/whatsapp-web/session/end-browser';
import { isOwned, ownFolder } from '../../../../../bot/channels/whatsapp-web/session/own-folder';
import { treeMemory } from '../../../../../bot/channels/whatsapp-web/session/tree-memory';

const dir = mkdtempSync(join(tmpdir(), 'dueno-'));
afterAll(() => rmSync(dir, { recursive: true }));

describe('the owner of a session', () => {
  it('is one process at a time, and leaves nothing when it goes', async () => {
    const door = join(dir, 'a.sock');
    const leave = await ownFolder(door);
    expect(leave).toBeDefined();
    expect([await ownFolder(door), await isOwned(door)]).toEqual([undefined, true]);
    await leave?.();
    expect([existsSync(door), await isOwned(door)]).toEqual([false, false]);
    await (
      await ownFolder(door)
    )?.();
  });

  it('takes the place of one that died without leaving', async () => {
    const door = join(dir, 'b.sock');
    const script = `require('net').createServer().listen(${JSON.stringify(door)}, () => process.stdout.write('up'))`;
    const dying = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'ignore'] });
    await once(dying.stdout, 'data');
    expect(await ownFolder(door)).toBeUndefined();
    dying.kill('SIGKILL');
    await once(dying, 'exit');
    expect(existsSync(door)).toBe(true);
    const leave = await ownFolder(door);
    expect(leave).toBeDefined();
    await leave?.();
  });
});

describe('the processes of a session', () => {
  const stubborn = async (name: string) => {
    const script = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1e6); process.stdout.write('up')`;
    const child = spawn(process.execPath, ['-e', script, '--', name], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    await once(child.stdout, 'data');
    return child;
  };

  it('ends a browser that stays behind, and only if it is that browser', async () => {
    const [own, other] = await Promise.all([stubborn(`--user-data-dir=${dir}/session`), stubborn('another')]);
    await Promise.all([endBrowser(own.pid ?? 0, dir), endBrowser(other.pid ?? 0, dir)]);
    if (own.signalCode === null) await once(own, 'exit');
    expect([own.signalCode, other.signalCode, other.exitCode]).toEqual(['SIGKILL', null, null]);
    other.kill('SIGKILL');
    await once(other, 'exit');
  });

  it('counts the memory of a process with all it started', async () => {
    const child = await stubborn('more');
    const [alone, whole] = [await treeMemory(child.pid ?? 0), await treeMemory(process.pid)];
    expect(alone).toBeGreaterThan(1024 * 1024);
    expect(whole).toBeGreaterThan(alone ?? 0);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await treeMemory(child.pid ?? 0)).toBeUndefined();
  });
});
