import { describe, expect, it } from '@jest/globals';
import { createAdvance } from '../../../api/notificaciones/advance';
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

  it('or whose fate the provider does not tell is repeated after ten minutes, saying so; twice, and then by e-mail', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'INCIERTO', town.clock.now());
    await town.after(9);
    expect(town.chat.taken.size).toBe(1);
    await town.after(3);
    expect([...town.chat.taken.keys()]).toEqual([town.key(1), town.key(2)]);
    const [first, second] = town.chat.texts;
    expect(first).not.toContain('Es posible que ya haya recibido este mensaje.');
    expect(second).toContain('Es posible que ya haya recibido este mensaje.');
    town.chat.echoes(town.key(2), 'INCIERTO', town.clock.now());
    await town.after(11);
    expect(town.chat.taken.size).toBe(2);
    expect(town.tries()).toEqual([
      ['CHAT_LIBRE', 'INCIERTO', undefined],
      ['CHAT_LIBRE', 'INCIERTO', undefined],
      ['CORREO', 'ACEPTADO', undefined],
    ]);
  });

  it('is not repeated when its echo comes within those ten minutes', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'INCIERTO', town.clock.now());
    await town.after(9);
    town.chat.echoes(town.key(1), 'ENTREGADO', town.clock.now());
    await town.after(20);
    expect(town.chat.taken.size).toBe(1);
    expect(town.only()?.estado).toBe('ENTREGADA');
  });

  it('of a channel that was turned off since is told by e-mail, as a possible repeat', async () => {
    const town = await answered();
    await town.sweep();
    const off = createAdvance({ ...town, chat: undefined });
    town.clock.advance(11 * 60_000);
    await off(town.only()!);
    expect(town.tries()).toEqual([
      ['CHAT_LIBRE', 'INCIERTO', undefined],
      ['CORREO', 'ACEPTADO', undefined],
    ]);
    expect(town.only()?.intentos[1]?.posibleRepeticion).toBe(true);
  });
});
