import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import type { Orden } from '../../../api/pqrsd/orden';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

async function office(tipo: 'RECLAMO' | 'INFORMACION' = 'RECLAMO') {
  const at = pqrsdOffice();
  await at.filePqrsd(solicitud({ tipo }));
  const id = at.book.pages[0]?._id ?? '';
  return { ...at, does: (orden: Orden) => at.applyOrden(id, orden, 'f-1') };
}

const extend = (dias: number): Orden => ({ tipo: 'PRORROGAR', dias, motivo: 'm', prueba: 'envio-1' });

describe('the life of a PQRSD', () => {
  it('goes from filing to answer, each step an event linked to the one before', async () => {
    const { does, book, clock } = await office();
    await does({ tipo: 'ASIGNAR', dependencia: 'PLANEACION' });
    clock.advance(86_400_000);
    const answered = valueOf(await does({ tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'envio-1' }));
    expect(answered.pqrsd).toMatchObject({
      estado: 'RESPONDIDA',
      dependencia: 'PLANEACION',
      salida: '2026-S-000001',
    });
    expect(answered.eventos.map((evento) => evento.tipo)).toEqual(['RADICADA', 'ASIGNADA', 'RESPONDIDA']);
    expect(firstBrokenLink(book.pages[0]?.eventos ?? [], GENESIS)).toBeUndefined();
    expect(answered.porSellar).toBe(true);
  });

  it('never changes the term by moving between dependencias', async () => {
    const { does } = await office();
    const first = valueOf(await does({ tipo: 'ASIGNAR', dependencia: 'A' }));
    const moved = valueOf(await does({ tipo: 'ASIGNAR', dependencia: 'B' }));
    expect(moved.pqrsd.vencimiento).toEqual(first.pqrsd.vencimiento);
  });

  it('stops the count while the citizen completes the petition, and resumes with the days left (CPACA 17)', async () => {
    const { does, clock } = await office();
    clock.set('2026-11-27T10:00:00-05:00');
    const asked = valueOf(await does({ tipo: 'REQUERIR', dia: '2026-11-27', motivo: 'm' }));
    expect(asked.pqrsd.estado).toBe('REQUERIDA');
    expect(asked.pqrsd.vencimiento.suspendido).toMatchObject({ diasRestantes: 12 });
    clock.set('2026-12-14T10:00:00-05:00');
    const done = valueOf(await does({ tipo: 'COMPLETAR', dia: '2026-12-14' }));
    // 12 days left from 15 December; 25 December and 1 January are holidays.
    expect(done.pqrsd.vencimiento.fecha).toBe('2026-12-31');
    expect(done.pqrsd.venceImpreso).toBe('2026-12-16');
  });

  it('asks for what is missing only within ten days of filing, and once', async () => {
    const { does, clock } = await office();
    clock.set('2026-12-14T10:00:00-05:00');
    expect(await does({ tipo: 'REQUERIR', dia: '2026-12-14', motivo: 'm' })).toMatchObject({
      failure: { code: 'TRANSITION_NOT_ALLOWED' },
    });
    await does({ tipo: 'REQUERIR', dia: '2026-12-09', motivo: 'm' });
    await does({ tipo: 'COMPLETAR', dia: '2026-12-10' });
    expect((await does({ tipo: 'REQUERIR', dia: '2026-12-10', motivo: 'm' })).ok).toBe(false);
  });

  it('extends once, before the term expires, up to double (CPACA 14 par.)', async () => {
    const { does, clock } = await office();
    expect(await does(extend(16))).toMatchObject({ failure: { code: 'PRORROGA_TOO_LONG' } });
    const extended = valueOf(await does(extend(15)));
    expect(extended.pqrsd.vencimiento.fecha > '2026-12-16').toBe(true);
    expect(await does(extend(1))).toMatchObject({ ok: false });
    const late = await office();
    late.clock.set('2026-12-17T08:00:00-05:00');
    expect(await late.does(extend(5))).toMatchObject({ failure: { code: 'PRORROGA_TOO_LATE' } });
    expect(clock.now()).toBeDefined();
  });

  it('does not gain time by being called a consulta once its term has run', async () => {
    const { does, clock } = await office('INFORMACION');
    clock.set('2026-12-15T08:00:00-05:00');
    expect(await does({ tipo: 'RECLASIFICAR', a: 'CONSULTA', motivo: 'm' })).toMatchObject({
      failure: { code: 'TRANSITION_NOT_ALLOWED' },
    });
  });

  it('gets the dates of its new type when it is reclassified in time', async () => {
    const { does } = await office();
    const changed = valueOf(await does({ tipo: 'RECLASIFICAR', a: 'INFORMACION', motivo: 'm' }));
    expect(changed.pqrsd.vencimiento.fecha).toBe('2026-12-09');
  });

  it('archives for tacit withdrawal only after a requirement', async () => {
    const { does } = await office();
    expect((await does({ tipo: 'DESISTIR', modo: 'TACITO', motivo: 'm' })).ok).toBe(false);
    expect((await does({ tipo: 'DESISTIR', modo: 'EXPRESO', motivo: 'm' })).ok).toBe(true);
  });

  it('refuses to write over what somebody else changed meanwhile', async () => {
    const { applyOrden, book } = await office();
    const id = book.pages[0]?._id ?? '';
    const both = await Promise.all([
      applyOrden(id, { tipo: 'ASIGNAR', dependencia: 'A' }, 'f-1'),
      applyOrden(id, { tipo: 'ASIGNAR', dependencia: 'B' }, 'f-2'),
    ]);
    expect(both.map((result) => (result.ok ? 'ok' : result.failure.code))).toEqual([
      'ok',
      'VERSION_CONFLICT',
    ]);
  });

  it('keeps number, first event and printed date whatever is ordered, and a closed case stays closed', async () => {
    const orden = fc.constantFrom<Orden>(
      { tipo: 'ASIGNAR', dependencia: 'A' },
      { tipo: 'RECLASIFICAR', a: 'QUEJA', motivo: 'm' },
      { tipo: 'REQUERIR', dia: '2026-11-24', motivo: 'm' },
      { tipo: 'COMPLETAR', dia: '2026-11-25' },
      extend(3),
      { tipo: 'TRASLADAR', entidadDestino: 'Gobernación', salida: '2026-S-000001' },
      { tipo: 'RESPONDER', salida: '2026-S-000002', prueba: 'p' },
      { tipo: 'DESISTIR', modo: 'TACITO', motivo: 'm' },
      { tipo: 'ANULAR', motivo: 'm' },
      { tipo: 'ANOTAR', nota: 'n' },
    );
    const closed = new Set(['RESPONDIDA', 'TRASLADADA', 'DESISTIDA', 'ANULADA']);
    await fc.assert(
      fc.asyncProperty(fc.array(orden, { maxLength: 12 }), async (ordenes) => {
        const { does, book } = await office();
        const before = structuredClone(book.pages[0]);
        for (const each of ordenes) {
          const was = book.pages[0]?.pqrsd.estado ?? '';
          const done = await does(each);
          if (done.ok && closed.has(was)) expect(each.tipo).toBe('ANOTAR');
        }
        const after = book.pages[0];
        expect(after).toMatchObject({ recepcion: before?.recepcion, radicadoEn: before?.radicadoEn });
        expect(after?.eventos[0]).toEqual(before?.eventos[0]);
        expect(after?.pqrsd.venceImpreso).toBe(before?.pqrsd.venceImpreso);
        expect(firstBrokenLink(after?.eventos ?? [], GENESIS)).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
