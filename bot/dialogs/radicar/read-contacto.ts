import { z } from 'zod';
import { err, ok, type Result } from '../../../api/base/kernel/result';
import { countWords } from '../count-words';

/** Ways to answer somebody. */
export interface Contacto {
  readonly correo?: string;
  readonly telefono?: string;
  readonly direccion?: string;
}

/** What was wrong with what was typed: the name of its text. */
export type ContactoFault = 'correo' | 'telefono' | 'ninguno';

const correo = z.email().max(254);
const MAX_DIRECCION = 300;
const PHONE = /\+?\d[\d\s().-]{5,}\d/;

/**
 * Reads an e-mail, a phone and a postal address from one message, in any order. `soundsLikePlace` tells whether a text
 * names a street, a vereda or another place.
 */
export function readContacto(
  typed: string,
  soundsLikePlace: (text: string) => boolean,
): Result<Contacto, ContactoFault> {
  const mail = /\S*@\S*/.exec(typed)?.[0] ?? '';
  const address = mail
    .replace(/[.,;:)>]+$/, '')
    .replace(/^[<(]+/, '')
    .toLowerCase();
  if (mail !== '' && !correo.safeParse(address).success) return err('correo');
  const afterMail = typed.replace(mail, ' ');
  const phone = findPhone(afterMail);
  const rest = afterMail
    .replace(phone?.typed ?? '', ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const direccion = isDireccion(rest, soundsLikePlace) ? rest : undefined;
  if (mail === '' && !phone && !direccion) {
    return err(/^[\d\s().+-]+$/.test(rest) ? 'telefono' : 'ninguno');
  }
  return ok({ correo: mail === '' ? undefined : address, telefono: phone?.digits, direccion });
}

function findPhone(text: string): { readonly typed: string; readonly digits: string } | undefined {
  const typed = PHONE.exec(text)?.[0];
  if (typed === undefined) return undefined;
  const digits = (typed.startsWith('+') ? '+' : '') + typed.replaceAll(/\D/g, '');
  return /^\+?\d{7,15}$/.test(digits) ? { typed, digits } : undefined;
}

const isDireccion = (text: string, soundsLikePlace: (text: string) => boolean): boolean =>
  text.length <= MAX_DIRECCION && countWords(text) >= 2 && soundsLikePlace(text);
