import { describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { createSealing } from '../../../../api/base/sealing/sealing';
import { ok } from '../../../../api/base/kernel/result';
import type { ArchivoAdjunto } from '../../../../bot/channels/channel';
import { createBudget } from '../../../../bot/channels/whatsapp-cloud/budget';
import type { Carried } from '../../../../bot/channels/whatsapp-cloud/carry-message';
import { createCarryBubble } from '../../../../bot/channels/whatsapp-cloud/carry-bubble';
import { createDeliverReply } from '../../../../bot/channels/whatsapp-cloud/deliver-reply';
import { FORMATO } from '../../../fakes/a-file';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryEnvios } from '../../../fakes/memory-envios';
import { realTexts } from '../../../fakes/real-texts';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
const texts = realTexts('whatsapp');
const ANA = { canal: 'WHATSAPP', conversacion: 'ana' } as const;

/** A number with a monthly cap, on which so many messages were sent already this month. */
async function capped(tope: number | undefined, before: number) {
  const clock = manualClock();
  const envios = memoryEnvios(clock);
  for (let i = 0; i < before; i++) {
    await envios.begin({ id: `RESPUESTA.${i}`, canal: 'WHATSAPP' });
    await envios.settle(`RESPUESTA.${i}`, { estado: 'ENVIADO', proveedorId: `wamid.${i}` });
  }
  const said: string[] = [];
  const seen = new Set<string>();
  const budget = createBudget(envios, clock, () => tope);
  const carry = async ({ envio, payload }: Carried) => {
    if (!seen.has(envio.id)) said.push(JSON.stringify(payload()));
    seen.add(envio.id);
    return ok(undefined);
  };
  const forgotten: string[] = [];
  const files = {
    idOf: async () => 'media-1',
    forget: ({ nombre }: ArchivoAdjunto) => void forgotten.push(nombre),
  };
  const deliver = createDeliverReply({
    carry: createCarryBubble({ carry, budget, envios, files, texts: () => texts }),
    budget,
    files,
    sealing,
    texts: () => texts,
    clock,
    publicUrl: 'https://candelaria.example',
  });
  const say = (seq: number, texto: string, clase?: 'ACUSE' | 'EMERGENCIA') =>
    deliver(ANA, { seq, texto, opciones: [], en: clock.now(), ...(clase && { clase }) });
  return { say, said, clock, seen, deliver, forgotten };
}

describe('a reply on WhatsApp', () => {
  it('goes as it is while there is budget, and without a cap always', async () => {
    const { say, said } = await capped(undefined, 50);
    await say(1, '¿Dónde?');
    expect(said.join()).toContain('¿Dónde?');
  });

  it('goes under an id that leads to nobody and is the same again', async () => {
    const { say, said, seen } = await capped(undefined, 0);
    await say(1, '¿Dónde?');
    await say(1, '¿Dónde?');
    await say(2, 'Listo', 'ACUSE');
    expect(said).toHaveLength(2);
    expect([...seen].map((id) => id.split('.')[0])).toEqual(['RESPUESTA', 'ACUSE']);
    expect([...seen].join()).not.toContain('ana');
  });

  it('said again carries a link instead of its file, which is uploaded anew for whoever asks next', async () => {
    const { deliver, said, clock, forgotten } = await capped(undefined, 0);
    const reply = { seq: 1, texto: 'Su formato', opciones: [], en: clock.now(), archivo: FORMATO };
    await deliver(ANA, reply);
    await deliver(ANA, reply, 'AGAIN');
    expect(said).toEqual([expect.stringContaining('media-1'), expect.stringContaining(FORMATO.url)]);
    expect(said[1]).not.toContain('media-1');
    expect(forgotten).toEqual([FORMATO.nombre]);
  });

  it('becomes one link an hour when the month is spent, while acuses and emergencies go on', async () => {
    const { say, said, clock } = await capped(3, 3);
    await say(1, '¿Dónde?');
    await say(2, '¿Con su nombre?');
    await say(3, 'Radicado 2026-E-000001', 'ACUSE');
    await say(4, 'Llame al 123', 'EMERGENCIA');
    expect(said).toEqual([
      expect.stringContaining('https://candelaria.example'),
      expect.stringContaining('2026-E-000001'),
      expect.stringContaining('123'),
    ]);
    clock.advance(3_600_000);
    await say(5, '¿Dónde?');
    expect(said).toHaveLength(4);
    clock.advance(30 * 24 * 3_600_000);
    await say(6, '¿Seguimos?');
    expect(said.at(-1)).toContain('¿Seguimos?');
  });

  it('counts what it sends itself, without asking the store each time', async () => {
    const { say, said } = await capped(5, 3);
    for (const seq of [1, 2, 3]) await say(seq, `Mensaje ${seq}`);
    expect(said.map((one) => /Mensaje \d/.exec(one)?.[0])).toEqual(['Mensaje 1', 'Mensaje 2', undefined]);
  });
});
