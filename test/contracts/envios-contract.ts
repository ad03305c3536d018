import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dayOf } from '../../api/base/kernel/coarse-time';
import { type EstadoDicho, rangoOf } from '../../bot/envios/envio';
import type { Envios } from '../../bot/envios/envios';
import { type ManualClock, manualClock } from '../fakes/manual-clock';

/** Gives the same messages as two processes see them. */
type Create = (clock: ManualClock) => Promise<readonly [Envios, Envios]>;

const nuevo = (id: string) => ({ id, canal: 'WHATSAPP' }) as const;
const MINUTE = 60_000;

/** What every store of messages on their way must do. */
export function enviosContract(name: string, create: Create): void {
  describe(`messages that a provider carries (${name})`, () => {
    let envios: Envios;
    let other: Envios;
    let clock: ManualClock;
    beforeEach(async () => {
      clock = manualClock();
      [envios, other] = await create(clock);
    });
    const stateOf = async (id: string) => (await envios.find(id))?.estado;
    const say = (id: string, estado: EstadoDicho['estado'], more: Partial<EstadoDicho> = {}) =>
      envios.told([{ de: { id }, estado, en: clock.now(), ...more }]);

    it('begins each message once, also when asked many times at once', async () => {
      const asked = await Promise.all(['a', 'b', 'a', 'c', 'a'].map((id) => envios.begin(nuevo(id))));
      expect(asked.filter((one) => one === 'BEGUN')).toHaveLength(3);
      expect(await envios.begin(nuevo('a'))).toBe('ENVIANDO');
    });

    it('does not send again what another process left half done: nobody knows whether it was sent', async () => {
      await envios.begin(nuevo('a'));
      expect(await other.begin(nuevo('a'))).toBe('INCIERTO');
      await envios.settle('a', { estado: 'ENVIADO', proveedorId: 'wamid.1' });
      expect(await other.begin(nuevo('a'))).toBe('ENVIADO');
    });

    it('begins again what the provider refused for the moment, by any process, and counts the tries', async () => {
      await envios.begin(nuevo('a'));
      await envios.settle('a', { estado: 'PENDIENTE', codigo: '130429' });
      expect(await other.begin(nuevo('a'))).toBe('BEGUN');
      expect(await envios.find('a')).toMatchObject({ estado: 'ENVIANDO', intentos: 2, codigo: '130429' });
    });

    it('finds a message by the id of the provider too', async () => {
      await envios.begin(nuevo('a'));
      await envios.settle('a', { estado: 'ENVIADO', proveedorId: 'wamid.1' });
      await envios.told([{ de: { proveedorId: 'wamid.1' }, estado: 'LEIDO', en: clock.now() }]);
      expect(await stateOf('a')).toBe('LEIDO');
    });

    it('keeps what was told before the call ended, and the id that the call gave', async () => {
      await envios.begin(nuevo('AVISO.a'));
      await say('AVISO.a', 'ENTREGADO');
      await envios.settle('AVISO.a', { estado: 'ENVIADO', proveedorId: 'wamid.1' });
      expect(await envios.find('AVISO.a')).toMatchObject({ estado: 'ENTREGADO', proveedorId: 'wamid.1' });
    });

    it('keeps the instants of a notice, as proof, and of a conversation only the day', async () => {
      for (const id of ['AVISO.a', 'ACUSE.a']) {
        await envios.begin(nuevo(id));
        clock.advance(MINUTE);
        await envios.settle(id, { estado: 'ENVIADO', proveedorId: `wamid.${id}` });
        clock.advance(MINUTE);
        await say(id, 'ENTREGADO');
      }
      const [aviso, acuse] = await Promise.all(['AVISO.a', 'ACUSE.a'].map((id) => envios.find(id)));
      expect(aviso).toMatchObject({ clase: 'AVISO', proveedorId: 'wamid.AVISO.a' });
      expect(aviso?.estadoEn.getTime()).toBeGreaterThan(aviso?.creadoEn.getTime() ?? 0);
      expect(acuse).toMatchObject({
        clase: 'ACUSE',
        estadoEn: dayOf(clock.now()),
        creadoEn: dayOf(clock.now()),
      });
      expect(acuse?.proveedorId).toBeUndefined();
    });

    it('takes an echo for the proof that an uncertain message was sent', async () => {
      await envios.begin(nuevo('a'));
      await envios.settle('a', { estado: 'INCIERTO' });
      await say('a', 'ENVIADO');
      expect(await stateOf('a')).toBe('ENVIADO');
    });

    it('never goes back, in whatever order and however often it is told', async () => {
      const estado = fc.constantFrom('ENVIADO', 'FALLIDO', 'ENTREGADO', 'LEIDO');
      let n = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.array(estado, { minLength: 1, maxLength: 12 }),
          async (told: EstadoDicho['estado'][]) => {
            const id = `p${n++}`;
            await envios.begin(nuevo(id));
            let last = 0;
            for (const one of told) {
              await say(id, one);
              const rango = rangoOf((await stateOf(id)) ?? 'PENDIENTE');
              expect(rango).toBeGreaterThanOrEqual(last);
              last = rango;
            }
            expect(last).toBe(Math.max(...told.map(rangoOf)));
          },
        ),
        { numRuns: 25 },
      );
    });

    it('gives up what a dead process left, after a while, and only that', async () => {
      await envios.begin(nuevo('a'));
      await envios.begin(nuevo('b'));
      await envios.settle('b', { estado: 'ENVIADO', proveedorId: 'wamid.2' });
      expect(await envios.giveUp(new Date(clock.now().getTime() - MINUTE))).toBe(0);
      clock.advance(11 * MINUTE);
      expect(await envios.giveUp(new Date(clock.now().getTime() - 10 * MINUTE))).toBe(1);
      expect([await stateOf('a'), await stateOf('b')]).toEqual(['INCIERTO', 'ENVIADO']);
    });

    it('tells how many notices were begun since an instant', async () => {
      await envios.begin(nuevo('AVISO.a'));
      clock.advance(MINUTE);
      const since = clock.now();
      for (const id of ['AVISO.b', 'AVISO.c', 'RESPUESTA.d']) await envios.begin(nuevo(id));
      expect(await envios.avisosDesde(since)).toBe(2);
    });

    it('counts what is charged for by day and category, each message once', async () => {
      const cobro = { facturable: true, categoria: 'utility' };
      for (const id of ['a', 'b', 'c', 'd']) await envios.begin(nuevo(id));
      for (const id of ['a', 'b', 'c'])
        await envios.settle(id, { estado: 'ENVIADO', proveedorId: `wamid.${id}` });
      await envios.settle('d', { estado: 'FALLIDO', codigo: '131026' });
      await say('a', 'ENVIADO', { cobro });
      await say('a', 'ENTREGADO', { cobro });
      await say('b', 'ENTREGADO', { cobro: { facturable: false, categoria: 'service' } });
      expect(await envios.consumo('WHATSAPP', '2026-01-01', '2026-12-31')).toEqual([
        { dia: expect.stringMatching(/^2026-/), categoria: 'service', mensajes: 1 },
        { dia: expect.stringMatching(/^2026-/), categoria: 'utility', mensajes: 1 },
      ]);
      expect(await envios.consumo('WHATSAPP', '2025-01-01', '2025-12-31')).toEqual([]);
    });

    it('deletes by age', async () => {
      await envios.begin(nuevo('a'));
      clock.advance(MINUTE);
      await envios.begin(nuevo('b'));
      expect(await envios.purge(clock.now())).toBe(1);
      expect(await envios.purge(new Date(0))).toBe(0);
      expect([await stateOf('a'), await stateOf('b')]).toEqual([undefined, 'ENVIANDO']);
    });
  });
}
