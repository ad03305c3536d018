import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../../api/base/kernel/result';
import type { Solicitud } from '../../../../api/base/kernel/solicitud';
import type { Orden } from '../../../../api/pqrsd/orden';
import { pqrsdOffice, solicitud } from '../../../fakes/pqrsd-office';

async function office(over: Partial<Solicitud> = {}) {
  const at = pqrsdOffice();
  const { recepcion, codigo } = valueOf(await at.filePqrsd(solicitud(over)));
  const id = at.book.pages[0]?._id ?? '';
  return {
    ...at,
    does: async (orden: Orden) => valueOf(await at.applyOrden(id, orden, 'f-1')),
    seen: async () => valueOf(await at.track(recepcion, codigo)),
  };
}

const requires: Orden = { tipo: 'REQUERIR', dia: '2026-11-27', motivo: 'm' };

describe('what comes next in a case', () => {
  it('is the answer by its date; after it, an answer that is late and still owed', async () => {
    const { seen, clock } = await office();
    expect((await seen()).sigue).toEqual({ que: 'RESPUESTA', hasta: '2026-12-16' });
    clock.set('2026-12-16T23:59:00-05:00');
    expect(await seen()).toMatchObject({ vencida: false });
    clock.set('2026-12-17T00:00:00-05:00');
    expect(await seen()).toMatchObject({ vencida: true, sigue: { que: 'RESPUESTA_VENCIDA' } });
  });

  it('is the person completing it, within a month of the requirement (CPACA 17)', async () => {
    const { does, seen, clock } = await office();
    clock.set('2026-11-27T10:00:00-05:00');
    await does(requires);
    // 27 December is a Sunday: the next business day.
    expect(await seen()).toMatchObject({ sigue: { que: 'COMPLETAR', hasta: '2026-12-28' }, vencida: false });
    clock.set('2026-12-29T10:00:00-05:00');
    expect((await seen()).sigue.que).toBe('COMPLETAR_VENCIDO');
  });

  it('names no day to complete a petition on personal data: no norm confirms it', async () => {
    const { does, seen, clock } = await office({ tipo: 'HD_RECLAMO' });
    clock.set('2026-11-25T10:00:00-05:00');
    await does({ ...requires, dia: '2026-11-25' });
    expect((await seen()).sigue).toEqual({ que: 'COMPLETAR' });
  });

  it('is an estimate, never late, when no norm confirms its term', async () => {
    const { seen, clock } = await office({ tipo: 'FELICITACION' });
    clock.set('2027-03-01T10:00:00-05:00');
    expect(await seen()).toMatchObject({ vencida: false, sigue: { que: 'RESPUESTA_ESTIMADA' } });
  });

  it('is nothing more once it was answered; the person can still write in it', async () => {
    const { does, seen } = await office();
    await does({ tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'p' });
    expect(await seen()).toMatchObject({ sigue: { que: 'NADA' }, admiteMensajes: true });
  });
});

describe('the count of a term', () => {
  it('tells from when, how many days and which holidays were skipped', async () => {
    const { cuenta } = await (await office()).seen();
    expect(cuenta).toMatchObject({
      recibido: '2026-11-24',
      efectivo: '2026-11-24',
      primerDia: '2026-11-25',
      dias: 15,
      prorroga: 0,
      ultimoDia: '2026-12-16',
      locales: [],
    });
    expect(cuenta.festivos.map(({ fecha }) => fecha)).toEqual(['2026-12-08']);
  });
});

describe('a change of date', () => {
  it('is explained by what happened, in order', async () => {
    const { does, seen, clock } = await office();
    expect((await seen()).cambios).toEqual([]);
    await does({ tipo: 'RECLASIFICAR', a: 'INFORMACION', motivo: 'm' });
    clock.set('2026-11-27T10:00:00-05:00');
    await does(requires);
    clock.set('2026-12-01T10:00:00-05:00');
    await does({ tipo: 'COMPLETAR', dia: '2026-12-01' });
    await does({ tipo: 'PRORROGAR', dias: 5, motivo: 'm', prueba: 'p' });
    const { cambios, venceImpreso, vence, cuenta } = await seen();
    expect(cambios).toMatchObject([
      { causa: 'RECLASIFICADA', tipo: 'INFORMACION' },
      { causa: 'REQUERIDA' },
      { causa: 'COMPLETADA' },
      { causa: 'PRORROGADA', dias: 5 },
    ]);
    expect([venceImpreso, vence > venceImpreso]).toEqual(['2026-12-16', true]);
    expect(cuenta.pausa).toEqual({ desde: '2026-11-27', hasta: '2026-12-01' });
  });

  it('that no event explains is of the calendar', async () => {
    const { seen, book } = await office();
    const [page] = book.pages;
    const { vencimiento } = page!.pqrsd;
    const moved = { ...vencimiento, fecha: '2026-12-17' };
    book.pages[0] = { ...page!, pqrsd: { ...page!.pqrsd, vencimiento: moved } };
    expect((await seen()).cambios).toEqual([{ causa: 'CALENDARIO' }]);
  });
});

describe('the public notices about a case', () => {
  it('are told in the order in which they were posted, and which were removed', async () => {
    const { does, seen } = await office();
    const huella = 'h';
    await does({ tipo: 'FIJAR_AVISO', aviso: 'a1', huella, desfijaEl: '2026-12-01' });
    await does({ tipo: 'FIJAR_AVISO', aviso: 'a2', huella, desfijaEl: '2026-12-01' });
    await does({ tipo: 'DESFIJAR_AVISO', aviso: 'a1', huella, fijadoEn: 'a', desfijadoEn: 'b' });
    expect((await seen()).avisos).toEqual([
      { aviso: 'a1', desfijado: true },
      { aviso: 'a2', desfijado: false },
    ]);
  });
});
