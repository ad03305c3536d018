import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pace, type Ritmo, RITMO, ritmoOf } from '../../../../bot/channels/whatsapp-web/pace';

const HOY = '2026-11-24';
const ask = (ritmo: Ritmo, over: Partial<Parameters<typeof pace>[1]> = {}) =>
  pace(ritmo, { chat: 'a', acuse: false, ahora: 0, hoy: HOY, azar: 0, ...over });

describe('the pace of answers by WhatsApp Web', () => {
  it('shows that it is typing for 0.8 to 2.5 seconds before each', () => {
    expect(ask(ritmoOf(HOY, 0), { azar: 0 })).toMatchObject({ en: 800, tecleandoMs: 800 });
    expect(ask(ritmoOf(HOY, 0), { azar: 1 })).toMatchObject({ en: 2_500, tecleandoMs: 2_500 });
  });

  it('sends four hundred a day; past them only acknowledgements, until the next day', () => {
    const spent = ritmoOf(HOY, RITMO.porDia);
    expect(ask(spent)).toBeUndefined();
    expect(ask(spent, { acuse: true })).toBeDefined();
    expect(ask(spent, { hoy: '2026-11-25' })?.ritmo.hoy).toBe(1);
    expect(ask(ritmoOf(HOY, RITMO.porDia - 1))).toBeDefined();
  });

  it('keeps three seconds in a chat and twenty in any minute, whatever is asked and when', () => {
    const asked = fc.tuple(
      fc.integer({ min: 0, max: 20_000 }),
      fc.constantFrom('a', 'b', 'c'),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(asked, { maxLength: 120 }), (all) => {
        let ritmo = ritmoOf(HOY, 0);
        let ahora = 0;
        const left: { chat: string; en: number }[] = [];
        for (const [pause, chat, azar] of all) {
          ahora += pause;
          const turno = pace(ritmo, { chat, acuse: false, ahora, hoy: HOY, azar });
          if (!turno) throw new Error('the day is not spent');
          ritmo = turno.ritmo;
          expect(turno.en).toBeGreaterThanOrEqual(ahora + RITMO.tecleandoMs[0]);
          left.push({ chat, en: turno.en });
        }
        for (const chat of ['a', 'b', 'c']) {
          const own = left.filter((one) => one.chat === chat).map(({ en }) => en);
          own.slice(1).forEach((en, i) => expect(en - (own[i] ?? 0)).toBeGreaterThanOrEqual(RITMO.porChatMs));
        }
        const moments = left.map(({ en }) => en).toSorted((a, b) => a - b);
        moments.forEach((en, i) => {
          const later = moments[i + RITMO.porMinuto];
          if (later !== undefined) expect(later - en).toBeGreaterThanOrEqual(RITMO.minutoMs);
        });
      }),
    );
  });
});
