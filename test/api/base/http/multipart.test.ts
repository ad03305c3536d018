import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import express from 'express';
import supertest from 'supertest';
import { type MultipartForm, readMultipart } from '../../../../api/base/http/multipart';
import type { Failure } from '../../../../api/base/kernel/failures';
import type { ArrivingFile } from '../../../../api/base/kernel/receive-file';
import type { Result } from '../../../../api/base/kernel/result';

type Read = Result<MultipartForm<string>, Failure>;

async function whole({ nombre, content }: ArrivingFile): Promise<string> {
  let bytes = 0;
  for await (const piece of content) bytes += piece.length;
  return `${nombre}:${bytes}`;
}

function app(receive: (file: ArrivingFile, position: number) => Promise<string> = whole) {
  const reads: Read[] = [];
  const server = express().post('/', async (req, res) => {
    const read = await readMultipart(req, { receive, maxFieldBytes: 1_000 });
    reads.push(read);
    res.status(read.ok ? 200 : 400).end();
  });
  return { server, reads };
}

const last = (reads: readonly Read[]) => {
  const read = reads.at(-1);
  if (!read) throw new Error('nothing was read');
  return read;
};

describe('a form with files', () => {
  it('gives fields and files in order, whatever letters their names have', async () => {
    const { server, reads } = app();
    const sent = supertest(server)
      .post('/')
      .field('texto', 'La lámpara de la esquina está dañada')
      .field('r', 'a');
    await sent
      .field('r', 'b')
      .attach('f', Buffer.alloc(300_000), 'peña ñandú.jpg')
      .attach('f', Buffer.from('x'), '2.txt');
    const read = last(reads);
    if (!read.ok) throw new Error(read.failure.code);
    expect(read.value.campos.get('texto')).toEqual(['La lámpara de la esquina está dañada']);
    expect(read.value.campos.get('r')).toEqual(['a', 'b']);
    expect(read.value.archivos.map(({ resultado }) => resultado)).toEqual([
      'peña ñandú.jpg:300000',
      '2.txt:1',
    ]);
  });

  it('goes on with the next file when one is left half read', async () => {
    const firstPiece = async (file: ArrivingFile, at: number) => {
      if (at > 0) return whole(file);
      for await (const _ of file.content) return 'left';
      return 'empty';
    };
    const { server, reads } = app(firstPiece);
    await supertest(server)
      .post('/')
      .attach('f', Buffer.alloc(2_000_000), 'a')
      .attach('f', Buffer.from('xy'), 'b');
    expect(last(reads)).toMatchObject({ value: { archivos: [{ resultado: 'left' }, { resultado: 'b:2' }] } });
  });

  it('takes a file input left empty for no file', async () => {
    const { server, reads } = app();
    const body =
      '--x\r\nContent-Disposition: form-data; name="f"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--x--\r\n';
    await supertest(server).post('/').set('Content-Type', 'multipart/form-data; boundary=x').send(body);
    expect(last(reads)).toMatchObject({ ok: true, value: { archivos: [] } });
  });

  it.each([
    ['another type', 'text/plain', 'hola', 'UNSUPPORTED_TYPE'],
    ['no boundary', 'multipart/form-data', 'hola', 'UNSUPPORTED_TYPE'],
    [
      'a cut body',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nho',
      'INVALID_INPUT',
    ],
  ])('refuses %s', async (_what, type, body, code) => {
    const { server, reads } = app();
    await supertest(server).post('/').set('Content-Type', type).send(body);
    expect(last(reads)).toMatchObject({ failure: { code } });
  });

  it('refuses bytes that are no UTF-8 rather than change what was written', async () => {
    const { server, reads } = app();
    const head = Buffer.from('--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n');
    const body = Buffer.concat([head, Buffer.from([0xc3, 0x28]), Buffer.from('\r\n--x--\r\n')]);
    await supertest(server).post('/').set('Content-Type', 'multipart/form-data; boundary=x').send(body);
    expect(last(reads)).toMatchObject({ failure: { code: 'INVALID_ENCODING' } });
  });

  it('refuses fields past the limit', async () => {
    const { server, reads } = app();
    await supertest(server).post('/').field('a', 'x'.repeat(1_001));
    expect(last(reads)).toMatchObject({ failure: { code: 'TOO_LARGE' } });
  });

  it('tells the receiver of an upload that is cut', async () => {
    const seen: string[] = [];
    const receive = async (file: ArrivingFile) =>
      whole(file).then(
        () => 'whole',
        () => 'cut',
      );
    const { server, reads } = app(async (file) => {
      const result = await receive(file);
      seen.push(result);
      return result;
    });
    const listening = server.listen(0, '127.0.0.1');
    await once(listening, 'listening');
    const { port } = listening.address() as AddressInfo;
    await new Promise<void>((resolve) => {
      const req = httpRequest({
        port,
        host: '127.0.0.1',
        method: 'POST',
        headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      });
      req.on('error', () => resolve());
      req.write('--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\nsome bytes', () =>
        req.destroy(),
      );
    });
    for (let turns = 0; seen.length === 0 && turns < 10_000; turns++)
      await new Promise((next) => setImmediate(next));
    expect(seen).toEqual(['cut']);
    for (let turns = 0; reads.length === 0 && turns < 10_000; turns++)
      await new Promise((next) => setImmediate(next));
    expect(last(reads)).toMatchObject({ failure: { code: 'INVALID_INPUT' } });
    await new Promise((closed) => listening.close(closed));
  });
});
