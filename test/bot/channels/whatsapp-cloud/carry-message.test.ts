import { describe, expect, it } from '@jest/globals';
import { createCarryMessage } from '../../../../bot/channels/whatsapp-cloud/carry-message';
import { answerOf, type GraphAnswer } from '../../../../bot/channels/whatsapp-cloud/graph-client';
import { createPacing } from '../../../../bot/channels/whatsapp-cloud/pacing';
import { createSendMessage } from '../../../../bot/channels/whatsapp-cloud/send-message';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryEnvios } from '../../../fakes/memory-envios';
import { memoryPersonas } from '../../../fakes/memory-personas';

const taken = (id = 'wamid.1'): GraphAnswer => ({ kind: 'OK', body: { messages: [{ id }] } });
const refused = (code: number): GraphAnswer => ({ kind: 'REFUSED', code });
const envio = { id: 'RESPUESTA.x', canal: 'WHATSAPP' } as const;

/** A number of WhatsApp whose Graph gives these answers, one after another, and then takes everything. */
async function number(...answers: GraphAnswer[]) {
  const clock = manualClock();
  const envios = memoryEnvios(clock);
  const personas = memoryPersonas();
  const resolved = await personas.resolve({ telefono: '573001112233' });
  const persona = resolved.ok ? resolved.value : '';
  const sent: object[] = [];
  const alarms: string[] = [];
  const graph = {
    post: async (_path: string, body: object) => {
      sent.push(body);
      return answers.shift() ?? taken();
    },
  };
  const carry = createCarryMessage({
    envios,
    personas,
    pacing: createPacing(clock, 80),
    send: createSendMessage({ graph, settings: { phoneNumberId: '111' }, logger: silentLogger }),
    wait: async (ms) => clock.advance(ms),
    alarm: (codigo) => alarms.push(codigo),
  });
  const go = (who = persona) =>
    carry({ envio, persona: who, payload: () => ({ type: 'text', text: { body: 'Hola' } }) });
  return { clock, envios, sent, alarms, go, state: async () => (await envios.find(envio.id))?.estado };
}

describe('a message on its way', () => {
  it('is sent once, with our id, however often it is asked for', async () => {
    const { go, sent, state } = await number();
    expect([await go(), await go()]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ]);
    expect(sent).toEqual([
      {
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '573001112233',
        type: 'text',
        text: { body: 'Hola' },
        biz_opaque_callback_data: envio.id,
      },
    ]);
    expect(await state()).toBe('ENVIADO');
  });

  it('is not sent again when the call was cut: only an echo tells', async () => {
    const { go, sent, state, envios, clock } = await number({ kind: 'UNKNOWN' });
    expect(await go()).toMatchObject({ ok: true });
    expect(await go()).toMatchObject({ ok: true });
    expect([sent.length, await state()]).toEqual([1, 'INCIERTO']);
    await envios.told([{ de: { id: envio.id }, estado: 'ENVIADO', en: clock.now() }]);
    expect(await state()).toBe('ENVIADO');
  });

  it('is sent again after what may pass, five times at most', async () => {
    const { go, sent, state } = await number(...Array.from({ length: 9 }, () => refused(131_016)));
    const ends = [];
    for (let i = 0; i < 6; i++) ends.push((await go()).ok);
    expect(ends).toEqual([false, false, false, false, true, true]);
    expect([sent.length, await state()]).toEqual([5, 'FALLIDO']);
  });

  it('is tried for as long as there is no connection: it certainly did not go', async () => {
    const { go, clock, sent, state } = await number(
      ...Array.from({ length: 9 }, (): GraphAnswer => ({ kind: 'NOT_SENT' })),
    );
    for (let i = 0; i < 9; i++) {
      expect((await go()).ok).toBe(false);
      clock.advance(2_000);
    }
    expect(await go()).toMatchObject({ ok: true });
    expect([sent.length, await state()]).toEqual([10, 'ENVIADO']);
  });

  it('waits, and lets the rest of the number wait, when Graph says that it is too much', async () => {
    const { go, clock, state } = await number(refused(130_429));
    expect(await go()).toMatchObject({
      ok: false,
      failure: { code: 'TOO_MANY_REQUESTS', detail: { segundos: 2 } },
    });
    clock.advance(2_000);
    expect(await go()).toMatchObject({ ok: true });
    expect(await state()).toBe('ENVIADO');
  });

  it('waits longer for one person each time: 1, 4, 16 seconds', async () => {
    const { go, clock } = await number(refused(131_056), refused(131_056), refused(131_056));
    const seconds = [];
    for (let i = 0; i < 3; i++) {
      const end = await go();
      seconds.push(end.ok ? 0 : end.failure.detail?.['segundos']);
      clock.advance(60_000);
    }
    expect(seconds).toEqual([1, 4, 16]);
    expect(await go()).toMatchObject({ ok: true });
  });

  it.each([190, 0, 10, 200, 131_042, 131_031])(
    'stops everything and raises an alarm on %d, and goes on where it was once mended',
    async (code) => {
      const { go, clock, alarms, sent, state } = await number(refused(code));
      expect(await go()).toMatchObject({
        ok: false,
        failure: { code: 'NOT_READY', detail: { segundos: 60 } },
      });
      expect(alarms).toEqual([String(code)]);
      expect(await go()).toMatchObject({ ok: false });
      expect(sent).toHaveLength(1);
      clock.advance(60_000);
      expect(await go()).toMatchObject({ ok: true });
      expect(await state()).toBe('ENVIADO');
    },
  );

  it.each([131_047, 131_026, 131_051, 100, 33, 132_001, 131_053])(
    'is over on %d: sending it again would not mend it, and those behind it go on',
    async (code) => {
      const { go, sent, envios } = await number(refused(code));
      expect(await go()).toMatchObject({ ok: true });
      expect(await go()).toMatchObject({ ok: true });
      expect(sent).toHaveLength(1);
      expect(await envios.find(envio.id)).toMatchObject({ estado: 'FALLIDO', codigo: String(code) });
    },
  );

  it('is over when there is no way to write to the person', async () => {
    const { go, sent, envios } = await number();
    expect(await go('nobody')).toMatchObject({ ok: true });
    expect(sent).toEqual([]);
    expect(await envios.find(envio.id)).toMatchObject({ estado: 'FALLIDO', codigo: 'SIN_DIRECCION' });
  });
});

describe('an answer of Graph', () => {
  const error = { error: { code: 131_056, message: '(#131056)', type: 'OAuthException' } };

  it('is judged by the code of its body, whatever the status', () => {
    for (const status of [400, 429, 500, 200]) {
      expect(answerOf(status, error, undefined)).toEqual({ kind: 'REFUSED', code: 131_056 });
    }
    expect(answerOf(200, { errors: [{ code: 131_047 }] }, undefined)).toEqual({
      kind: 'REFUSED',
      code: 131_047,
    });
    expect(answerOf(429, error, '7')).toEqual({ kind: 'REFUSED', code: 131_056, retryAfter: 7 });
  });

  it('is uncertain when it was taken and what came back cannot be read, and when a server failed without a code', () => {
    expect(answerOf(200, undefined, undefined)).toEqual({ kind: 'UNKNOWN' });
    expect([500, 502, 504].map((status) => answerOf(status, undefined, undefined).kind)).toEqual([
      'UNKNOWN',
      'UNKNOWN',
      'UNKNOWN',
    ]);
    expect([503, 429].map((status) => answerOf(status, undefined, undefined).kind)).toEqual([
      'NOT_SENT',
      'NOT_SENT',
    ]);
    expect(answerOf(404, undefined, undefined)).toEqual({ kind: 'REFUSED', code: 0 });
  });
});
