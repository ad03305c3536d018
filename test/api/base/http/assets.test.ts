import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { createAssets } from '../../../../api/base/http/assets';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
  file = join(folder, 'a.css');
  writeFileSync(file, 'body { color: green }');
});

afterAll(() => rmSync(folder, { recursive: true }));

const serve = () => {
  const assets = createAssets({ '/a.css': file });
  return { assets, app: express().use(assets.router) };
};

describe('createAssets', () => {
  it('lets the address with the hash be cached for ever, and asks again about any other', async () => {
    const { assets, app } = serve();
    const named = await request(app).get(assets.url('/a.css'));
    expect(named.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(named.text).toBe('body { color: green }');
    const stale = await request(app).get('/a.css?v=otra');
    expect(stale.headers['cache-control']).toBe('no-cache');
  });

  it('answers 304 to who already has it', async () => {
    const { app } = serve();
    const { headers } = await request(app).get('/a.css');
    const again = await request(app)
      .get('/a.css')
      .set('If-None-Match', headers['etag'] ?? '');
    expect(again.status).toBe(304);
  });

  it('compresses only for who can read it', async () => {
    const { app } = serve();
    const plain = await request(app).get('/a.css').set('Accept-Encoding', 'identity');
    expect(plain.headers).not.toHaveProperty('content-encoding');
    const zipped = await request(app).get('/a.css').set('Accept-Encoding', 'gzip');
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.headers['etag']).not.toBe(plain.headers['etag']);
  });

  it('changes the address when the content changes', () => {
    const before = serve().assets.url('/a.css');
    writeFileSync(file, 'body { color: blue }');
    expect(serve().assets.url('/a.css')).not.toBe(before);
  });

  it('throws for an address it does not have', () => {
    expect(() => serve().assets.url('/b.css')).toThrow('no asset at /b.css');
  });
});
