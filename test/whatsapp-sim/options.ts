/** How the simulator behaves. Every value has a default: `createSim({ callbackUrl })` is enough. */
export interface SimOptions {
  /** Of everything that chance decides; the same seed and the same calls leave the same trace. */
  readonly seed: number;
  readonly clock: 'virtual' | 'real';
  /** Where the virtual clock starts. */
  readonly start: string;
  /** Of 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Where webhooks go: only this machine is accepted. */
  readonly callbackUrl: string;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly token: string;
  /** The header that carries the token, with `{token}` in its place: a Solution Provider may use its own. */
  readonly authHeader: string;
  /** What a Solution Provider's webhooks carry instead of Meta's signature. */
  readonly webhookAuth?: { readonly header: string; readonly value: string };
  readonly wabaId: string;
  readonly phoneNumberId: string;
  readonly displayPhone: string;
  readonly apiVersions: readonly string[];
  /** Real milliseconds that the bot has to answer a webhook. */
  readonly ackTimeoutMs: number;
  /** Webhooks in flight at once. */
  readonly concurrency: number;
  /** The two that Meta's own pages tell. */
  readonly retryProfile: '36h' | '7d';
  /** Meta's pages say 429 and real answers say 400: a bot must look at the code. */
  readonly rateHttpStatus: 400 | 429;
  /** Outside the 24 hours: refused at once, or accepted and failed afterwards. */
  readonly windowErrorMode: 'sync' | 'async';
  /** Who shows a phone: everyone, one in two, nobody (only the business-scoped id). */
  readonly identityMode: 'phone' | 'mixed' | 'bsuidOnly';
  /** Since October 2026 a reply inside the window is billed. */
  readonly serviceBilling: boolean;
  /** How the hash of a file goes in a webhook. Meta's examples are in base64; the media endpoint says hexadecimal. */
  readonly webhookHash: 'base64' | 'hex';
  /** Of a message that was delivered being read. */
  readonly readProbability: number;
  /** Messages per second that the number may send and receive. */
  readonly throughput: number;
  /** People a day that may be written to outside the 24 hours. */
  readonly portfolioLimit: number;
  /** Virtual milliseconds until a new template is approved. */
  readonly approvalMs: number;
  /** For measuring: `/messages` answers at once, validates little and keeps no trace. */
  readonly light: boolean;
  /** Light mode also sends the statuses (sent, delivered, read) of each message. */
  readonly lightStatuses: boolean;
  /** Virtual clock: ends when the bot has finished what it was given. Without it, `quietMs` without requests. */
  readonly settled?: () => Promise<void>;
  readonly quietMs: number;
  /** Virtual clock: told of each step, so that the clock of a bot under test can follow. */
  readonly onAdvance?: (milliseconds: number) => void;
}

export const DEFAULTS: SimOptions = {
  seed: 1,
  clock: 'virtual',
  start: '2026-11-24T09:00:00-05:00',
  port: 0,
  callbackUrl: 'http://127.0.0.1:3000/webhooks/whatsapp',
  appSecret: 'sim-app-secret',
  verifyToken: 'sim-verify-token',
  token: 'sim-token',
  authHeader: 'Authorization: Bearer {token}',
  wabaId: '102290129340398',
  phoneNumberId: '106540352242922',
  displayPhone: '15550000001',
  apiVersions: ['v25.0', 'v26.0'],
  ackTimeoutMs: 5_000,
  concurrency: 32,
  retryProfile: '36h',
  rateHttpStatus: 400,
  windowErrorMode: 'async',
  identityMode: 'phone',
  serviceBilling: true,
  webhookHash: 'base64',
  readProbability: 0.7,
  throughput: 80,
  portfolioLimit: 250,
  approvalMs: 60_000,
  light: false,
  lightStatuses: false,
  quietMs: 1_000,
};

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** True for an address of this machine. The simulator speaks with no other. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Throws on an address that is not of this machine: a simulator must never reach anybody. */
export function withDefaults(given: Partial<SimOptions>): SimOptions {
  const options = { ...DEFAULTS, ...given };
  const { hostname, protocol } = new URL(options.callbackUrl);
  if (!isLoopback(hostname) || protocol !== 'http:')
    throw new Error(`The simulator only calls this machine, and ${options.callbackUrl} is elsewhere`);
  return options;
}
