import { describe, expect, it } from '@jest/globals';
import { answered } from '../../fakes/notified-town';

const HOUR = 60 * 60_000;

describe('a notice that fails', () => {
  it('is tried again, the same, while the chat is not ready, and then by e-mail', async () => {
    const town = await answered();
    town.chat.refuses = 'NOT_READY';
    await town.sweep();
    expect(town.tries()).toEqual([['CHAT_LIBRE', 'APLAZADO', 'NOT_READY']]);
    await town.after(10);
    expect(town.only()?.intentos).toHaveLength(1);
    expect(town.only()?.intentos[0]?.veces).toBe(2);
    for (let hours = 0; hours < 60; hours++) await town.after(60);
    expect(town.only()?.estado).toBe('ACEPTADA');
    expect(town.correo.received[0]?.texto).not.toContain('Es posible que ya');
  });

  it('to an address that is refused, after the chat, waits for a notice and shows its codes', async () => {
    const town = await answered();
    town.correo.conducta = 'REFUSES_ADDRESS';
    await town.sweep();
    town.chat.echoes(town.key(1), 'FALLIDO', town.clock.now(), '130403');
    await town.after(1);
    expect(town.only()?.estado).toBe('PENDIENTE_DE_AVISO');
    expect(town.tries()).toEqual([
      ['CHAT_LIBRE', 'FALLIDO', '130403'],
      ['CORREO', 'FALLIDO', '550'],
    ]);
  });

  it('and arrives late is a delivery all the same', async () => {
    const town = await answered({ withMail: false });
    await town.sweep();
    town.chat.echoes(town.key(1), 'ENVIADO', town.clock.now());
    for (let hours = 0; hours < 50; hours++) await town.after(60);
    expect(town.only()?.estado).toBe('PENDIENTE_DE_AVISO');
    town.clock.advance(30 * HOUR);
    town.chat.echoes(town.key(1), 'ENTREGADO', town.clock.now());
    await town.sweep();
    expect(town.only()?.estado).toBe('ENTREGADA');
    expect(town.event()?.tipo).toBe('NOTIFICADA');
  });

  it('keeps none of the rest waiting', async () => {
    const town = await answered();
    await town.openUntold();
    const first = town.only()!;
    await town.notificaciones.open({ ...first, _id: 'nadie:2', caso: 'nadie', proximoEn: new Date(0) });
    await town.sweep();
    expect(town.chat.taken.size).toBe(1);
  });
});
