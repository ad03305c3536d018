import { readdirSync, rmSync } from 'node:fs';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { OutboundMessage } from '../../../../bot/channels/channel';
import { FORMATO, FORMATO_BYTES } from '../../../fakes/a-file';
import { LID, personMessage, PHONE } from '../../../fakes/fake-wweb-client';
import { whatsappWebTown } from '../../../fakes/whatsapp-web-town';

let web: ReturnType<typeof whatsappWebTown>;
afterEach(() => web.close());

const HOLA = { texto: 'Hola', opciones: [{ id: 'a', titulo: 'Uno' }] };

const who = async () => {
  const persona = await web.personas.resolve({ telefono: '573001112233', lid: '111222333' });
  if (!persona.ok) throw new Error('no persona');
  return { canal: 'WHATSAPP' as const, conversacion: persona.value };
};
/** Sends, while time runs. */
const sendNow = async (reply: OutboundMessage = HOLA) => {
  const to = await who();
  const stop = web.run();
  return web.channel.send(to, reply).finally(stop);
};

describe('what happens to an answer', () => {
  it('goes as numbered text to the last address it came from, then to the person’s other names', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    expect(await sendNow()).toEqual({ estado: 'ENVIADO', proveedorId: `true_${LID}_OUT1` });
    client.receive(personMessage('A1', 'hola', { from: PHONE }));
    await web.until('stored', () => client.seen.length > 0);
    await sendNow();
    expect(client.sent.filter(({ texto }) => texto === 'Hola\n1. Uno').map(({ to }) => to)).toEqual([
      LID,
      PHONE,
    ]);
    expect(client.typed).toContain(PHONE);
  });

  it('fails when the chat cannot be found: the library says nothing', async () => {
    web = whatsappWebTown();
    web.next.faults = { sendReturnsUndefined: true };
    await web.ready();
    expect(await sendNow()).toEqual({ estado: 'FALLIDO', codigo: 'SIN_CHAT' });
  });

  it('tries the other name of the person after «No LID for user»', async () => {
    web = whatsappWebTown();
    web.next.faults = { sendThrows: new Error('Evaluation failed: No LID for user') };
    await web.ready();
    expect(await sendNow()).toEqual({ estado: 'FALLIDO', codigo: 'SIN_CHAT' });
    expect(web.client().typed).toEqual([LID, PHONE]);
  });

  it.each([new TypeError("Cannot read properties of undefined (reading 'markedUnread')"), 'a plain string'])(
    'is left for later when the page refuses it (%s)',
    async (cause) => {
      web = whatsappWebTown();
      web.next.faults = { sendThrows: cause };
      await web.ready();
      expect(await sendNow()).toEqual({ estado: 'PENDIENTE', codigo: 'RECHAZADO' });
    },
  );

  it('is sent when the page made the message and failed afterwards: it is not sent twice', async () => {
    web = whatsappWebTown();
    web.next.faults = { sendsAndThrows: true };
    await web.ready();
    expect(await sendNow()).toEqual({ estado: 'ENVIADO', proveedorId: `true_${LID}_OUT1` });
  });

  it('is sent when the page tells of it by another name of the person', async () => {
    web = whatsappWebTown();
    web.next.faults = { sendsAndThrows: true, tellsAs: PHONE };
    const client = await web.ready();
    expect(await sendNow()).toEqual({ estado: 'ENVIADO', proveedorId: `true_${PHONE}_OUT1` });
    expect(client.sent.map(({ to }) => to)).toEqual([LID]);
  });

  it('goes with its file, once; as the text with its link when the page refuses the file or it is gone', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    const reply = { texto: 'Aquí está.', opciones: HOLA.opciones, archivo: FORMATO };
    const link = `Aquí está.\n${FORMATO.titulo}: ${FORMATO.url}\n1. Uno`;
    await sendNow(reply);
    client.faults = { fileThrows: new Error('upload failed: media entry was not created') };
    await sendNow(reply);
    client.faults = {};
    await sendNow({ ...reply, archivo: { ...FORMATO, bytes: 17_000_000 } });
    await sendNow({ ...reply, texto: 'a'.repeat(1_030) });
    expect(client.sent.map(({ texto, archivo }) => [texto.slice(0, link.length), archivo])).toEqual([
      ['Aquí está.\n1. Uno', 'formato.pdf'],
      [link, undefined],
      [link, undefined],
      ['a'.repeat(link.length), undefined],
    ]);
    await web.until('nothing is left', () => readdirSync(web.folder.medios).length === 0);
  });

  it('goes as a link when its file is no longer there, or cannot be put where the page takes it', async () => {
    let content: Buffer | undefined;
    web = whatsappWebTown({ openArchivo: async () => content });
    const client = await web.ready();
    const reply = { ...HOLA, archivo: FORMATO };
    await sendNow(reply);
    content = FORMATO_BYTES;
    rmSync(web.folder.medios, { recursive: true });
    await sendNow(reply);
    expect(client.sent.map(({ archivo }) => archivo)).toEqual([undefined, undefined]);
    expect(client.sent[1]?.texto).toContain(FORMATO.url);
    expect(web.town.log.join()).toContain('whatsapp-web.file-not-lent');
  });

  it('is not sent as a link too when nobody knows whether its file went', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.faults = { sendsAndThrows: true };
    expect(await sendNow({ ...HOLA, archivo: FORMATO })).toMatchObject({ estado: 'ENVIADO' });
    client.faults = { hungEvaluate: true };
    expect(await sendNow({ ...HOLA, archivo: FORMATO })).toEqual({ estado: 'INCIERTO' });
    expect(client.sent.map(({ archivo }) => archivo)).toEqual(['formato.pdf']);
  });

  it('is uncertain when the page hangs, and when its program dies on the way', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.faults = { hungEvaluate: true };
    expect(await sendNow()).toEqual({ estado: 'INCIERTO' });
    client.faults = { hungEvaluate: true };
    const to = await who();
    const sending = web.channel.send(to, HOLA);
    await web.advance(4_000);
    client.crash();
    const stop = web.run();
    expect(await sending).toEqual({ estado: 'INCIERTO' });
    stop();
  });

  it('is not sent past four hundred a day, and the count outlives the program', async () => {
    web = whatsappWebTown();
    await web.folder.prepare();
    await web.folder.save({ fase: 'DOWN', enviados: { dia: '2026-11-24', cuantos: 400 } });
    await web.ready();
    expect(await sendNow()).toEqual({ estado: 'PENDIENTE', codigo: 'TOPE_DEL_DIA' });
  });

  it('tells the ticks of our messages only', async () => {
    web = whatsappWebTown();
    const client = await web.ready();
    client.emit('message_ack', { ...personMessage('A', ''), fromMe: true }, 3);
    client.emit('message_ack', personMessage('B', ''), 3);
    client.emit('message_ack', { ...personMessage('C', ''), fromMe: true }, -1);
    await web.settle();
    expect(web.marks.map(({ estado }) => estado)).toEqual(['LEIDO', 'FALLIDO']);
  });
});
