import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { isSigned, sameSecret } from '../../../../bot/channels/whatsapp-cloud/signature';

const SECRET = 'sim-app-secret';
/** The vector of the reference: 165 bytes, with the «ñ» escaped as the provider sends it. */
const BODY = Buffer.from(
  String.raw`{"object":"whatsapp_business_account","entry":[{"id":"102290129340398","changes":[{"field":"messages","value":{"messaging_product":"whatsapp","text":"a\u00f1o"}}]}]}`,
);
const SIGNED = 'sha256=4c89eaac99f7be0b2c69461e839e3de918756f0b5fcff1c77f24f710b51e3764';

describe('the signature of a webhook', () => {
  it('is of the very bytes that came', () => {
    expect(BODY).toHaveLength(165);
    expect(isSigned(BODY, SIGNED, SECRET)).toBe(true);
    const again = Buffer.from(JSON.stringify(JSON.parse(BODY.toString())));
    expect(isSigned(again, SIGNED, SECRET)).toBe(false);
  });

  it('is refused when anything of it is not as it should be', () => {
    const hex = SIGNED.slice(7);
    const wrong = [
      undefined,
      '',
      hex,
      `sha1=${hex}`,
      SIGNED.slice(0, -1),
      `sha256=${hex.toUpperCase()}`,
      `${SIGNED} `,
      `sha256=${createHmac('sha256', 'other').update(BODY).digest('hex')}`,
    ];
    expect(wrong.map((header) => isSigned(BODY, header, SECRET))).toEqual(wrong.map(() => false));
    expect(isSigned(Buffer.concat([BODY, Buffer.from(' ')]), SIGNED, SECRET)).toBe(false);
  });

  it('is never good without a secret', () => {
    const empty = `sha256=${createHmac('sha256', '').update(BODY).digest('hex')}`;
    expect(isSigned(BODY, empty, '')).toBe(false);
    expect(sameSecret('', '')).toBe(false);
    expect(sameSecret(undefined, 'x')).toBe(false);
    expect(sameSecret('x', 'x')).toBe(true);
  });
});
