import { beforeEach, describe, expect, it } from '@jest/globals';
import { noCorreo } from '../../../../api/base/correo/no-correo';
import { sealDay, type SealDay } from '../../../fakes/seal-day';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('the notice of the seal to the witness', () => {
  let day: SealDay;
  beforeEach(() => {
    day = sealDay();
    day.porSellar.touch(1);
  });
  const envios = () => day.sellos.all.map(({ envio: { estado, intentos } }) => ({ estado, intentos }));

  it('carries the root and its signature under a Message-ID of its own', async () => {
    await day.sweep();
    const [sello] = day.sellos.all;
    const [mensaje] = day.correo.received;
    expect(mensaje).toMatchObject({
      para: 'control.interno@example.org',
      idMensaje: 'sello.OFICIAL.1@x.example.org',
    });
    expect(mensaje?.texto).toContain(sello?.raiz);
    expect(mensaje?.texto).toContain(sello?.firma);
    expect(mensaje?.asunto).not.toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect(envios()).toEqual([{ estado: 'ENVIADO', intentos: 1 }]);
  });

  it('says PRUEBA for a seal of the rehearsal', async () => {
    const rehearsal = sealDay();
    rehearsal.porSellar.touch(1, 'PRUEBA');
    await rehearsal.sweep();
    expect(rehearsal.correo.received[0]?.asunto).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
  });

  it('is sent once', async () => {
    await day.sweep();
    day.clock.advance(60 * MINUTE);
    await day.sweep();
    expect(day.correo.received).toHaveLength(1);
  });

  it('names no case', async () => {
    await day.sweep();
    expect(JSON.stringify(day.correo.received)).not.toContain('2026-E-');
  });

  it('shows that a decision is missing while nobody is named, and goes when somebody is', async () => {
    day.town.destino = undefined;
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'PENDIENTE_DECISION', intentos: 0 }]);
    day.town.destino = 'control.interno@example.org';
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'ENVIADO', intentos: 1 }]);
  });

  it('shows that a decision is missing while no server is configured, and counts no attempt', async () => {
    const sweep = day.sweepWith({ ...day.ports, correo: noCorreo });
    await sweep();
    await sweep();
    expect(envios()).toEqual([{ estado: 'PENDIENTE_DECISION', intentos: 0 }]);
  });

  it('stores the intention before it sends', async () => {
    const seen: unknown[] = [];
    const send: typeof day.correo.send = (mensaje) => {
      seen.push(...envios());
      return day.correo.send(mensaje);
    };
    await day.sweepWith({ ...day.ports, correo: { send } })();
    expect(seen).toEqual([{ estado: 'ENVIANDO', intentos: 1 }]);
  });

  it('is tried again when the server was busy, each time later', async () => {
    day.correo.conducta = 'IS_BUSY';
    await day.sweep();
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'PENDIENTE', intentos: 1 }]);
    day.clock.advance(15 * MINUTE);
    await day.sweep();
    day.clock.advance(15 * MINUTE);
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'PENDIENTE', intentos: 2 }]);
  });

  it('is repeated ten minutes after a death in the middle, under the same Message-ID and saying so', async () => {
    const send = () => Promise.reject(new Error('killed'));
    await expect(day.sweepWith({ ...day.ports, correo: { send } })()).rejects.toThrow('killed');
    await day.sweep();
    expect(day.correo.received).toHaveLength(0);
    day.clock.advance(10 * MINUTE);
    await day.sweep();
    expect(day.correo.received[0]?.idMensaje).toBe('sello.OFICIAL.1@x.example.org');
    expect(day.correo.received[0]?.texto).toContain('puede estar repetido');
  });

  it('says that it may be a repeat also when a failure came between', async () => {
    day.correo.conducta = 'HANGS_UP_AFTER_MESSAGE';
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'INCIERTO', intentos: 1 }]);
    day.correo.conducta = 'IS_BUSY';
    day.clock.advance(15 * MINUTE);
    await day.sweep();
    day.correo.conducta = 'ACCEPTS';
    day.clock.advance(30 * MINUTE);
    await day.sweep();
    expect(day.correo.received.at(-1)?.texto).toContain('puede estar repetido');
  });

  it('is tried once a day when the address is refused for good', async () => {
    day.correo.conducta = 'REFUSES_ADDRESS';
    await day.sweep();
    day.clock.advance(12 * 60 * MINUTE);
    await day.sweep();
    expect(envios()).toEqual([{ estado: 'RECHAZADO', intentos: 1 }]);
  });

  it('of the newest seal covers those that could not be sent: its root includes theirs', async () => {
    day.correo.conducta = 'IS_BUSY';
    await day.sweep();
    day.clock.advance(DAY);
    day.correo.conducta = 'ACCEPTS';
    await day.sweep();
    expect(envios().map(({ estado }) => estado)).toEqual(['CUBIERTO', 'ENVIADO']);
    expect(day.correo.received).toHaveLength(1);
  });
});
