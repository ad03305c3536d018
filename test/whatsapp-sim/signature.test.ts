import { describe, expect, it } from '@jest/globals';
import { negativeSignatures } from './webhook/negative-signatures';
import { serialise, signatureOf } from './webhook/signature';

const SECRET = 'sim-app-secret';
const VECTOR =
  '{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages",' +
  '"value":{"messaging_product":"whatsapp","text":"a\\u00f1o"}}]}]}';

describe('the signature of a webhook', () => {
  it('is of the bytes, in which what is not ASCII is escaped', () => {
    const body = serialise(JSON.parse(VECTOR));
    expect(body.toString('latin1')).toBe(VECTOR);
    expect(body).toHaveLength(165);
    expect(signatureOf(body, SECRET)).toBe(
      'sha256=4c89eaac99f7be0b2c69461e839e3de918756f0b5fcff1c77f24f710b51e3764',
    );
  });

  it('is another one for the same JSON written again', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(VECTOR)));
    expect(again).toHaveLength(161);
    expect(signatureOf(again, SECRET)).toMatch(/^sha256=de1c4d73[0-9a-f]+90ee$/);
  });

  it('escapes what is outside the first plane as two units', () => {
    expect(serialise('😀').toString('latin1')).toBe('"\\ud83d\\ude00"');
  });
});

describe('the requests that a bot must not believe', () => {
  const body = serialise(JSON.parse(VECTOR));
  const requests = negativeSignatures(body, SECRET);

  it('have names of their own', () => {
    expect(new Set(requests.map(({ name }) => name)).size).toBe(requests.length);
  });

  it('never carry a right signature when they are to be refused', () => {
    const refused = requests.filter(({ expected }) => expected === 'REFUSE');
    expect(refused.length).toBeGreaterThan(8);
    for (const { body: bytes, headers } of refused)
      expect(headers['X-Hub-Signature-256']).not.toBe(signatureOf(bytes, SECRET));
  });

  it('carry a right one when only what they say is wrong', () => {
    for (const { body: bytes, headers } of requests.filter(({ expected }) => expected === 'ACKNOWLEDGE'))
      expect(headers['X-Hub-Signature-256']).toBe(signatureOf(bytes, SECRET));
  });
});
