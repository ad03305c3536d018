import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import type { Identidad } from '../../../api/base/kernel/solicitud';
import { openConversacion } from '../../../api/pqrsd/seal-case';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const CHAT = 'la-conversacion';

async function filed(identidad: Identidad, canal: 'WHATSAPP' | 'WEB_CHAT' = 'WHATSAPP') {
  const office = pqrsdOffice();
  valueOf(await office.filePqrsd(solicitud({ canal, conversacion: CHAT, identidad })));
  const page = () => office.book.pages[0]!;
  return { ...office, page, order: office.applyOrden.bind(undefined, page()._id) };
}

describe('what a case keeps to tell its person', () => {
  it('is the chat it came by, sealed, when it can be written to and the person gave a name', async () => {
    const { page, sealing } = await filed({ modo: 'IDENTIFICADO', nombre: 'Rosalba' });
    expect(openConversacion(page(), sealing)).toBe(CHAT);
    expect(JSON.stringify(page())).not.toContain(CHAT);
  });

  it.each([
    ['anonymous', { modo: 'ANONIMO' }, 'WHATSAPP'],
    ['confidential', { modo: 'CONFIDENCIAL', nombre: 'Rosalba' }, 'WHATSAPP'],
    ['filed by the web chat, which nobody can write to', { modo: 'IDENTIFICADO' }, 'WEB_CHAT'],
  ] as const)('is no chat of a case that is %s', async (_, identidad, canal) => {
    const { page, sealing } = await filed(identidad, canal);
    expect(page().pqrsd.conversacion).toBeUndefined();
    expect(openConversacion(page(), sealing)).toBeUndefined();
  });

  it('is each event that they must learn, marked in the write of its order; and no other', async () => {
    const { page, order } = await filed({ modo: 'ANONIMO' });
    valueOf(await order({ tipo: 'ASIGNAR', dependencia: 'PLANEACION' }, 'f-1'));
    valueOf(await order({ tipo: 'ANOTAR', nota: 'n' }, 'f-1'));
    expect(page().pqrsd.porAvisar).toBeUndefined();
    valueOf(await order({ tipo: 'PRORROGAR', dias: 3, motivo: 'm', prueba: 'p' }, 'f-1'));
    valueOf(await order({ tipo: 'RECLASIFICAR', a: 'QUEJA', motivo: 'm' }, 'f-1'));
    valueOf(await order({ tipo: 'RESPONDER', salida: 'S-1', prueba: 'p' }, 'f-1'));
    expect(page().pqrsd.porAvisar).toEqual([4, 6]);
  });

  it('is proved by one event of each that was told, however many times it is asked', async () => {
    const { page, order } = await filed({ modo: 'ANONIMO' });
    const told = {
      tipo: 'AVISAR',
      clave: 'notificacion:2',
      de: 2,
      resultado: 'LEIDA',
      medio: 'CORREO',
      intentos: ['a'],
    } as const;
    for (let k = 0; k < 3; k++) valueOf(await order(told, 'sistema'));
    expect(page().eventos.map(({ tipo }) => tipo)).toEqual(['RADICADA', 'NOTIFICADA']);
    expect(page().pqrsd.porAvisar).toBeUndefined();
  });
});
