import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { openPeticionario } from '../../../api/pqrsd/seal-case';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { createMongoPorRadicar, porRadicarModel } from '../../../api/pqrsd/mongo-por-radicar';
import { porRadicarContract } from '../../contracts/por-radicar-contract';
import { freshDatabases } from '../../fakes/fresh-databases';
import { MemoryPorRadicar } from '../../fakes/memory-por-radicar';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

porRadicarContract('memory', () =>
  Promise.resolve({ porRadicar: new MemoryPorRadicar(), otherBook: new MemoryPorRadicar() }),
);

const freshDatabase = freshDatabases();

porRadicarContract('store', async () => {
  const model = porRadicarModel(await freshDatabase());
  await model.createIndexes();
  return {
    porRadicar: createMongoPorRadicar(model, { entidad: 'candelaria', libro: 'OFICIAL' }),
    otherBook: createMongoPorRadicar(model, { entidad: 'candelaria', libro: 'PRUEBA' }),
  };
});

const NOT_TRUSTED = { ok: false, failure: { code: 'CLOCK_NOT_TRUSTED' } };
const REUSED = { ok: false, failure: { code: 'IDEMPOTENCY_KEY_REUSED' } };
const STORE_DOWN = { ok: false, failure: { code: 'STORE_UNAVAILABLE' } };

const MINUTE = 60_000;

/** An office whose clock was just set a day ahead: numbering pauses. */
function pausedOffice() {
  const office = pqrsdOffice();
  const { clock, book } = office;
  clock.skew(86_400_000);
  const waitingCount = () => office.porRadicar.kept.size;
  /** What `reloj aceptar` does, in another process: it only writes to the store. */
  const acceptElsewhere = () => {
    book.acceptance = `acepto ${clock.now().toISOString()}`;
  };
  return { ...office, acceptElsewhere, waitingCount };
}

describe('while numbering is paused', () => {
  it('a solicitud is kept whole and has no number', async () => {
    const { filePqrsd, book, waitingCount, paused } = pausedOffice();
    expect(await filePqrsd(solicitud())).toMatchObject(NOT_TRUSTED);
    expect(book.pages).toEqual([]);
    expect(waitingCount()).toBe(1);
    expect(await paused()).toBe(true);
  });

  it('repeating it keeps the first one, and the key with another body is refused', async () => {
    const { filePqrsd, waitingCount } = pausedOffice();
    await filePqrsd(solicitud());
    expect(await filePqrsd(solicitud({ recibidoEn: new Date('2026-11-25T09:00:00-05:00') }))).toMatchObject(
      NOT_TRUSTED,
    );
    expect(await filePqrsd(solicitud({ texto: 'otra cosa' }))).toMatchObject(REUSED);
    expect(waitingCount()).toBe(1);
  });

  it('what was filed before is told as ever, and is not kept again', async () => {
    const { filePqrsd, clock, waitingCount } = pqrsdOfficeWithCount();
    const first = valueOf(await filePqrsd(solicitud()));
    clock.skew(86_400_000);
    expect(valueOf(await filePqrsd(solicitud()))).toEqual({ ...first, repetido: true });
    expect(await filePqrsd(solicitud({ texto: 'otra cosa' }))).toMatchObject(REUSED);
    expect(waitingCount()).toBe(0);
  });

  it('what is kept shows nothing of the text, of who files, of the draft or of the hour', async () => {
    const { filePqrsd, porRadicar } = pausedOffice();
    await filePqrsd(
      solicitud({
        clave: 'borrador-573001112233',
        identidad: { modo: 'IDENTIFICADO', nombre: 'Ana Ñáñez', correo: 'ana@ejemplo.co' },
      }),
    );
    const stored = JSON.stringify([...porRadicar.kept]);
    for (const secret of ['lampara', 'Ana', 'ejemplo.co', '573001112233', '14:00', '09:00'])
      expect(stored).not.toContain(secret);
    expect(stored).toContain('"2026-11-24"');
  });

  it('a store that does not answer is told, since nothing may be kept', async () => {
    const { filePqrsd, porRadicar } = pausedOffice();
    porRadicar.failing.add('keep');
    expect(await filePqrsd(solicitud())).toMatchObject(STORE_DOWN);
  });
});

function pqrsdOfficeWithCount() {
  const office = pqrsdOffice();
  return { ...office, waitingCount: () => office.porRadicar.kept.size };
}

describe('once an administrator of another process accepts the clock', () => {
  it('numbering is active again', async () => {
    const { paused, acceptElsewhere, filePqrsd } = pausedOffice();
    await filePqrsd(solicitud());
    acceptElsewhere();
    expect(await paused()).toBe(false);
  });

  it('what waits is filed in order of arrival, though nobody comes back', async () => {
    const { filePqrsd, fileWaiting, book, acceptElsewhere, waitingCount } = pausedOffice();
    const arrivals = [3, 1, 2].map((n) => new Date(solicitud().recibidoEn.getTime() + n * MINUTE));
    for (const recibidoEn of arrivals)
      await filePqrsd(solicitud({ clave: recibidoEn.toISOString(), recibidoEn }));
    expect(await fileWaiting()).toBe(0);
    acceptElsewhere();
    expect(await fileWaiting()).toBe(3);
    expect(book.pages.map(({ recibidoEn }) => recibidoEn)).toEqual(arrivals.toSorted((a, b) => +a - +b));
    expect(waitingCount()).toBe(0);
    expect(await fileWaiting()).toBe(0);
  });

  it('a retry gets the number, and terms count from the first receipt', async () => {
    const { filePqrsd, book, acceptElsewhere, waitingCount } = pausedOffice();
    await filePqrsd(solicitud());
    acceptElsewhere();
    const later = solicitud({ recibidoEn: new Date('2026-12-01T09:00:00-05:00') });
    const acuse = valueOf(await filePqrsd(later));
    expect(acuse).toMatchObject({ recepcion: '2026-E-000001', vence: '2026-12-16' });
    expect(acuse.recibidoEn).toEqual(solicitud().recibidoEn);
    expect(book.pages).toHaveLength(1);
    expect(waitingCount()).toBe(0);
    expect(valueOf(await filePqrsd(later)).repetido).toBe(true);
  });

  it('the case is the one that would have been filed: the same key, petitioner and fingerprint', async () => {
    const ana = { modo: 'IDENTIFICADO', nombre: 'Ana Ñáñez', correo: 'ana@ejemplo.co' } as const;
    const { filePqrsd, fileWaiting, book, acceptElsewhere, sealing } = pausedOffice();
    await filePqrsd(solicitud({ identidad: ana, senales: { riesgoDeVida: true } }));
    acceptElsewhere();
    await fileWaiting();
    const page = book.pages[0] as Pqrsd;
    expect(openPeticionario(page, sealing)).toMatchObject(ana);
    expect(page.clave).toBe(sealing.blind('borrador-1', 'pqrsd.clave'));
    expect(page.pqrsd.prioridad).toBe('URGENTE');
  });

  it('a crash between filing and forgetting files nothing twice', async () => {
    const { filePqrsd, fileWaiting, book, acceptElsewhere, porRadicar, waitingCount } = pausedOffice();
    await filePqrsd(solicitud());
    acceptElsewhere();
    porRadicar.failing.add('remove');
    expect((await filePqrsd(solicitud())).ok).toBe(true);
    expect(waitingCount()).toBe(1);
    porRadicar.failing.clear();
    expect(await fileWaiting()).toBe(1);
    expect(book.pages).toHaveLength(1);
    expect(waitingCount()).toBe(0);
  });
});
