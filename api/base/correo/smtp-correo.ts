import { createTransport, type Transporter } from 'nodemailer';
import { z } from 'zod';
import { failure } from '../kernel/failures';
import { err, ok } from '../kernel/result';
import type { Correo, MensajeCorreo } from './correo';
import { noCorreo } from './no-correo';
import { isSmtpError, smtpFailure } from './smtp-failure';

export interface CorreoSettings {
  /** `smtp://user:password@host:port` (STARTTLS) or `smtps://…`; absent when the town has not given one. */
  readonly smtpUrl?: string;
  /** The address that messages come from. */
  readonly remitente?: string;
}

/** E-mail by the server configured; with no server or no sender, one that says it is not configured. */
export function createCorreo({ smtpUrl, remitente }: CorreoSettings): Correo {
  return smtpUrl && remitente ? createSmtpCorreo(smtpUrl, remitente) : noCorreo;
}

const address = z.email();
const MESSAGE_ID = /^[\w.+-]{1,120}@[\w.-]{1,120}$/;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function createSmtpCorreo(smtpUrl: string, remitente: string): Correo {
  const transporter = openTransport(smtpUrl);
  return {
    async send(mensaje) {
      if (!MESSAGE_ID.test(mensaje.idMensaje)) throw new Error('a Message-ID is name@domain');
      if (!address.safeParse(mensaje.para).success) {
        return err({ ...failure('INVALID_INPUT'), efecto: 'RECHAZADO' });
      }
      try {
        await transporter.sendMail(envelopeOf(mensaje, remitente));
        return ok({ aceptado: true });
      } catch (cause) {
        if (!isSmtpError(cause)) throw cause;
        return err(smtpFailure(cause));
      }
    },
  };
}

function openTransport(smtpUrl: string): Transporter {
  const url = new URL(smtpUrl);
  return createTransport({
    url: smtpUrl,
    // A password never crosses a network in the clear.
    requireTLS: url.username !== '' && !LOOPBACK.has(url.hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}

const envelopeOf = (mensaje: MensajeCorreo, remitente: string) => ({
  from: remitente,
  to: { name: '', address: mensaje.para },
  subject: mensaje.asunto,
  text: mensaje.texto,
  messageId: `<${mensaje.idMensaje}>`,
  // So that absence replies do not answer a machine (RFC 3834).
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: (mensaje.adjuntos ?? []).map(({ nombre, tipo, contenido }) => ({
    filename: nombre,
    contentType: tipo,
    content: Buffer.from(contenido),
  })),
});
