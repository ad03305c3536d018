import { describe, expect, it } from '@jest/globals';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { avisosOffice } from '../../fakes/avisos-office';

type Office = Awaited<ReturnType<typeof avisosOffice>>;

/** Where the process can be killed between two writes. */
const CUTS: [string, (office: Office) => void][] = [
  ['before the event', ({ death }) => void (death.before = true)],
  ['after the event', ({ death }) => void (death.after = true)],
  ['before the state', ({ avisos }) => void avisos.failing.add('advance')],
];

const mend = ({ death, avisos }: Office): void => {
  Object.assign(death, { before: false, after: false });
  avisos.failing.clear();
};

const tipos = ({ events }: Office) => events().map(({ tipo }) => tipo);

describe('a process that dies while it posts', () => {
  it.each(CUTS)('%s shows nothing, and the sweep posts it with one event', async (_, cut) => {
    const office = await avisosOffice();
    cut(office);
    await expect(office.publicar(office.pedido())).rejects.toThrow(/killed|no answer/);
    expect(office.only().estado).toBe('PREPARADO');
    expect(await office.lectura.vigentes('2026-11-24', { limite: 9 })).toEqual([]);
    mend(office);
    expect(await office.barrer()).toBe(1);
    expect(await office.barrer()).toBe(0);
    expect(office.only().estado).toBe('FIJADO');
    expect(tipos(office)).toEqual(['AVISO_FIJADO']);
    expect(firstBrokenLink(office.theCase().eventos, GENESIS)).toBeUndefined();
  });

  it.each(CUTS)('%s finds it again by repeating the order', async (_, cut) => {
    const office = await avisosOffice();
    cut(office);
    await expect(office.publicar(office.pedido())).rejects.toThrow(/killed|no answer/);
    mend(office);
    expect((await office.publicar(office.pedido())).ok).toBe(true);
    expect(office.avisos.kept.size).toBe(1);
    expect(tipos(office)).toEqual(['AVISO_FIJADO']);
  });

  it('before the intention leaves nothing', async () => {
    const office = await avisosOffice();
    office.avisos.failing.add('keep');
    await expect(office.publicar(office.pedido())).rejects.toThrow(/killed|no answer/);
    expect(office.avisos.kept.size).toBe(0);
    expect(tipos(office)).toEqual([]);
  });
});

describe('a process that dies while it removes', () => {
  it.each(CUTS)('%s: nobody reads it, and the sweep proves it once', async (_, cut) => {
    const office = await avisosOffice();
    await office.publicar(office.pedido());
    office.clock.advance(8 * 86_400_000);
    cut(office);
    await expect(office.barrer()).rejects.toThrow(/killed|no answer/);
    expect(await office.lectura.vigentes('2026-12-02', { limite: 9 })).toEqual([]);
    mend(office);
    expect(await office.barrer()).toBe(1);
    expect(await office.barrer()).toBe(0);
    expect(office.only()).toMatchObject({
      estado: 'DESFIJADO',
      desfijadoEn: new Date('2026-12-01T00:00:00-05:00'),
    });
    expect(tipos(office)).toEqual(['AVISO_FIJADO', 'AVISO_DESFIJADO']);
  });
});

describe('two copies that sweep at once', () => {
  it('leave one event of each', async () => {
    const office = await avisosOffice();
    office.death.before = true;
    await expect(office.publicar(office.pedido())).rejects.toThrow(/killed|no answer/);
    mend(office);
    await Promise.all([office.barrer(), office.barrer(), office.barrer()]);
    office.clock.advance(8 * 86_400_000);
    await Promise.all([office.barrer(), office.barrer(), office.barrer()]);
    expect(office.only().estado).toBe('DESFIJADO');
    expect(tipos(office)).toEqual(['AVISO_FIJADO', 'AVISO_DESFIJADO']);
  });
});
