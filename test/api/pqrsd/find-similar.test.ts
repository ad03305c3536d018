import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const ANA = {
  modo: 'IDENTIFICADO',
  nombre: 'Ana',
  correo: 'ana@ejemplo.co',
  telefono: '310 123 4567',
} as const;
const TEXTO = 'La lámpara de la esquina de la carrera 7 lleva una semana apagada';
const AGAIN = 'sigue apagada la lampara de la esquina de la carrera 7';
const chat = 'conversacion-de-ana';

async function filed(over: Partial<Solicitud> = {}) {
  const at = pqrsdOffice();
  await at.filePqrsd(solicitud({ identidad: ANA, conversacion: chat, texto: TEXTO, ...over }));
  const asking = async (more: Partial<Solicitud> = {}) =>
    valueOf(
      await at.findSimilar(
        solicitud({ clave: 'b', identidad: ANA, conversacion: chat, texto: AGAIN, ...more }),
      ),
    );
  return { ...at, asking };
}

describe('a suspected duplicate', () => {
  it('is found in the same chat, by what it says', async () => {
    const { asking } = await filed();
    expect(await asking()).toMatchObject([{ recepcion: '2026-E-000001', propia: true, tipo: 'RECLAMO' }]);
    expect(await asking({ texto: 'Hay un hueco grande frente a la escuela de la vereda' })).toEqual([]);
  });

  it('is found by the same phone from elsewhere only when the words are almost the same', async () => {
    const { asking } = await filed();
    const elsewhere = {
      conversacion: undefined,
      identidad: { ...ANA, correo: undefined, telefono: '3101234567' },
    };
    expect(await asking({ ...elsewhere, texto: TEXTO })).toMatchObject([{ propia: false }]);
    const guess = 'la lampara de la carrera 7 del barrio tiene un cable suelto';
    expect(await asking({ ...elsewhere, texto: guess })).toEqual([]);
  });

  it.each(['ANONIMO', 'CONFIDENCIAL'] as const)(
    'is neither asked of who files as %s, nor told of them',
    async (modo) => {
      const identidad = modo === 'ANONIMO' ? { modo } : { ...ANA, modo };
      expect(await (await filed()).asking({ identidad, texto: TEXTO })).toEqual([]);
      expect(await (await filed({ identidad })).asking({ texto: TEXTO })).toEqual([]);
    },
  );

  it('is of the last 30 days', async () => {
    const { asking } = await filed();
    expect(await asking({ recibidoEn: new Date('2026-12-23T09:00:00-05:00') })).toHaveLength(1);
    expect(await asking({ recibidoEn: new Date('2026-12-25T09:00:00-05:00') })).toEqual([]);
  });

  it('is an open case: what was answered may be asked again', async () => {
    const { asking, applyOrden, book } = await filed();
    await applyOrden(book.pages[0]!._id, { tipo: 'DESISTIR', modo: 'EXPRESO', motivo: 'm' }, 'f-1');
    expect(await asking()).toEqual([]);
  });
});
