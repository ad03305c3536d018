import { describe, expect, it } from '@jest/globals';
import { ok } from '../../../api/base/kernel/result';
import { type Aviso, createAvisosPorChat } from '../../../bot/avisos/avisos-por-chat';
import { conversationId } from '../../../bot/inbox/conversation-id';
import { ANA, chatTown } from '../../fakes/chat-town';
import { memoryEnvios } from '../../fakes/memory-envios';

const HOUR = 3_600_000;

/** A person who wrote by WhatsApp, and the notices that can be sent to them. */
async function noticed() {
  const town = chatTown();
  await town.send('Hay un hueco en la calle');
  const { sealing, conversaciones, clock } = town.deps;
  const envios = memoryEnvios(clock);
  const sent: { readonly persona: string; readonly aviso: Aviso }[] = [];
  const avisos = createAvisosPorChat({
    conversaciones,
    envios,
    sealing,
    clock,
    send: async (id, persona, aviso) => {
      if ((await envios.begin({ id, canal: 'WHATSAPP' })) === 'BEGUN') sent.push({ persona, aviso });
      return ok(undefined);
    },
  });
  return { town, avisos, sent, envios, conversacion: conversationId(sealing, ANA) };
}

describe('notices by the chat that filed the case', () => {
  it('may be free for a day after what the person wrote, by the word of the channel', async () => {
    const { town, avisos, conversacion } = await noticed();
    const now = town.clock.now().getTime();
    expect(await avisos.ventana(conversacion, new Date(now + 23 * HOUR))).toMatchObject({
      estado: 'ABIERTA',
    });
    expect(await avisos.ventana(conversacion, new Date(now + 24 * HOUR))).toEqual({ estado: 'CERRADA' });
    const late = { ...town.messageOf('Calle 5'), enviadoEn: new Date(now - 30 * HOUR) };
    town.clock.advance(25 * HOUR);
    await town.engine.accept(late);
    await town.engine.idle();
    expect(await avisos.ventana(conversacion, town.clock.now())).toEqual({ estado: 'CERRADA' });
  });

  it('are sent once by their key, to the person of the conversation, and tell where they are', async () => {
    const { avisos, sent, conversacion, envios, town } = await noticed();
    const aviso = { clave: 'caso:3', conversacion, texto: 'La Alcaldía le escribió.' };
    const first = await avisos.enviar(aviso);
    expect(await avisos.enviar(aviso)).toEqual(first);
    expect(sent.map(({ persona }) => persona)).toEqual([ANA.conversacion]);
    const envio = first.ok ? first.value.envio : '';
    await envios.told([{ de: { id: envio }, estado: 'FALLIDO', codigo: '131047', en: town.clock.now() }]);
    expect(await avisos.estado(envio)).toEqual({ estado: 'FALLIDO', codigo: '131047', en: town.clock.now() });
    expect(await avisos.estado('AVISO.otro')).toBeUndefined();
  });

  it('are never sent to who said BAJA, also when they were planned before', async () => {
    const { town, avisos, sent, conversacion } = await noticed();
    await town.send('BAJA');
    expect(await avisos.ventana(conversacion, town.clock.now())).toEqual({ estado: 'BAJA' });
    const sending = await avisos.enviar({ clave: 'c', conversacion, texto: 'x' });
    expect([sending.ok, sent.length]).toEqual([false, 0]);
    await town.send('ALTA');
    expect(await avisos.ventana(conversacion, town.clock.now())).toMatchObject({ estado: 'ABIERTA' });
  });

  it('do not exist for a conversation that is not of WhatsApp, or is not there', async () => {
    const { town, avisos } = await noticed();
    await town.send('hola', { canal: 'WEB_CHAT', conversacion: 'x' });
    const web = conversationId(town.deps.sealing, { canal: 'WEB_CHAT', conversacion: 'x' });
    for (const id of [web, 'otra']) {
      expect(await avisos.ventana(id, town.clock.now())).toEqual({ estado: 'SIN_CHAT' });
      expect(await avisos.enviar({ clave: 'c', conversacion: id, texto: 'x' })).toMatchObject({ ok: false });
    }
  });
});
