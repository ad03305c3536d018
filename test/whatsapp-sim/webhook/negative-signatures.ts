import { gzipSync } from 'node:zlib';
import { signatureOf } from './signature';

/** A POST that a bot must handle in a known way. */
export interface SignedRequest {
  readonly name: string;
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /**
   * REFUSE: not 200, and nothing changes. ACKNOWLEDGE: it is well signed, so 200, and nothing changes either. EITHER: any
   * answer but a broken server.
   */
  readonly expected: 'REFUSE' | 'ACKNOWLEDGE' | 'EITHER';
}

const HEADER = 'X-Hub-Signature-256';
const MEGABYTE = 1_048_576;

const alteredByOne = (body: Buffer): Buffer => {
  const altered = Buffer.from(body);
  altered[altered.length - 2] = (altered[altered.length - 2] ?? 0) ^ 1;
  return altered;
};

/** Everything that may arrive instead of a well signed webhook. `body` is one that the bot would accept. */
export function negativeSignatures(body: Buffer, secret: string): readonly SignedRequest[] {
  const right = signatureOf(body, secret);
  const json = { 'Content-Type': 'application/json' };
  const refuse = (name: string, signature?: string, bytes = body): SignedRequest => ({
    name,
    body: bytes,
    headers: { ...json, ...(signature === undefined ? {} : { [HEADER]: signature }) },
    expected: 'REFUSE',
  });
  const wellSigned = (name: string, bytes: Buffer, expected: SignedRequest['expected']): SignedRequest => ({
    name,
    body: bytes,
    headers: { ...json, [HEADER]: signatureOf(bytes, secret) },
    expected,
  });
  const padded = `{"object":"whatsapp_business_account","entry":[],"relleno":"${'a'.repeat(3 * MEGABYTE - 70)}"}`;
  const depth = 20_000;
  const nested = `{"object":"whatsapp_business_account","entry":${'['.repeat(depth)}${']'.repeat(depth)}}`;
  const zipped = gzipSync(body);
  return [
    refuse('no header'),
    refuse('empty header', ''),
    refuse('another secret', signatureOf(body, `${secret}x`)),
    refuse('prefix of another hash', right.replace('sha256=', 'sha1=')),
    refuse('no prefix', right.replace('sha256=', '')),
    refuse('cut short', right.slice(0, -2)),
    refuse('with more after it', `${right}00`),
    refuse('not hexadecimal', `sha256=${'z'.repeat(64)}`),
    refuse('one bit of the body changed', right, alteredByOne(body)),
    refuse('empty body under the signature of another', right, Buffer.alloc(0)),
    refuse('re-serialised body', right, Buffer.from(` ${body.toString('latin1')}`, 'latin1')),
    {
      name: 'compressed body under the signature of what is inside',
      body: zipped,
      headers: { ...json, [HEADER]: right, 'Content-Encoding': 'gzip' },
      expected: 'EITHER',
    },
    {
      ...refuse(
        'hexadecimal in capitals',
        right.replace(/[a-f0-9]{64}/, (hex) => hex.toUpperCase()),
      ),
      expected: 'EITHER',
    },
    wellSigned('three megabytes', Buffer.from(padded), 'EITHER'),
    wellSigned('deep nesting', Buffer.from(nested), 'EITHER'),
    wellSigned('another object', Buffer.from('{"object":"page","entry":[]}'), 'ACKNOWLEDGE'),
    wellSigned('not JSON', Buffer.from('esto no es JSON'), 'EITHER'),
    wellSigned('empty body', Buffer.alloc(0), 'EITHER'),
  ];
}
