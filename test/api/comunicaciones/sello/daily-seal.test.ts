import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifySealChain } from '../../../../api/comunicaciones/sello/verify-seal-chain';
import { sealDay, testKeys, type SealDay } from '../../../fakes/seal-day';

const DAY = 24 * 3_600_000;

describe('the daily seal', () => {
  let day: SealDay;
  beforeEach(() => {
    day = sealDay();
  });
  const dias = () => day.sellos.all.map(({ n, desde, dia, cuenta }) => ({ n, desde, dia, cuenta }));

  it('closes the local day that ended, over everything that waits', async () => {
    day.porSellar.touch(2);
    day.porSellar.touch(1);
    await day.sweep();
    expect(dias()).toEqual([{ n: 1, desde: '2026-11-24', dia: '2026-11-24', cuenta: 2 }]);
    expect(day.sellos.all[0]?.hojas.map(({ recepcion }) => recepcion)).toEqual([
      '2026-E-000001',
      '2026-E-000002',
    ]);
    expect(day.porSellar.waiting()).toEqual([]);
  });

  it('leaves for its own day what was filed today, and seals in its present state what was filed before', async () => {
    day.porSellar.touch(1);
    day.porSellar.touch(1);
    day.porSellar.touch(2, 'OFICIAL', 5);
    await day.sweep();
    expect(day.sellos.all[0]?.hojas).toMatchObject([{ recepcion: '2026-E-000001', version: 2 }]);
    expect(day.porSellar.waiting()).toEqual(['2026-E-000002']);
    day.clock.advance(DAY);
    await day.sweep();
    expect(day.sellos.all[1]?.hojas).toMatchObject([{ recepcion: '2026-E-000002', version: 1 }]);
  });

  it('counts days as Colombia does: at 19:10 it is still today', async () => {
    day.porSellar.touch(1);
    day.clock.set('2026-11-25T19:10:00-05:00');
    day.porSellar.touch(2);
    await day.sweep();
    expect(dias()).toEqual([{ n: 1, desde: '2026-11-24', dia: '2026-11-24', cuenta: 1 }]);
  });

  it('makes one seal a day, however often it runs', async () => {
    day.porSellar.touch(1);
    await day.sweep();
    day.porSellar.touch(2);
    await day.sweep();
    await day.sweep();
    expect(day.sellos.all).toHaveLength(1);
    expect(day.porSellar.waiting()).toEqual(['2026-E-000002']);
  });

  it('seals again a case that changed, with its new last event', async () => {
    day.porSellar.touch(1);
    await day.sweep();
    day.clock.advance(DAY);
    day.porSellar.touch(1);
    await day.sweep();
    const [first, second] = day.sellos.all.map(({ hojas }) => hojas[0]);
    expect(second).toMatchObject({ recepcion: first?.recepcion, version: 2 });
    expect(second?.hash).not.toBe(first?.hash);
  });

  it('follows the root of the day before, also on days when nothing happened', async () => {
    day.porSellar.touch(1);
    await day.sweep();
    day.clock.advance(DAY);
    await day.sweep();
    const [first, second] = day.sellos.all;
    expect(second).toMatchObject({
      cuenta: 0,
      anterior: first?.raiz,
      desde: '2026-11-25',
      dia: '2026-11-25',
    });
    expect(verifySealChain(day.sellos.all, testKeys)).toEqual({ ok: true, value: 2 });
  });

  it('catches up after a stop with one seal that says which days it covers and when it was made', async () => {
    day.porSellar.touch(1);
    await day.sweep();
    day.clock.advance(4 * DAY);
    day.porSellar.touch(2);
    await day.sweep();
    expect(dias()[1]).toEqual({ n: 2, desde: '2026-11-25', dia: '2026-11-28', cuenta: 1 });
    expect(day.sellos.all[1]?.selladoEn).toEqual(new Date('2026-11-29T00:10:00-05:00'));
  });

  it('keeps a chain for each book, and seals the rehearsal only when it has something', async () => {
    day.porSellar.touch(1, 'PRUEBA');
    await day.sweep();
    day.clock.advance(DAY);
    day.porSellar.touch(1, 'OFICIAL');
    await day.sweep();
    expect(day.sellos.all.map(({ libro, n }) => `${libro} ${n}`)).toEqual(['PRUEBA 1', 'OFICIAL 1']);
  });

  it('leaves for the next day what does not fit', async () => {
    for (const numero of [1, 2, 3]) day.porSellar.touch(numero);
    await day.sweepWith(day.ports, 2)();
    expect(day.sellos.all[0]?.cuenta).toBe(2);
    expect(day.porSellar.waiting()).toEqual(['2026-E-000003']);
  });

  it('seals nothing while the clock is in doubt', async () => {
    day.porSellar.touch(1);
    day.clock.skew(40 * DAY);
    await day.sweep();
    expect(day.sellos.all).toEqual([]);
    expect(day.porSellar.waiting()).toHaveLength(1);
  });

  it('never seals a day before the last one, even when an administrator accepts a clock that went back', async () => {
    day.porSellar.touch(1);
    await day.sweep();
    day.clock.skew(-3 * DAY);
    day.guard.accept(undefined);
    day.porSellar.touch(2);
    await day.sweep();
    expect(day.sellos.all).toHaveLength(1);
  });

  it('leaves waiting a case that changes between the seal and its mark', async () => {
    day.porSellar.touch(1);
    const markSealed: typeof day.porSellar.markSealed = (id, version) => {
      day.porSellar.touch(1);
      return day.porSellar.markSealed(id, version);
    };
    await day.sweepWith({ ...day.ports, porSellar: { ...day.porSellar, markSealed } })();
    expect(day.sellos.all[0]?.hojas[0]?.version).toBe(1);
    expect(day.porSellar.waiting()).toEqual(['2026-E-000001']);
  });

  it('finishes a seal whose process died before marking its cases, without a second one', async () => {
    day.porSellar.touch(1);
    day.porSellar.touch(2);
    const dies = { ...day.porSellar, markSealed: () => Promise.reject(new Error('killed')) };
    await expect(day.sweepWith({ ...day.ports, porSellar: dies })()).rejects.toThrow('killed');
    expect(day.sellos.all[0]?.porAplicar).toBe(true);
    await day.sweep();
    expect(day.sellos.all.map(({ porAplicar }) => porAplicar)).toEqual([false]);
    expect(day.porSellar.waiting()).toEqual([]);
  });

  it('lets two copies seal at once, whatever the order of their steps: one seal and one notice a day', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), async (s, cases) => {
        const shared = sealDay();
        for (let numero = 1; numero <= cases; numero++) shared.porSellar.touch(numero);
        const { sellos, porSellar, correo } = shared;
        const copy = () =>
          shared.sweepWith({
            sellos: {
              ...sellos,
              last: s.scheduleFunction((libro) => sellos.last(libro)),
              insert: s.scheduleFunction((sello) => sellos.insert(sello)),
              changeEnvio: s.scheduleFunction((...change) => sellos.changeEnvio(...change)),
            },
            porSellar: {
              pending: s.scheduleFunction((...asked) => porSellar.pending(...asked)),
              markSealed: s.scheduleFunction((id, version) => porSellar.markSealed(id, version)),
            },
            correo,
          });
        for (let days = 1; days <= 2; days++) {
          await s.waitFor(Promise.all([copy()(), copy()()]));
          expect(shared.sellos.all).toHaveLength(days);
          shared.clock.advance(DAY);
        }
        expect(shared.porSellar.waiting()).toEqual([]);
        expect(shared.correo.received).toHaveLength(2);
        expect(verifySealChain(shared.sellos.all, testKeys).ok).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
