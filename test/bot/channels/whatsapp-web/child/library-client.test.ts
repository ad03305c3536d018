import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openLibraryClient } from '../../../../../bot/channels/whatsapp-web/child/library-client';

const dir = mkdtempSync(join(tmpdir(), 'wweb-lib-'));
afterAll(() => rmSync(dir, { recursive: true }));

const open = () => {
  const client = openLibraryClient({ sesion: dir, medios: dir }, { path: '/no/browser', args: [] });
  const events: unknown[][] = [];
  for (const name of ['disconnected', 'browser_gone', 'browser_open']) {
    client.on(name, (...args: unknown[]) => void events.push([name, ...args]));
  }
  // A page that answers yes to everything the library asks of it.
  const page = { evaluate: async (): Promise<unknown> => true };
  return { client, events, page, own: client as unknown as { pupPage: unknown; pupBrowser: unknown } };
};

// The real library, its browser apart.
describe('the client of the library', () => {
  it('rejects when it cannot inject itself the first time', async () => {
    const { client, own } = open();
    own.pupPage = { evaluate: async () => Promise.reject(new Error('Execution context was destroyed')) };
    await expect(client.inject()).rejects.toThrow('context');
  });

  it('ends the session when it cannot afterwards: the library would end the program', async () => {
    const { client, events, page, own } = open();
    own.pupPage = page;
    await client.inject();
    page.evaluate = async () => Promise.reject(new Error('Execution context was destroyed'));
    await client.inject();
    expect(events).toEqual([['disconnected', 'INJECT']]);
  });

  it('tells that its browser runs and that it is gone, once each', async () => {
    const { client, events, own } = open();
    // The library calls it itself, between opening the browser and its page.
    const { authStrategy: auth } = client as unknown as {
      authStrategy: { afterBrowserInitialized(): Promise<void> };
    };
    const browser = Object.assign(new EventEmitter(), { process: () => ({ pid: 4_321 }) });
    own.pupBrowser = browser;
    await auth.afterBrowserInitialized();
    await auth.afterBrowserInitialized();
    browser.emit('disconnected');
    expect(events).toEqual([['browser_open', 4_321], ['browser_gone']]);
  });

  it('closes its browser once, however often it is told: a second closing would kill it while it writes', async () => {
    const { client, own } = open();
    let closings = 0;
    own.pupBrowser = { isConnected: () => true, close: async () => void (closings += 1) };
    await Promise.all([client.destroy(), client.destroy()]);
    expect(closings).toBe(1);
  });

  it('rejects at once when there is no such browser', async () => {
    await expect(open().client.initialize()).rejects.toThrow('/no/browser');
  });
});
