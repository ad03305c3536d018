import { generateKeyPairSync } from 'node:crypto';
import { signatureOf } from '../webhook/signature';
import { isLoopback } from '../options';
import { sealFlow } from './flow-envelope';

export interface FlowDriverDeps {
  /** Where the bot answers its Flows: only this machine is called. */
  readonly url: string;
  /** What the bot uploaded, in PEM. */
  readonly publicKey: string;
  readonly appSecret: string;
}

/** How one exchange went; `answer` only when it could be opened. */
export interface FlowAnswer {
  readonly status: number;
  readonly answer?: unknown;
}

/** What is asked of an endpoint, and whether it answered as it must. */
export interface FlowCheck {
  readonly name: 'ping' | 'INIT' | 'data_exchange' | 'error notice' | 'another key' | 'bad signature';
  readonly passed: boolean;
  readonly seen: FlowAnswer;
}

/** A phone that goes through a Flow of the bot. */
export interface FlowDriver {
  readonly ask: (request: object) => Promise<FlowAnswer>;
  /** Everything an endpoint must do, whatever its screens. */
  readonly checks: (data?: object) => Promise<readonly FlowCheck[]>;
}

const VERSION = '3.0';
/** Tells the phone to fetch the public key again. */
const FETCH_KEY_AGAIN = 421;

/** Throws when the endpoint is not of this machine. */
export function createFlowDriver({ url, publicKey, appSecret }: FlowDriverDeps): FlowDriver {
  if (!isLoopback(new URL(url).hostname))
    throw new Error(`The simulator only calls this machine, not ${url}`);
  const post = async (request: object, key = publicKey, secret = appSecret): Promise<FlowAnswer> => {
    const { envelope, open } = sealFlow({ version: VERSION, ...request }, key);
    const body = Buffer.from(JSON.stringify(envelope));
    const headers = { 'Content-Type': 'application/json', 'X-Hub-Signature-256': signatureOf(body, secret) };
    const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual' });
    const text = await response.text();
    return response.status === 200 ? { status: 200, answer: open(text) } : { status: response.status };
  };
  const screen = { flow_token: 'sim-flow-token', screen: 'INICIO' };
  return {
    ask: (request) => post(request),
    async checks(data = {}) {
      const check = async (
        name: FlowCheck['name'],
        asked: Promise<FlowAnswer>,
        fits: (seen: FlowAnswer) => boolean,
      ) => {
        const seen = await asked;
        return { name, passed: fits(seen), seen };
      };
      const other = generateKeyPairSync('rsa', { modulusLength: 2_048 }).publicKey;
      const otherKey = other.export({ type: 'spki', format: 'pem' }).toString();
      return [
        await check('ping', post({ action: 'ping' }), says('status', 'active')),
        await check('INIT', post({ action: 'INIT', ...screen }), showsScreen),
        await check('data_exchange', post({ action: 'data_exchange', ...screen, data }), showsScreen),
        await check(
          'error notice',
          post({
            action: 'data_exchange',
            ...screen,
            data: { error: 'timeout', error_message: 'It took too long' },
          }),
          says('acknowledged', true),
        ),
        await check(
          'another key',
          post({ action: 'ping' }, otherKey),
          ({ status }) => status === FETCH_KEY_AGAIN,
        ),
        await check(
          'bad signature',
          post({ action: 'ping' }, publicKey, `${appSecret}x`),
          ({ status }) => status >= 400,
        ),
      ];
    },
  };
}

interface Answered {
  readonly screen?: unknown;
  readonly data?: Readonly<Record<string, unknown>>;
}

const says =
  (field: string, value: unknown) =>
  ({ answer }: FlowAnswer): boolean =>
    (answer as Answered | undefined)?.data?.[field] === value;

const showsScreen = ({ answer }: FlowAnswer): boolean => {
  const { screen, data } = (answer ?? {}) as Answered;
  return typeof screen === 'string' && typeof data === 'object';
};
