import { describe, expect, it } from '@jest/globals';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { valueOf } from '../../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../../api/comunicaciones/book-chain';
import { createRecalcular } from '../../../../api/pqrsd/recalcular/recalcular';
import type { Orden } from '../../../../api/pqrsd/orden';
import { verifyProof } from '../../../../api/terminos/verify-proof';
import type { LegalData } from '../../../../content/load-legal';
import { calendarOffice, conDias, sinLey2578 } from '../../../fakes/calendar-office';
import { legal, solicitud } from '../../../fakes/pqrsd-office';

const JULY = '2026-07-01T09:00:00-05:00';
const NOVEMBER = '2026-11-24T09:00:00-05:00';

async function office(first: LegalData, now: string) {
  const at = calendarOffice(first, now);
  const { recepcion, codigo } = valueOf(await at.filePqrsd(solicitud({ recibidoEn: new Date(now) })));
  const page = () => at.book.pages[0]!;
  return {
    ...at,
    page,
    does: (orden: Orden) => at.applyOrden(page()._id, orden, 'f-1'),
    seen: async () => valueOf(await at.track(recepcion, codigo)),
    dates: () => {
      const { venceImpreso, vencimiento, venceEstricto, vencePrometido } = page().pqrsd;
      return [venceImpreso, vencimiento.fecha, venceEstricto, vencePrometido];
    },
  };
}

const tipos = ({ eventos }: { readonly eventos: readonly { readonly tipo: string }[] }) =>
  eventos.map(({ tipo }) => tipo);

describe('a holiday that becomes known after a case was filed (Ley 2578 de 2026)', () => {
  it('moves the date one business day later; alerts keep the date that was told', async () => {
    const { page, now, recalcular, dates, terminos } = await office(sinLey2578, JULY);
    expect(dates()).toEqual(['2026-07-23', '2026-07-23', '2026-07-23', undefined]);
    now(legal);
    expect(await recalcular()).toEqual({ revisados: 1, movidos: 1 });
    expect(dates()).toEqual(['2026-07-23', '2026-07-24', '2026-07-23', '2026-07-23']);
    const evento = page().eventos.at(-1);
    expect(evento).toMatchObject({
      tipo: 'FECHA_RECALCULADA',
      por: 'sistema',
      datos: { antes: '2026-07-23', ahora: '2026-07-24', calendario: terminos.calendar.version },
    });
    expect(firstBrokenLink(page().eventos, GENESIS)).toBeUndefined();
    expect(page().porSellar).toBe(true);
    expect(verifyProof(page().pqrsd.vencimiento.prueba)).toEqual({ ok: true, fecha: '2026-07-24' });
  });

  it('is told to its person as a change of the calendar, and a late answer only after the new date', async () => {
    const { now, recalcular, seen, clock } = await office(sinLey2578, JULY);
    now(legal);
    await recalcular();
    clock.set('2026-07-24T10:00:00-05:00');
    expect(await seen()).toMatchObject({
      vence: '2026-07-24',
      venceImpreso: '2026-07-23',
      vencida: false,
      cambios: [{ causa: 'CALENDARIO' }],
    });
  });

  it('is counted once, however many times it is looked for', async () => {
    const { page, now, recalcular } = await office(sinLey2578, JULY);
    now(legal);
    await Promise.all([recalcular(), recalcular()]);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
    expect(tipos(page())).toEqual(['RADICADA', 'FECHA_RECALCULADA']);
  });

  it('gives up the date told when an official extends the term', async () => {
    const { now, recalcular, does, dates } = await office(sinLey2578, JULY);
    now(legal);
    await recalcular();
    await does({ tipo: 'PRORROGAR', dias: 5, motivo: 'm', prueba: 'p' });
    expect(dates()).toEqual(['2026-07-23', '2026-07-31', '2026-07-31', undefined]);
  });

  it('keeps the date told when an order of an official does not move it', async () => {
    const { now, recalcular, does, dates } = await office(sinLey2578, JULY);
    now(legal);
    await does({ tipo: 'RECLASIFICAR', a: 'QUEJA', motivo: 'm' });
    expect(dates()).toEqual(['2026-07-23', '2026-07-24', '2026-07-23', '2026-07-23']);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
  });
});

describe('a local day that is withdrawn', () => {
  it('moves the date earlier, for alerts too, and coming back does not undo it', async () => {
    const { now, recalcular, dates } = await office(conDias('2026-12-01'), NOVEMBER);
    expect(dates()).toEqual(['2026-12-17', '2026-12-17', '2026-12-17', undefined]);
    now(legal);
    await recalcular();
    expect(dates()).toEqual(['2026-12-17', '2026-12-16', '2026-12-16', undefined]);
    now(conDias('2026-12-01'));
    await recalcular();
    expect(dates()).toEqual(['2026-12-17', '2026-12-17', '2026-12-16', '2026-12-16']);
  });
});

describe('a calendar that changes', () => {
  it('leaves no event in a case whose date it does not move, and does not look at it again', async () => {
    const { page, now, recalcular, terminos } = await office(legal, NOVEMBER);
    const { version, pqrsd } = page();
    now(conDias('2027-03-01'));
    expect(await recalcular()).toEqual({ revisados: 1, movidos: 0 });
    expect(page()).toMatchObject({ version, pqrsd: { venceEstricto: pqrsd.venceEstricto } });
    expect(page().pqrsd.vencimiento.version).toBe(terminos.calendar.version);
    expect(tipos(page())).toEqual(['RADICADA']);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
  });

  it('moves nothing in a closed case', async () => {
    const { page, now, recalcular, does } = await office(sinLey2578, JULY);
    await does({ tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'p' });
    const closed = page();
    now(legal);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
    expect(page()).toBe(closed);
    const { version } = closed.pqrsd.vencimiento;
    const orden = {
      tipo: 'RECALCULAR',
      antes: '2026-07-23',
      ahora: '2026-07-24',
      calendario: version,
    } as const;
    expect(await does(orden)).toMatchObject({ failure: { code: 'TRANSITION_NOT_ALLOWED' } });
  });

  it('counts again the days left of a case that waits for its person', async () => {
    const { page, now, recalcular, does, clock } = await office(conDias('2026-11-25'), NOVEMBER);
    clock.set('2026-11-27T10:00:00-05:00');
    await does({ tipo: 'REQUERIR', dia: '2026-11-27', motivo: 'm' });
    expect(page().pqrsd.vencimiento.suspendido?.diasRestantes).toBe(13);
    now(legal);
    await recalcular();
    expect(page().pqrsd).toMatchObject({
      estado: 'REQUERIDA',
      vencimiento: { suspendido: { diasRestantes: 12 } },
    });
  });

  it('leaves for the next time a case that somebody is changing', async () => {
    const at = await office(sinLey2578, JULY);
    const { page, now, does, recalcular, porRecontar } = at;
    now(legal);
    const raced = createRecalcular({
      ...at,
      porRecontar,
      logger: silentLogger,
      applyOrden: async (id, orden, por) => {
        await does({ tipo: 'PRORROGAR', dias: 5, motivo: 'm', prueba: 'p' });
        return at.applyOrden(id, orden, por);
      },
    });
    expect(await raced()).toEqual({ revisados: 0, movidos: 0 });
    expect(tipos(page())).toEqual(['RADICADA', 'PRORROGADA']);
    expect(await recalcular()).toEqual({ revisados: 0, movidos: 0 });
  });
});
