import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anonymousAnexos } from '../../../api/base/anexos/anonymous-anexos';
import { valueOf } from '../../../api/base/kernel/result';
import type { AnexoRecibido } from '../../../api/base/kernel/solicitud';
import { sha256 } from '../../../api/comunicaciones/book-chain';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { openContenido } from '../../../api/pqrsd/seal-case';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const PHOTO: AnexoRecibido = {
  sha256: 'a'.repeat(64),
  nombre: 'Rosalba en su casa.jpg',
  tipo: 'image/jpeg',
  bytes: 900,
  vista: { sha256: 'b'.repeat(64), tipo: 'image/jpeg', bytes: 700 },
};
const OLD: AnexoRecibido = {
  sha256: 'c'.repeat(64),
  nombre: 'Rosalba.doc',
  tipo: 'application/msword',
  bytes: 80,
};
const ANA = { modo: 'IDENTIFICADO', correo: 'ana@ejemplo.co' } as const;

describe('the files of an anonymous petition', () => {
  it('are kept as their derivatives, under names that say nothing; those without one are told as not received', async () => {
    const { filePqrsd, book, sealing, dropped } = pqrsdOffice();
    const noRecibidos = [{ nombre: 'cedula de Rosalba.exe', motivo: 'TIPO_NO_ADMITIDO' as const }];
    valueOf(await filePqrsd(solicitud({ anexos: [PHOTO, OLD], noRecibidos })));
    const page = book.pages[0] as Pqrsd;
    expect(page.pqrsd.anexos).toEqual([PHOTO.vista]);
    expect(page.eventos[0]?.datos).toMatchObject({ anexos: ['b'.repeat(64)], noRecibidos: 2 });
    const { nombresAnexos, noRecibidos: told } = openContenido(page, sealing);
    expect(nombresAnexos).toEqual(['archivo-1.jpg']);
    expect(told).toEqual([
      { nombre: 'archivo-3', motivo: 'TIPO_NO_ADMITIDO' },
      { nombre: 'archivo-2.doc', motivo: 'CON_DATOS' },
    ]);
    expect(dropped).toEqual([PHOTO.sha256, OLD.sha256]);
  });

  it('repeated are the same petition', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    const first = valueOf(await filePqrsd(solicitud({ anexos: [PHOTO, OLD] })));
    expect(valueOf(await filePqrsd(solicitud({ anexos: [PHOTO, OLD] })))).toEqual({
      ...first,
      repetido: true,
    });
    expect(book.pages).toHaveLength(1);
  });

  it('may be all that it says: a file that cannot be kept still leaves an EMPTY_TEXT, not an empty case', async () => {
    const { filePqrsd } = pqrsdOffice();
    expect(await filePqrsd(solicitud({ texto: ' ', anexos: [OLD] }))).toMatchObject({
      failure: { code: 'EMPTY_TEXT' },
    });
    expect((await filePqrsd(solicitud({ texto: ' ', anexos: [PHOTO] }))).ok).toBe(true);
  });

  it('never lose the text that was too long for the petition, told in one message or in several', async () => {
    const { filePqrsd, book, stored, dropped } = pqrsdOffice();
    const texto = 'Señores: '.repeat(9_000);
    const told = { sha256: sha256('todo'), nombre: 'texto-completo.txt', tipo: 'text/plain', bytes: 4 };
    await filePqrsd(solicitud({ texto, anexos: [told] }));
    const kept = book.pages[0]?.pqrsd.anexos.map((anexo) => anexo.sha256);
    expect(kept).toEqual([told.sha256, sha256(texto)]);
    expect(stored.get(sha256(texto))).toBe(texto);
    expect(dropped).toEqual([]);
  });

  it('of somebody who says who they are stay as they came', async () => {
    const { filePqrsd, book, dropped } = pqrsdOffice();
    await filePqrsd(solicitud({ identidad: ANA, anexos: [PHOTO, OLD] }));
    expect(book.pages[0]?.pqrsd.anexos.map((anexo) => anexo.sha256)).toEqual([PHOTO.sha256, OLD.sha256]);
    expect(dropped).toEqual([]);
  });

  it('are each kept or told, whatever they are, and no name survives', () => {
    const hash = fc.stringMatching(/^[0-9a-f]{64}$/);
    const about = {
      sha256: hash,
      tipo: fc.constantFrom('image/jpeg', 'application/msword'),
      bytes: fc.nat(),
    };
    const nombre = fc.stringMatching(/^rosalba[ a-z.]{0,12}(\.jpg|\.exe)$/);
    const anexo = fc.record({ ...about, nombre, vista: fc.option(fc.record(about), { nil: undefined }) });
    fc.assert(
      fc.property(fc.array(anexo, { maxLength: 10 }), (files) => {
        const { anexos, noRecibidos } = anonymousAnexos(files);
        expect(anexos.length + noRecibidos.length).toBe(files.length);
        expect(new Set([...anexos, ...noRecibidos].map((one) => one.nombre)).size).toBe(files.length);
        expect(JSON.stringify([anexos, noRecibidos])).not.toContain('rosalba');
      }),
    );
  });
});
