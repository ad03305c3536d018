import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cleanText } from '../../../api/base/kernel/plain-text';
import { valueOf } from '../../../api/base/kernel/result';
import { verifyCommitment } from '../../../api/base/sealing/commitment';
import { canonicalJson, sha256 } from '../../../api/comunicaciones/book-chain';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { openContenido, openPeticionario } from '../../../api/pqrsd/seal-case';
import { verifyProof } from '../../../api/terminos/verify-proof';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const ANA = {
  modo: 'IDENTIFICADO',
  nombre: 'Ana Lucía Ñáñez',
  documento: { tipo: 'CC', numero: '31.234.567' },
  correo: 'Ana@Ejemplo.co',
  telefono: '+57 300 111 2233',
  direccion: 'Cra 7 # 8-20',
} as const;

describe('filing a PQRSD', () => {
  it('gives number, code, times and the due date by law', async () => {
    const { filePqrsd } = pqrsdOffice();
    const acuse = valueOf(await filePqrsd(solicitud()));
    expect(acuse).toMatchObject({
      recepcion: '2026-E-000001',
      radicado: '2026-E-000001',
      prueba: true,
      repetido: false,
    });
    // 15 business days from 25 November; 8 December is a holiday (Ley 1755 de 2015, art. 14).
    expect(acuse.vence).toBe('2026-12-16');
    expect(acuse.codigo).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{2}$/);
  });

  it('counts from the receipt, though the number came later', async () => {
    const { filePqrsd, clock, book } = pqrsdOffice();
    clock.advance(3 * 86_400_000);
    const acuse = valueOf(await filePqrsd(solicitud()));
    expect(acuse.vence).toBe('2026-12-16');
    expect(acuse.radicadoEn.toISOString()).toBe('2026-11-27T14:00:00.000Z');
    expect(book.pages[0]?.recibidoEn).toEqual(solicitud().recibidoEn);
  });

  it('keeps with the case a proof of its due date that anybody can check', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    await filePqrsd(solicitud());
    const prueba = JSON.parse(JSON.stringify(book.pages[0]?.pqrsd.vencimiento.prueba)) as unknown;
    expect(verifyProof(prueba)).toMatchObject({ ok: true, fecha: '2026-12-16' });
  });

  it('gives the same acknowledgement when it is repeated, and refuses the key with another petition', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    const first = valueOf(await filePqrsd(solicitud()));
    const again = valueOf(await filePqrsd(solicitud({ recibidoEn: new Date('2026-11-25T10:00:00-05:00') })));
    expect(again).toEqual({ ...first, repetido: true });
    expect(await filePqrsd(solicitud({ texto: 'otra cosa' }))).toMatchObject({
      failure: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
    expect(book.pages).toHaveLength(1);
  });

  it('asks for nothing but a text (CPACA 16)', async () => {
    const { filePqrsd } = pqrsdOffice();
    expect(await filePqrsd(solicitud({ texto: ' \n\u0000 ' }))).toMatchObject({
      failure: { code: 'EMPTY_TEXT' },
    });
    expect((await filePqrsd(solicitud({ texto: '?' }))).ok).toBe(true);
  });

  it('keeps nobody in an anonymous case: no name, contact, draft or channel identity', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    await filePqrsd(solicitud({ clave: 'borrador-573001112233' }));
    const [page] = book.pages;
    expect(page?.pqrsd.peticionario).toBeUndefined();
    expect(Object.keys(page?.pqrsd ?? {}).filter((key) => key.endsWith('Ciego'))).toEqual([]);
    expect(JSON.stringify(page)).not.toContain('573001112233');
  });

  it('stores name, contact and text sealed, and in the event only a commitment to who files', async () => {
    const { filePqrsd, book, sealing } = pqrsdOffice();
    await filePqrsd(solicitud({ identidad: ANA, lugar: 'Parque de Villagorgona' }));
    const [page] = book.pages;
    const stored = JSON.stringify(page);
    for (const secret of [
      'Ana',
      'Ñáñez',
      '31.234.567',
      'Ejemplo.co',
      '300 111',
      'Cra 7',
      'lampara',
      'Villagorgona',
    ]) {
      expect(stored).not.toContain(secret);
    }
    const contenido = openContenido(page as Pqrsd, sealing);
    expect(contenido).toMatchObject({ texto: solicitud().texto, lugar: 'Parque de Villagorgona' });
    const texto = { sello: String(page?.eventos[0]?.datos['texto']), sal: contenido.sal };
    expect(verifyCommitment(solicitud().texto, texto)).toBe(true);
    const { sal = '', ...identidad } = openPeticionario(page as Pqrsd, sealing) ?? {};
    const sello = String(page?.eventos[0]?.datos['identidad']);
    expect(verifyCommitment(canonicalJson(identidad), { sello, sal })).toBe(true);
    expect(identidad).toEqual(ANA);
  });

  it('finds the same person however they typed their document, mail or phone', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    await filePqrsd(solicitud({ identidad: ANA }));
    const other = {
      ...ANA,
      documento: { tipo: 'CC', numero: '31234567' },
      correo: ' ana@ejemplo.CO',
      telefono: '3001112233',
    } as const;
    await filePqrsd(solicitud({ clave: 'borrador-2', identidad: other }));
    const indexes = book.pages.map(({ pqrsd: { documentoCiego, correoCiego, telefonoCiego } }) => ({
      documentoCiego,
      correoCiego,
      telefonoCiego,
    }));
    expect(indexes[0]).toEqual(indexes[1]);
    expect(Object.values(indexes[0] ?? {}).every(Boolean)).toBe(true);
  });

  it('attaches whole a text past 64 kB, and loses nothing of it', async () => {
    const { filePqrsd, book, stored } = pqrsdOffice();
    const texto = 'Señores: ñandú 🙂 '.repeat(5_000);
    await filePqrsd(solicitud({ texto }));
    const anexos = book.pages[0]?.pqrsd.anexos ?? [];
    expect(anexos.map((anexo) => anexo.sha256)).toEqual([sha256(texto)]);
    expect(stored.get(sha256(texto))).toBe(texto);
  });

  it('takes any text a person can type without failing, and commits to what it keeps', async () => {
    const { filePqrsd, book, sealing } = pqrsdOffice();
    let n = 0;
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 300 }), async (texto) => {
        const filed = await filePqrsd(solicitud({ clave: `k${n++}`, texto }));
        if (!filed.ok) return expect(filed.failure.code).toBe('EMPTY_TEXT');
        const page = book.pages.at(-1) as Pqrsd;
        const { texto: kept, sal } = openContenido(page, sealing);
        expect(kept).toBe(cleanText(texto));
        expect(verifyCommitment(kept, { sello: String(page.eventos[0]?.datos['texto']), sal })).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('gives a reception number and no radicado while another Ventanilla assigns it', async () => {
    const { filePqrsd } = pqrsdOffice({ prueba: false, radicadoPor: 'EXTERNO' });
    const acuse = valueOf(await filePqrsd(solicitud()));
    expect(acuse).toMatchObject({ recepcion: '2026-E-000001', prueba: false });
    expect(acuse.radicado).toBeUndefined();
  });

  it('gives priority to danger to life and to minors, without touching the term', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    await filePqrsd(solicitud({ clave: 'a', senales: { riesgoDeVida: true } }));
    await filePqrsd(solicitud({ clave: 'b', senales: { menorDeEdad: true } }));
    await filePqrsd(solicitud({ clave: 'c' }));
    expect(book.pages.map((page) => page.pqrsd.prioridad)).toEqual(['URGENTE', 'PREFERENTE', 'NORMAL']);
    expect(new Set(book.pages.map((page) => page.pqrsd.venceImpreso)).size).toBe(1);
  });
});

describe('tracking', () => {
  it('opens with the number as people type it and the code in any case and grouping', async () => {
    const { filePqrsd, track } = pqrsdOffice();
    const { codigo } = valueOf(await filePqrsd(solicitud()));
    const seen = valueOf(await track(' 2026 e 1 ', codigo.toLowerCase().replaceAll('-', ' ')));
    expect(seen).toMatchObject({ recepcion: '2026-E-000001', estado: 'RADICADA', vencida: false });
    expect(JSON.stringify(seen)).not.toContain('lampara');
  });

  it('tells a wrong code and an unknown number alike', async () => {
    const { filePqrsd, track } = pqrsdOffice();
    const { codigo } = valueOf(await filePqrsd(solicitud()));
    const wrong = await track('2026-E-000001', 'AAAA-AAAA-AA');
    expect(wrong).toMatchObject({ failure: { code: 'WRONG_CODE' } });
    expect(await track('2026-E-000002', codigo)).toEqual(wrong);
    expect(await track('', '')).toEqual(wrong);
  });

  it('says that it is overdue from the day after the last', async () => {
    const { filePqrsd, track, clock } = pqrsdOffice();
    const { codigo } = valueOf(await filePqrsd(solicitud()));
    clock.set('2026-12-16T23:59:59-05:00');
    expect(valueOf(await track('2026-E-000001', codigo)).vencida).toBe(false);
    clock.set('2026-12-17T00:00:00-05:00');
    expect(valueOf(await track('2026-E-000001', codigo)).vencida).toBe(true);
  });
});
