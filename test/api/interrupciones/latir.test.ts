import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../../api/base/kernel/logger';
import type { CausaVisible } from '../../../api/interrupciones/interrupcion';
import { createLatir, startLatidos } from '../../../api/interrupciones/latir';
import { memoryInterrupciones, memoryLatidos } from '../../fakes/memory-interrupciones';
import { type ManualClock, manualClock } from '../../fakes/manual-clock';

const MINUTE = 60_000;

/** A town with its record; each `copy` is a run of the program, with a clock that may be its own. */
function aTown() {
  const latidos = memoryLatidos();
  const interrupciones = memoryInterrupciones();
  const town = manualClock();
  const copy = (copia: string, clock: ManualClock = town) => {
    const seen: { causas: readonly CausaVisible[] } = { causas: [] };
    const causas = () => Promise.resolve(seen.causas);
    const deps = { latidos, interrupciones, clock, logger: silentLogger, copia, causas };
    return { seen, deps, latir: createLatir(deps) };
  };
  const told = async () =>
    (await interrupciones.list()).map(({ causa, desde, hasta }) => [
      causa,
      desde.toISOString().slice(11, 16),
      hasta?.toISOString().slice(11, 16),
    ]);
  return { clock: town, latidos, interrupciones, copy, told };
}

describe('the signs of the service', () => {
  it('record nothing at the first start, nor while they come every minute', async () => {
    const { copy, clock, told } = aTown();
    const { latir } = copy('una');
    for (let n = 0; n < 5; n++) {
      await latir();
      clock.advance(MINUTE);
    }
    expect(await told()).toEqual([]);
  });

  it('record as an interruption the silence of more than three minutes before a start, from the last sign', async () => {
    const { copy, clock, told } = aTown();
    await copy('una').latir();
    clock.advance(3 * MINUTE);
    await copy('dos').latir();
    expect(await told()).toEqual([]);
    clock.advance(3 * MINUTE + 1);
    await copy('tres').latir();
    expect(await told()).toEqual([['DETENIDO', '14:03', '14:06']]);
  });

  it('say when it was stopped in order', async () => {
    const { copy, clock, told } = aTown();
    const first = startLatidos({ ...copy('una').deps, every: () => () => undefined });
    await first.stop();
    clock.advance(30 * MINUTE);
    await copy('dos').latir();
    expect(await told()).toEqual([['DETENIDO_A_ORDEN', '14:00', '14:30']]);
  });

  it('record none while another copy leaves its own', async () => {
    const { copy, clock, told } = aTown();
    await copy('una').latir();
    const other = copy('otra');
    for (let n = 0; n < 10; n++) {
      clock.advance(MINUTE);
      await other.latir();
    }
    await copy('una otra vez').latir();
    expect(await told()).toEqual([]);
  });

  it('tell a store that kept nothing from a clock that jumped', async () => {
    const town = aTown();
    const { latir } = town.copy('una');
    await latir();
    town.clock.advance(10 * MINUTE);
    await latir();
    town.clock.skew(60 * MINUTE);
    await latir();
    expect(await town.told()).toEqual([
      ['RELOJ', '14:10', '15:10'],
      ['SIN_ALMACEN', '14:00', '14:10'],
    ]);
  });

  it('record it once when the crash came between the interruption and the sign', async () => {
    const { copy, clock, latidos, interrupciones, told } = aTown();
    await copy('una').latir();
    clock.advance(10 * MINUTE);
    const crashed = {
      ...copy('dos').deps,
      latidos: { ...latidos, leave: () => Promise.reject(new Error('the plug')) },
    };
    await expect(createLatir(crashed)()).rejects.toThrow('the plug');
    clock.advance(10 * MINUTE);
    await copy('tres').latir();
    expect(await told()).toEqual([['DETENIDO', '14:00', '14:20']]);
    expect(await interrupciones.opened()).toEqual([]);
  });
});

describe('what a copy sees wrong in itself', () => {
  it('is an interruption from when it is seen until it is not', async () => {
    const { copy, clock, told } = aTown();
    const { latir, seen } = copy('una');
    seen.causas = ['SIN_ESPACIO'];
    await latir();
    clock.advance(2 * MINUTE);
    await latir();
    expect(await told()).toEqual([['SIN_ESPACIO', '14:00', undefined]]);
    seen.causas = [];
    clock.advance(MINUTE);
    await latir();
    expect(await told()).toEqual([['SIN_ESPACIO', '14:00', '14:03']]);
  });

  it('lasts while any copy sees it, and ends when last seen if that copy is gone', async () => {
    const { copy, clock, told } = aTown();
    const bad = copy('mala');
    const good = copy('buena');
    bad.seen.causas = ['NUMERACION_EN_PAUSA'];
    await bad.latir();
    clock.advance(MINUTE);
    await bad.latir();
    await good.latir();
    expect(await told()).toEqual([['NUMERACION_EN_PAUSA', '14:00', undefined]]);
    for (let n = 0; n < 4; n++) {
      clock.advance(MINUTE);
      await good.latir();
    }
    expect(await told()).toEqual([['NUMERACION_EN_PAUSA', '14:00', '14:01']]);
  });
});
