import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../../api/base/kernel/clock';
import { newId } from '../../../api/base/kernel/ids';

/** A browser's right to one conversation. Only the hash of its token is stored: who reads the store cannot use it. */
export interface SesionChat {
  /** SHA-256 of the token. */
  readonly id: string;
  /** The conversation it opens. */
  readonly conversacion: string;
  readonly venceEn: Date;
}

export interface SesionesChat {
  insert(sesion: SesionChat): Promise<void>;
  find(id: string): Promise<SesionChat | undefined>;
  /** Deletes those that ended before. */
  purge(before: Date): Promise<void>;
}

const TOKEN_BYTES = 32;
const TOKEN = /^[\w-]{43}$/;
export const SESION_DAYS = 30;
const DAY_MS = 86_400_000;

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session: a token that nobody can guess, valid for 30 days. */
export async function openSesion(
  sesiones: SesionesChat,
  clock: Clock,
): Promise<{ readonly token: string; readonly conversacion: string }> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const venceEn = new Date(clock.now().getTime() + SESION_DAYS * DAY_MS);
  const conversacion = newId();
  await sesiones.insert({ id: hashOf(token), conversacion, venceEn });
  return { token, conversacion };
}

/** The session of a token; undefined when it was never given or its time is over. */
export async function sesionOf(
  sesiones: SesionesChat,
  clock: Clock,
  token: string | undefined,
): Promise<SesionChat | undefined> {
  if (token === undefined || !TOKEN.test(token)) return undefined;
  const found = await sesiones.find(hashOf(token));
  return found && found.venceEn > clock.now() ? found : undefined;
}
