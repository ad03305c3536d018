import { afterEach, describe, expect, it } from '@jest/globals';
import {
  constants,
  createCipheriv,
  createDecipheriv,
  generateKeyPairSync,
  type KeyObject,
  privateDecrypt,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSim, type Sim } from './create-sim';
import { type FlowEnvelope, inverted } from './flow/flow-envelope';
import { DEFAULTS } from './options';
import { signatureOf } from './webhook/signature';

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }).toString();

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What an endpoint of a Flow does by the documentation; `forgets` leaves one duty undone. */
function answerOf(body: Buffer, signature: string, key: KeyObject, forgets?: string): [number, string] {
  if (forgets !== 'signature' && signature !== signatureOf(body, DEFAULTS.appSecret)) return [432, ''];
  const { encrypted_aes_key, encrypted_flow_data, initial_vector } = JSON.parse(
    body.toString('utf8'),
  ) as FlowEnvelope;
  const oaep = { key, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
  let aes: Buffer;
  try {
    aes = privateDecrypt(oaep, Buffer.from(encrypted_aes_key, 'base64'));
  } catch {
    return [forgets === 'key' ? 500 : 421, ''];
  }
  const iv = Buffer.from(initial_vector, 'base64');
  const sealed = Buffer.from(encrypted_flow_data, 'base64');
  const decipher = createDecipheriv('aes-128-gcm', aes, iv);
  decipher.setAuthTag(sealed.subarray(-16));
  const asked = JSON.parse(
    decipher.update(sealed.subarray(0, -16), undefined, 'utf8') + decipher.final('utf8'),
  ) as {
    readonly action: string;
    readonly data?: { readonly error?: string; readonly barrio?: string };
  };
  const cipher = createCipheriv('aes-128-gcm', aes, inverted(iv));
  const answer = JSON.stringify(replyTo(asked, forgets));
  return [
    200,
    Buffer.concat([cipher.update(answer, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64'),
  ];
}

function replyTo(
  {
    action,
    data,
  }: { readonly action: string; readonly data?: { readonly error?: string; readonly barrio?: string } },
  forgets?: string,
): object {
  if (action === 'ping') return { data: { status: 'active' } };
  if (data?.error !== undefined && forgets !== 'notice') return { data: { acknowledged: true } };
  return { screen: 'BARRIO', data: { barrio: data?.barrio ?? '' } };
}

describe('a Flow of the bot, gone through by the simulator', () => {
  const open: { sim?: Sim; server?: Server } = {};
  afterEach(async () => {
    await open.sim?.stop();
    open.server?.close();
  });

  /** A bot that uploaded its key and answers its Flows. */
  async function bot(forgets?: string) {
    const server = createServer((request, response) => {
      void bytesOf(request).then((body) => {
        const [status, text] = answerOf(
          body,
          String(request.headers['x-hub-signature-256']),
          privateKey,
          forgets,
        );
        response.writeHead(status).end(text);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sim = createSim();
    await sim.start();
    Object.assign(open, { sim, server });
    const key = `${sim.url}/v25.0/${DEFAULTS.phoneNumberId}/whatsapp_business_encryption`;
    await fetch(key, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${DEFAULTS.token}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ business_public_key: PEM }),
    });
    return sim.flow(`http://127.0.0.1:${(server.address() as AddressInfo).port}/flujo`);
  }

  it('is answered under the key that the bot uploaded', async () => {
    const flow = await bot();
    const asked = { action: 'data_exchange', screen: 'INICIO', data: { barrio: 'Ñañez' } };
    expect(await flow.ask(asked)).toEqual({
      status: 200,
      answer: { screen: 'BARRIO', data: { barrio: 'Ñañez' } },
    });
  });

  it('passes every check when the bot does all that it must', async () => {
    const checks = await (await bot()).checks({ barrio: 'Centro' });
    expect(checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(checks).toHaveLength(6);
  });

  it.each([
    ['signature', 'bad signature'],
    ['key', 'another key'],
    ['notice', 'error notice'],
  ])('is found wanting by a bot that forgets the %s', async (forgets, name) => {
    const checks = await (await bot(forgets)).checks();
    expect(checks.filter(({ passed }) => !passed).map((check) => check.name)).toEqual([name]);
  });

  it('is not gone through without a key, nor elsewhere', async () => {
    const sim = createSim();
    await sim.start();
    open.sim = sim;
    expect(() => sim.flow('http://127.0.0.1:1/flujo')).toThrow('uploaded no public key');
    await bot();
    expect(() => open.sim?.flow('http://example.org/flujo')).toThrow('only calls this machine');
    await sim.stop();
  });
});
