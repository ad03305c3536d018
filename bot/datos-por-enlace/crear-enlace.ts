import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../api/base/kernel/clock';
import { type EnlaceDado, HORAS_ENLACE } from '../../api/base/kernel/datos-por-enlace';
import { failure, type Failure } from '../../api/base/kernel/failures';
import { newId } from '../../api/base/kernel/ids';
import type { Logger } from '../../api/base/kernel/logger';
import { err, ok, type Result } from '../../api/base/kernel/result';
import type { Interlocutor } from '../channels/channel';
import { hourAfter } from '../../api/base/kernel/coarse-time';
import type { Enlaces } from './enlaces';

const TOKEN_BYTES = 32;
const HOUR_MS = 3_600_000;

export const huellaOf = (token: string): string => createHash('sha256').update(token).digest('hex');

interface Deps {
  readonly enlaces: Enlaces;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Makes a link for a conversation, with a token that nobody can guess and that is stored nowhere in the clear. It lives
 * up to an hour more than promised: to the minute it would tell when somebody wrote. Failures: STORE_UNAVAILABLE.
 */
export const createCrearEnlace =
  ({ enlaces, clock, logger }: Deps) =>
  async (de: Interlocutor): Promise<Result<EnlaceDado, Failure>> => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const id = newId();
    const venceEn = hourAfter(new Date(clock.now().getTime() + HORAS_ENLACE * HOUR_MS));
    try {
      await enlaces.insert({ id, huella: huellaOf(token), de, venceEn });
      return ok({ id, ruta: `/datos/${token}` });
    } catch (cause) {
      logger.error('enlace.not-made', { canal: de.canal }, cause);
      return err(failure('STORE_UNAVAILABLE'));
    }
  };
