import type { Oracle } from './oracles';
import { attempts, personOf } from './read-trace';

/** A document number beside its name, or written with the points of one. */
const CEDULA = /\b(?:c[eé]dula|c\.?\s?c\.?)\D{0,20}\d[\d.]{5,12}\d\b|\b\d{1,3}(?:\.\d{3}){2,3}\b/i;

/** What of a text should not be there: a log can be read with it too. */
export function secretsIn(text: string, planted: readonly string[]): readonly string[] {
  const known = planted.filter((secret) => secret !== '' && text.includes(secret));
  const cedula = CEDULA.exec(text)?.[0];
  return cedula === undefined ? known : [...known, cedula];
}

/** 8. No token, secret or full document number goes out in a message. */
export const hidesSecrets: Oracle = (events, { planted = [] }, { options }) =>
  attempts(events).flatMap((event) =>
    secretsIn(JSON.stringify(event.cuerpo), [
      options.token,
      options.appSecret,
      options.verifyToken,
      ...planted,
    ]).map((secret) => ({
      oracle: 'nothing secret in a message',
      a: personOf(event),
      n: event.n,
      detail: `a message carries ${secret.slice(0, 3)}…`,
    })),
  );
