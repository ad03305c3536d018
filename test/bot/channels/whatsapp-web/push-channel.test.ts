import { describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { createSealing } from '../../../../api/base/sealing/sealing';
import { createWebPush } from '../../../../bot/channels/whatsapp-web/push-channel';
import { FORMATO } from '../../../fakes/a-file';
import type { Envios, Salida } from '../../../../bot/envios/envios';
import type { OutboundMessage, Reply } from '../../../../bot/channels/channel';

const WHO = { canal: 'WHATSAPP' as const, conversacion: 'persona-1' };
const REPLY: Reply = { texto: 'Hola', opciones: [], seq: 3, en: new Date('2026-11-24T09:00:00-05:00') };

/** A web client that ends each send as told, and the steps that were taken, in order. */
function channel(
  salida: Salida,
  over: { begun?: Awaited<ReturnType<Envios['begin']>>; intentos?: number; waits?: boolean } = {},
) {
  const steps: unknown[] = [];
  const envios = {
    begin: async ({ id }: { id: string }) => {
      steps.push(['begin', id]);
      return over.begun ?? ('BEGUN' as const);
    },
    settle: async (_id: string, how: Salida) => void steps.push(['settle', how]),
    find: async () => ({ intentos: over.intentos ?? 1 }) as never,
  };
  const web = {
    async send(_who: unknown, reply: OutboundMessage, begin: () => Promise<boolean> = async () => true) {
      if (!over.waits && !(await begin())) return { estado: 'INCIERTO' } as const;
      if (!over.waits) steps.push(reply.archivo ? 'sent with its file' : 'sent');
      return salida;
    },
  };
  const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
  return { steps, deliver: createWebPush({ web, envios, sealing }).deliver };
}

describe('answers by WhatsApp Web, each once', () => {
  it('stores the intention before the page is told, under an id that leads to nobody', async () => {
    const { steps, deliver } = channel({ estado: 'ENVIADO', proveedorId: 'true_573001112233@c.us_A' });
    expect(await deliver(WHO, REPLY)).toMatchObject({ ok: true });
    expect(steps).toEqual([
      ['begin', expect.stringMatching(/^RESPUESTA\.(?!.*persona-1)/)],
      'sent',
      ['settle', { estado: 'ENVIADO', proveedorId: 'true_573001112233@c.us_A' }],
    ]);
  });

  it('marks an acknowledgement as one', async () => {
    const { steps, deliver } = channel({ estado: 'ENVIADO', proveedorId: 'a' });
    await deliver(WHO, { ...REPLY, clase: 'ACUSE' });
    expect(steps[0]).toEqual(['begin', expect.stringMatching(/^ACUSE\./)]);
  });

  it('carries its file the first time, and a link when it is said again: it may have failed for it', async () => {
    const { steps, deliver } = channel({ estado: 'ENVIADO', proveedorId: 'a' });
    await deliver(WHO, { ...REPLY, archivo: FORMATO });
    await deliver(WHO, { ...REPLY, archivo: FORMATO }, 'AGAIN');
    expect(steps.filter((one) => typeof one === 'string')).toEqual(['sent with its file', 'sent']);
    expect(steps[0]).not.toEqual(steps[3]);
  });

  it.each(['ENVIADO', 'INCIERTO', 'FALLIDO', 'ENVIANDO'] as const)(
    'does not send again what was %s',
    async (begun) => {
      const { steps, deliver } = channel({ estado: 'ENVIADO', proveedorId: 'a' }, { begun });
      expect(await deliver(WHO, REPLY)).toMatchObject({ ok: true });
      expect(steps).toEqual([['begin', expect.anything()]]);
    },
  );

  it('leaves for later what never began, and says when', async () => {
    const notReady = channel({ estado: 'PENDIENTE', codigo: 'NO_LISTO' }, { waits: true });
    expect(await notReady.deliver(WHO, REPLY)).toMatchObject({ failure: { code: 'NOT_READY' } });
    expect(notReady.steps).toEqual([]);
    const spent = channel({ estado: 'PENDIENTE', codigo: 'TOPE_DEL_DIA' }, { waits: true });
    expect(await spent.deliver(WHO, REPLY)).toMatchObject({
      failure: { code: 'TOO_MANY_REQUESTS', detail: { segundos: 3_600 } },
    });
  });

  it('does not repeat what may have gone, and gives up what is refused five times', async () => {
    const uncertain = channel({ estado: 'INCIERTO' });
    expect(await uncertain.deliver(WHO, REPLY)).toMatchObject({ ok: true });
    const refused = { estado: 'PENDIENTE', codigo: 'RECHAZADO' } as const;
    expect(await channel(refused, { intentos: 4 }).deliver(WHO, REPLY)).toMatchObject({ ok: false });
    const last = channel(refused, { intentos: 5 });
    expect(await last.deliver(WHO, REPLY)).toMatchObject({ ok: true });
    expect(last.steps.at(-1)).toEqual(['settle', { estado: 'FALLIDO', codigo: 'RECHAZADO' }]);
  });

  it('stores that a person cannot be reached', async () => {
    const { steps, deliver } = channel({ estado: 'FALLIDO', codigo: 'SIN_CHAT' }, { waits: true });
    expect(await deliver(WHO, REPLY)).toMatchObject({ ok: true });
    expect(steps).toEqual([
      ['begin', expect.anything()],
      ['settle', { estado: 'FALLIDO', codigo: 'SIN_CHAT' }],
    ]);
  });
});
