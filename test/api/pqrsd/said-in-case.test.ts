import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { verifyCommitment } from '../../../api/base/sealing/commitment';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { openMensaje, openNota } from '../../../api/pqrsd/seal-case';
import type { Orden } from '../../../api/pqrsd/orden';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

async function office(presentacion?: { verbal: true }) {
  const at = pqrsdOffice();
  await at.filePqrsd(solicitud({ presentacion }));
  const id = at.book.pages[0]?._id ?? '';
  return { ...at, does: (orden: Orden) => at.applyOrden(id, orden, 'f-1') };
}

const foto = { sha256: 'a'.repeat(64), nombre: 'poste de mi casa.jpg', tipo: 'image/jpeg', bytes: 9 };
const adds: Orden = { tipo: 'ADICIONAR', clave: 'k', texto: 'Sigue apagada', anexos: [foto] };

describe('what is said in a case after its filing', () => {
  it('is sealed in the case, with a commitment in an event that holds no word of it', async () => {
    const { does, sealing, book } = await office();
    const { pqrsd, eventos } = valueOf(await does(adds));
    const said = openMensaje(pqrsd.mensajes?.[0]?.sellado ?? '', sealing);
    expect(said).toMatchObject({ texto: 'Sigue apagada', nombresAnexos: ['poste de mi casa.jpg'] });
    const { palabras = '' } = eventos.at(-1)?.datos ?? {};
    expect(verifyCommitment('Sigue apagada', { sello: String(palabras), sal: said.sal })).toBe(true);
    expect(JSON.stringify(book.pages[0])).not.toMatch(/Sigue apagada|poste de mi casa/);
    expect(firstBrokenLink(book.pages[0]?.eventos ?? [], GENESIS)).toBeUndefined();
  });

  it('never moves the term, nor the state', async () => {
    const { does, book } = await office();
    const before = book.pages[0]?.pqrsd;
    const { pqrsd } = valueOf(await does(adds));
    expect(pqrsd).toMatchObject({ vencimiento: before?.vencimiento, estado: before?.estado });
  });

  it('tells the office of the person until the office writes', async () => {
    const { does, clock } = await office();
    expect(valueOf(await does(adds)).pqrsd.novedadEn).toEqual(clock.now());
    const asks: Orden = { tipo: 'PREGUNTAR', clave: 'p', texto: '¿En qué cuadra?', anexos: [] };
    const { pqrsd } = valueOf(await does(asks));
    expect(pqrsd.novedadEn).toBeUndefined();
    expect(pqrsd.mensajes?.map(({ de }) => de)).toEqual(['CIUDADANO', 'ENTIDAD']);
  });
});

describe('a verbal petition (Decreto 1166 de 2016)', () => {
  const listens: Orden = {
    tipo: 'ESCUCHAR',
    objeto: 'Que arreglen la lámpara',
    razones: 'Es peligroso de noche',
    recibe: { nombre: 'Ana Ruiz' },
  };

  it('takes object, reasons and who listened from a named official', async () => {
    const { does, sealing, book } = await office({ verbal: true });
    const { pqrsd } = valueOf(await does(listens));
    const nota = openNota(pqrsd.notas?.[0]?.sellada ?? '', sealing);
    expect(nota).toMatchObject({ objeto: 'Que arreglen la lámpara', recibe: { nombre: 'Ana Ruiz' } });
    expect(JSON.stringify(book.pages[0])).not.toMatch(/Ana Ruiz|lámpara/);
  });

  it('is the only one that is listened to', async () => {
    const { does } = await office();
    expect(await does(listens)).toMatchObject({ failure: { code: 'TRANSITION_NOT_ALLOWED' } });
  });
});
