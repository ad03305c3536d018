import {
  constants,
  createCipheriv,
  createDecipheriv,
  type KeyLike,
  publicEncrypt,
  randomBytes,
} from 'node:crypto';

/** What WhatsApp posts to the endpoint of a Flow. */
export interface FlowEnvelope {
  readonly encrypted_aes_key: string;
  readonly encrypted_flow_data: string;
  readonly initial_vector: string;
}

/** One envelope, and how the answer to it is opened. */
export interface SealedFlow {
  readonly envelope: FlowEnvelope;
  /** Throws on an answer that was not sealed for this envelope. */
  readonly open: (answer: string) => unknown;
}

const CIPHER = 'aes-128-gcm';
const TAG_BYTES = 16;

/** Sealed for whoever has the private key: a key of its own for each request, by RSA-OAEP with SHA-256. */
export function sealFlow(request: object, publicKey: KeyLike): SealedFlow {
  const key = randomBytes(16);
  const iv = randomBytes(16);
  const oaep = { key: publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' } as const;
  const cipher = createCipheriv(CIPHER, key, iv);
  const data = [cipher.update(JSON.stringify(request), 'utf8'), cipher.final(), cipher.getAuthTag()];
  return {
    envelope: {
      encrypted_aes_key: publicEncrypt(oaep, key).toString('base64'),
      encrypted_flow_data: Buffer.concat(data).toString('base64'),
      initial_vector: iv.toString('base64'),
    },
    open(answer) {
      const bytes = Buffer.from(answer, 'base64');
      // The answer goes under the same key, with every bit of the vector turned.
      const decipher = createDecipheriv(CIPHER, key, inverted(iv));
      decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
      const opened = Buffer.concat([decipher.update(bytes.subarray(0, -TAG_BYTES)), decipher.final()]);
      return JSON.parse(opened.toString('utf8'));
    },
  };
}

export const inverted = (iv: Buffer): Buffer => Buffer.from(iv.map((byte) => ~byte));
