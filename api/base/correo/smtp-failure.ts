import { failure } from '../kernel/failures';
import type { CorreoFailure } from './correo';

/** A refusal of anything else (credentials, secure channel) is our fault, not the message's: it may go later. */
const ABOUT_THE_MESSAGE = new Set(['EENVELOPE', 'EMESSAGE']);

/** How nodemailer tells that a message did not go. */
export interface SmtpError {
  readonly code: string;
  readonly syscall?: string;
  readonly responseCode?: number;
}

/** Errors that come before the server can have a message: name, secure channel, credentials, envelope. */
const BEFORE_MESSAGE = new Set(['EDNS', 'ETLS', 'EAUTH', 'ENOAUTH', 'EOAUTH2', 'EENVELOPE', 'ECONFIG']);

/** Whether it is trouble with the server; anything else thrown is a bug. */
export const isSmtpError = (cause: unknown): cause is SmtpError =>
  typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string';

/** What is known of a message after an SMTP error: the server's answer decides; with none, silence is doubt. */
export function smtpFailure({ code, syscall, responseCode }: SmtpError): CorreoFailure {
  if (responseCode !== undefined) {
    const smtp = { smtp: responseCode };
    if (responseCode >= 500 && ABOUT_THE_MESSAGE.has(code))
      return { ...failure('INVALID_INPUT', smtp), efecto: 'RECHAZADO' };
    return { ...failure('NOT_READY', smtp), efecto: 'NO_ENVIADO' };
  }
  const never = syscall === 'connect' || BEFORE_MESSAGE.has(code);
  return { ...failure('NOT_READY'), efecto: never ? 'NO_ENVIADO' : 'INCIERTO' };
}
