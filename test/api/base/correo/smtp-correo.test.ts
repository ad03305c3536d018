import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createCorreo } from '../../../../api/base/correo/smtp-correo';
import { smtpFailure } from '../../../../api/base/correo/smtp-failure';
import { correoContract } from '../../../contracts/correo-contract';
import { startSmtpServer, type SmtpServer } from '../../../fakes/smtp-server';

const REMITENTE = 'ventanilla@example.org';
const MENSAJE = {
  para: 'control.interno@example.org',
  asunto: 'Sello del 24 de noviembre',
  texto: 'Año, ñandú.\n.\nFin.',
  idMensaje: 'sello-1@example.org',
};

correoContract('SMTP', async (conducta) => {
  const server = await startSmtpServer(conducta);
  const correo = createCorreo({ smtpUrl: server.url, remitente: REMITENTE });
  return { correo, taken: () => server.received.length, close: () => server.close() };
});

describe('e-mail by SMTP', () => {
  let server: SmtpServer;
  beforeEach(async () => {
    server = await startSmtpServer('ACCEPTS');
  });
  afterEach(() => server.close());

  const correo = () => createCorreo({ smtpUrl: server.url, remitente: REMITENTE });
  const header = (name: string) =>
    server.received[0]
      ?.split('\r\n')
      .find((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}: `));

  it('sends under the Message-ID given, from the configured sender, and marks that a machine sends it', async () => {
    await correo().send(MENSAJE);
    expect(header('Message-ID')).toBe('Message-ID: <sello-1@example.org>');
    expect(header('From')).toBe('From: ventanilla@example.org');
    expect(header('To')).toBe('To: control.interno@example.org');
    expect(header('Auto-Submitted')).toBe('Auto-Submitted: auto-generated');
  });

  it('carries attachments byte by byte', async () => {
    const contenido = Uint8Array.from({ length: 256 }, (_, i) => i);
    await correo().send({
      ...MENSAJE,
      adjuntos: [{ nombre: 'sello.bin', tipo: 'application/octet-stream', contenido }],
    });
    const encoded = Buffer.from(contenido).toString('base64');
    expect(server.received[0]?.replaceAll('\r\n', '')).toContain(encoded);
  });

  it('lets no line break in a subject become a header', async () => {
    await correo().send({ ...MENSAJE, asunto: 'Sello\r\nBcc: otra@example.org' });
    expect(header('Bcc')).toBeUndefined();
  });

  it('sends no password to another machine unless the line is encrypted', async () => {
    const far = await startSmtpServer('ACCEPTS', '127.0.0.2');
    const smtpUrl = far.url.replace('//', '//usuario:secreta@');
    const result = await createCorreo({ smtpUrl, remitente: REMITENTE }).send(MENSAJE);
    await far.close();
    expect(result).toMatchObject({ ok: false, failure: { code: 'NOT_READY', efecto: 'NO_ENVIADO' } });
    expect(far.commands.filter((command) => command.startsWith('AUTH'))).toEqual([]);
    expect(far.commands).toContain('STARTTLS');
  });

  it('knows that nothing went when there is nobody to connect to', async () => {
    await server.close();
    const result = await correo().send(MENSAJE);
    expect(result).toEqual({ ok: false, failure: { code: 'NOT_READY', efecto: 'NO_ENVIADO' } });
  });

  it('keeps a message whose password was refused: the fault is not its own', () => {
    const refused = Object.assign(new Error(), { code: 'EAUTH', responseCode: 535 });
    expect(smtpFailure(refused)).toEqual({ code: 'NOT_READY', detail: { smtp: 535 }, efecto: 'NO_ENVIADO' });
  });

  it.each([{}, { smtpUrl: 'smtp://127.0.0.1:1' }, { remitente: REMITENTE }])(
    'pretends nothing when it is not configured: %j',
    async (settings) => {
      const result = await createCorreo(settings).send(MENSAJE);
      expect(result).toEqual({ ok: false, failure: { code: 'DECISION_MISSING', efecto: 'NO_ENVIADO' } });
    },
  );
});
