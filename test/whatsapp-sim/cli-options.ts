import { parseArgs } from 'node:util';
import { DEFAULTS, type SimOptions } from './options';

/** Each flag, also as a variable: `--callback` is `SIM_CALLBACK`. */
const FLAGS = {
  port: 'Puerto de este computador (4100)',
  callback: 'Adónde van los webhooks',
  secret: 'Secreto con que se firman',
  'verify-token': 'Clave con que se verifica la dirección',
  token: 'Permiso que el programa debe presentar',
  'phone-number-id': 'Id del número de la alcaldía',
  'waba-id': 'Id de la cuenta de WhatsApp',
  'auth-header': 'Encabezado del permiso, con {token} en su lugar',
  seed: 'Semilla del azar',
} as const;
const SWITCHES = {
  light: 'Modo ligero, para medir: valida poco y no guarda traza',
  'light-statuses': 'En el modo ligero, también avisa enviado, entregado y leído',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

export const usage = (): string =>
  Object.entries({ ...FLAGS, ...SWITCHES })
    .map(([flag, what]) => `  --${flag.padEnd(16)} ${what}\n`)
    .join('');

/** Flags win over variables, and both over what is usual. */
export function readCliOptions(
  args: readonly string[],
  env: Environment,
): Partial<SimOptions> & { help: boolean } {
  const parsed = parseArgs({
    args: [...args],
    options: {
      ...Object.fromEntries(Object.keys(FLAGS).map((flag) => [flag, { type: 'string' as const }])),
      ...Object.fromEntries(Object.keys(SWITCHES).map((flag) => [flag, { type: 'boolean' as const }])),
      help: { type: 'boolean' },
    },
  });
  const values: Readonly<Record<string, string | boolean | undefined>> = parsed.values;
  const given = (flag: keyof typeof FLAGS, usual: string) => {
    const value = values[flag];
    return typeof value === 'string'
      ? value
      : (env[`SIM_${flag.toUpperCase().replaceAll('-', '_')}`] ?? usual);
  };
  return {
    help: values.help === true,
    clock: 'real',
    port: Number(given('port', '4100')),
    callbackUrl: given('callback', DEFAULTS.callbackUrl),
    appSecret: given('secret', DEFAULTS.appSecret),
    verifyToken: given('verify-token', DEFAULTS.verifyToken),
    token: given('token', DEFAULTS.token),
    phoneNumberId: given('phone-number-id', DEFAULTS.phoneNumberId),
    wabaId: given('waba-id', DEFAULTS.wabaId),
    authHeader: given('auth-header', DEFAULTS.authHeader),
    seed: Number(given('seed', String(DEFAULTS.seed))),
    light: values.light === true,
    lightStatuses: values['light-statuses'] === true,
  };
}
