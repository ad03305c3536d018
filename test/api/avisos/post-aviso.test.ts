import { describe, expect, it } from '@jest/globals';
import { huellaOf } from '../../../api/avisos/aviso';
import { SEALED_NAME } from '../../../api/avisos/post-aviso';
import { valueOf } from '../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { avisosOffice } from '../../fakes/avisos-office';

const DAY = 86_400_000;

describe('posting a notice', () => {
  it('posts it, with the proof of what and until when in the case', async () => {
    const { publicar, pedido, events, theCase, clock } = await avisosOffice();
    const aviso = valueOf(await publicar(pedido()));
    expect(aviso).toMatchObject({ estado: 'FIJADO', fijadoEn: clock.now(), radicado: theCase().radicado });
    const { _id, huella } = aviso;
    expect(events()).toMatchObject([
      { tipo: 'AVISO_FIJADO', en: clock.now(), datos: { aviso: _id, huella, desfijaEl: '2026-11-30' } },
    ]);
    expect(theCase().pqrsd.avisos).toEqual([{ aviso: _id, desfijado: false }]);
    expect(huella).toBe(huellaOf(aviso));
    expect(firstBrokenLink(theCase().eventos, GENESIS)).toBeUndefined();
  });

  it('is reached from the case by its person: they were told that they would find it there', async () => {
    const { publicar, pedido, events, describeCase, theCase } = await avisosOffice();
    expect(describeCase(theCase())).toMatchObject({ avisos: [] });
    const { _id } = valueOf(await publicar(pedido()));
    expect(describeCase(theCase()).avisos).toEqual([{ aviso: _id, desfijado: false }]);
    expect(events()).toHaveLength(1);
  });

  it('leaves no word of it in the case, and no name of who published it anywhere', async () => {
    const { publicar, pedido, theCase, only, sealing } = await avisosOffice();
    await publicar(pedido());
    expect(JSON.stringify(theCase())).not.toMatch(/viernes|lámpara/);
    expect(JSON.stringify([theCase(), only()])).not.toContain('Ana Ruiz');
    expect(sealing.open(only().publicadoPor, SEALED_NAME)).toBe('Ana Ruiz');
  });

  it('does it once: the same notice again is the one already posted', async () => {
    const { publicar, pedido, avisos, events } = await avisosOffice();
    const first = valueOf(await publicar(pedido()));
    expect(valueOf(await publicar(pedido({ quien: 'Otra persona' })))).toEqual(first);
    expect(avisos.kept.size).toBe(1);
    expect(events()).toHaveLength(1);
  });

  it('moves neither the state nor the term of the case', async () => {
    const { publicar, pedido, theCase } = await avisosOffice();
    const { estado, vencimiento } = theCase().pqrsd;
    await publicar(pedido());
    expect(theCase().pqrsd).toMatchObject({ estado, vencimiento });
  });

  it('of everybody goes without a case, and any other does not', async () => {
    const { publicar, pedido } = await avisosOffice();
    const general = await publicar(pedido({ clase: 'GENERAL', numero: undefined }));
    expect(valueOf(general)).toMatchObject({ estado: 'FIJADO', radicado: undefined });
    expect(await publicar(pedido({ numero: undefined }))).toMatchObject({
      failure: { code: 'INVALID_INPUT' },
    });
  });

  it.each([
    ['an unknown number', { numero: '2026-E-000999' }, 'NOT_FOUND'],
    ['a last day that is past', { desfijaEl: '2026-11-23' }, 'INVALID_INPUT'],
    ['no text', { texto: ' \n' }, 'INVALID_INPUT'],
    ['no one who answers for it', { quien: '' }, 'INVALID_INPUT'],
  ])('is refused with %s', async (_, over, code) => {
    const { publicar, pedido, avisos } = await avisosOffice();
    expect(await publicar(pedido(over))).toMatchObject({ failure: { code } });
    expect(avisos.kept.size).toBe(0);
  });
});

describe('what looks personal', () => {
  const texto = 'Se llamó al 3152345678.';

  it('is refused until who publishes confirms that it may be public', async () => {
    const { publicar, pedido, avisos } = await avisosOffice();
    const refused = await publicar(pedido({ texto }));
    expect(refused).toMatchObject({ failure: { code: 'LOOKS_PERSONAL' } });
    expect(refused).toMatchObject({
      failure: { hallazgos: expect.arrayContaining([{ linea: 2, signo: 'TELEFONO' }]) },
    });
    expect(JSON.stringify(refused)).not.toContain('3152345678');
    expect(avisos.kept.size).toBe(0);
    expect((await publicar(pedido({ texto, anonimizado: true }))).ok).toBe(true);
  });

  const ana = { nombre: 'Ana Lucía Ñáñez', direccion: 'Finca El Rosal' };

  it.each(['Respuesta a la señora Nañez', 'En la finca el rosal se revisó'])(
    'is what the case itself says of its person: «%s»',
    async (said) => {
      const { publicar, pedido } = await avisosOffice({ modo: 'IDENTIFICADO', ...ana });
      const found = await publicar(pedido({ clase: 'NOTIFICACION', texto: said }));
      expect(found).toMatchObject({ failure: { hallazgos: [{ linea: 2, signo: 'DEL_CASO' }] } });
    },
  );

  it('of a confidential case is never posted, whoever confirms it', async () => {
    const { publicar, pedido, avisos } = await avisosOffice({ modo: 'CONFIDENCIAL', ...ana });
    const asked = pedido({ clase: 'NOTIFICACION', texto: 'A Ana Lucía', anonimizado: true });
    expect(await publicar(asked)).toMatchObject({ failure: { code: 'LOOKS_PERSONAL' } });
    expect(avisos.kept.size).toBe(0);
  });
});

describe('removing a notice', () => {
  it('at the end of its last day in Colombia, with the true instants in the case', async () => {
    const { publicar, pedido, barrer, only, events, clock, theCase } = await avisosOffice();
    const { fijadoEn, huella, _id } = valueOf(await publicar(pedido()));
    clock.advance(6 * DAY + 14.9 * 3_600_000);
    expect(await barrer()).toBe(0);
    expect(only().estado).toBe('FIJADO');
    clock.advance(3 * 3_600_000);
    expect(await barrer()).toBe(1);
    const desfijadoEn = new Date('2026-12-01T00:00:00-05:00');
    expect(only()).toMatchObject({ estado: 'DESFIJADO', desfijadoEn });
    const datos = {
      aviso: _id,
      huella,
      fijadoEn: fijadoEn?.toISOString(),
      desfijadoEn: desfijadoEn.toISOString(),
    };
    expect(events()).toMatchObject([{ tipo: 'AVISO_FIJADO' }, { tipo: 'AVISO_DESFIJADO', datos }]);
    expect(theCase().pqrsd.avisos).toEqual([{ aviso: _id, desfijado: true }]);
    expect(await barrer()).toBe(0);
  });

  it('before its day, when somebody orders it, once', async () => {
    const { publicar, pedido, desfijar, events, clock, only } = await avisosOffice();
    const { _id } = valueOf(await publicar(pedido()));
    clock.advance(DAY);
    expect(valueOf(await desfijar(_id, 'Ana Ruiz'))).toMatchObject({
      estado: 'DESFIJADO',
      desfijadoEn: clock.now(),
    });
    expect((await desfijar(_id, 'Otra persona')).ok).toBe(true);
    expect(events()).toHaveLength(2);
    expect(JSON.stringify(only())).not.toContain('Ana Ruiz');
  });

  it('is not done to what does not exist', async () => {
    const { desfijar } = await avisosOffice();
    expect(await desfijar('20261124T140000-00000009', 'Ana Ruiz')).toMatchObject({
      failure: { code: 'NOT_FOUND' },
    });
  });

  it('is still proved in a case that was closed meanwhile', async () => {
    const { publicar, pedido, applyOrden, theCase, desfijar, events } = await avisosOffice();
    const { _id } = valueOf(await publicar(pedido()));
    valueOf(await applyOrden(theCase()._id, { tipo: 'RESPONDER', salida: 's', prueba: _id }, 'f-1'));
    valueOf(await desfijar(_id, 'Ana Ruiz'));
    expect(events().map(({ tipo }) => tipo)).toEqual(['AVISO_FIJADO', 'AVISO_DESFIJADO']);
    expect(theCase().pqrsd.estado).toBe('RESPONDIDA');
  });
});
