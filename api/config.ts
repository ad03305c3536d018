import { resolve } from 'node:path';
import { z } from 'zod';
import { err, ok, type Result } from './base/kernel/result';
import { type WhatsappWebConfig, whatsappWebIn, whatsappWebVariables } from './whatsapp-web-config';
import { type WhatsappConfig, whatsappIn, whatsappVariables } from './whatsapp-config';

const flag = z.enum(['http', 'jobs']);

const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./datos'),
  CLAVES_DIR: z.string().min(1).optional(),
  MONGODB_URI: z.string().startsWith('mongodb').optional(),
  ROLES: z
    .string()
    .default('http,jobs')
    .transform((list) => list.split(',').map((role) => role.trim()))
    .pipe(z.array(flag).min(1)),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(5).default(0),
  ENTIDAD: z
    .string()
    .regex(/^[a-z0-9-]{2,40}$/)
    .default('candelaria-valle'),
  ALMACEN_RECORRIDOS: z.enum(['permitidos', 'rechazados']).default('permitidos'),
  ESPERA_MS: z.coerce.number().int().min(0).max(10_000).default(1_200),
  SITIOS_PERMITIDOS: z
    .string()
    .default('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin))),
  GESTOR_CARPETA: z.string().min(1).optional(),
  SMTP_URL: z.string().startsWith('smtp').optional(),
  SMTP_REMITENTE: z.email().optional(),
  ...whatsappVariables.shape,
  ...whatsappWebVariables.shape,
});

/** What the environment decides, parsed once. Paths are absolute. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly clavesDir: string;
  readonly mongodbUri?: string;
  readonly roles: ReadonlySet<'http' | 'jobs'>;
  /** Address that citizens see, without a final slash; it goes into every QR. */
  readonly publicUrl: string;
  /** How many reverse proxies in front are ours. */
  readonly trustProxy: number;
  /** The town: first field of every unique index. */
  readonly entidad: string;
  /** How long a turn waits for more messages at a free-text step, in milliseconds. */
  readonly esperaMs: number;
  /** The embedded store refuses searches that no index narrows: for tests. */
  readonly refuseScans: boolean;
  /** Origins of other sites whose pages may hold the chat. */
  readonly sitiosPermitidos: readonly string[];
  /** Folder of the entity's document management, where packages go and official numbers come from. */
  readonly gestorCarpeta?: string;
  readonly smtpUrl?: string;
  /** The address that the town's messages come from. */
  readonly remitente?: string;
  /** The official API of WhatsApp, when it is configured. */
  readonly whatsapp?: WhatsappConfig;
  readonly whatsappWeb: WhatsappWebConfig;
}

/** Reads the environment; on failure, every fault at once, one a line, with the variable's name. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Result<Config, string[]> {
  // A variable set to nothing means not set: that is how compose files and unit files leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    return err(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const e = parsed.data;
  const whatsapp = whatsappIn(e);
  if (isFaults(whatsapp)) return err([...whatsapp]);
  const whatsappWeb = whatsappWebIn(e);
  if (isFaults(whatsappWeb)) return err([...whatsappWeb]);
  const dataDir = resolve(e.DATA_DIR);
  return ok({
    port: e.PORT,
    host: e.HOST,
    dataDir,
    clavesDir: e.CLAVES_DIR ? resolve(e.CLAVES_DIR) : resolve(dataDir, 'claves'),
    mongodbUri: e.MONGODB_URI,
    roles: new Set(e.ROLES),
    publicUrl: (e.PUBLIC_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    trustProxy: e.TRUST_PROXY,
    entidad: e.ENTIDAD,
    esperaMs: e.ESPERA_MS,
    refuseScans: e.ALMACEN_RECORRIDOS === 'rechazados',
    sitiosPermitidos: e.SITIOS_PERMITIDOS,
    gestorCarpeta: e.GESTOR_CARPETA ? resolve(e.GESTOR_CARPETA) : undefined,
    smtpUrl: e.SMTP_URL,
    remitente: e.SMTP_REMITENTE,
    whatsapp,
    whatsappWeb,
  });
}

const isFaults = (read: object | undefined): read is readonly string[] => Array.isArray(read);
