import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../../api/base/kernel/result';
import type { Adicion } from '../../../api/base/kernel/seguimiento';
import type { Solicitud } from '../../../api/base/kernel/solicitud';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { createSayInCase } from '../../../api/pqrsd/say-in-case';
import { openMensaje } from '../../../api/pqrsd/seal-case';
import { createApplyOrden } from '../../../api/pqrsd/apply-orden';
import { withLocalDays } from '../terminos/legal-of-content';
import { memoryCases, pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const ANA = { modo: 'IDENTIFICADO', nombre: 'Ana', correo: 'ana@ejemplo.co' } as const;

async function withCase(over: Partial<Solicitud> = {}) {
  const at = pqrsdOffice();
  const acuse = valueOf(await at.filePqrsd(solicitud(over)));
  const caso = { numero: acuse.recepcion, codigo: acuse.codigo };
  const adds = (texto: string, more: Partial<Adicion> = {}) =>
    at.addToCase({ clave: `k-${texto}`, caso, texto, anexos: [], ...more });
  const asks = (texto: string, clave = `p-${texto}`) =>
    at.askInCase(acuse.recepcion, { clave, texto, quien: 'Luz Marina Ríos' });
  return { ...at, acuse, caso, adds, asks, page: () => at.book.pages[0]! };
}

describe('what a person adds to their case', () => {
  it('is read by whoever has the code, beside what the office asks', async () => {
    const { adds, asks, track, caso } = await withCase();
    await adds('Sigue apagada');
    await asks('¿En qué cuadra?');
    const { mensajes } = valueOf(await track(caso.numero, caso.codigo));
    expect(mensajes.map(({ de, texto }) => [de, texto])).toEqual([
      ['CIUDADANO', 'Sigue apagada'],
      ['ENTIDAD', '¿En qué cuadra?'],
    ]);
  });

  it('is refused without the code, as an unknown number is', async () => {
    const { adds, caso } = await withCase();
    const wrong = await adds('hola', { caso: { ...caso, codigo: 'AAAA-AAAA-AA' } });
    expect(wrong).toMatchObject({ failure: { code: 'WRONG_CODE' } });
  });

  it('is added once for each key, and the key does not say other words', async () => {
    const { adds, page } = await withCase();
    await adds('Sigue apagada', { clave: 'una' });
    expect((await adds('Sigue apagada', { clave: 'una' })).ok).toBe(true);
    expect(page().pqrsd.mensajes).toHaveLength(1);
    const other = await adds('Ya prende', { clave: 'una' });
    expect(other).toMatchObject({ failure: { code: 'IDEMPOTENCY_KEY_REUSED' } });
    expect(JSON.stringify(page())).not.toContain('"una"');
  });

  it('is added whoever else writes at the same time, all of it and in one chain', async () => {
    const { adds, asks, page } = await withCase();
    const all = await Promise.all([adds('a'), adds('b'), asks('c'), adds('d'), adds('d'), asks('e')]);
    expect(all.every(({ ok }) => ok)).toBe(true);
    expect(page().pqrsd.mensajes).toHaveLength(5);
    expect(firstBrokenLink(page().eventos, GENESIS)).toBeUndefined();
  });

  it('says so when every try loses to another write', async () => {
    const { page, sealing } = await withCase();
    let tries = 0;
    const say = createSayInCase({
      applyOrden: async () => {
        tries += 1;
        return { ok: false, failure: { code: 'VERSION_CONFLICT' } };
      },
      sealing,
      storeLongText: () => Promise.reject(new Error('not needed')),
    });
    const said = await say(
      page(),
      { tipo: 'ADICIONAR', por: 'ciudadano' },
      { clave: 'k', texto: 'a', anexos: [] },
    );
    expect(said).toMatchObject({ failure: { code: 'VERSION_CONFLICT' } });
    expect(tries).toBeGreaterThan(1);
    expect(tries).toBeLessThan(20);
  });

  it('becomes a file when it is long, with its beginning in the case', async () => {
    const { adds, page, stored } = await withCase();
    const texto = 'palabra '.repeat(4_000);
    expect((await adds(texto)).ok).toBe(true);
    const [anexo] = page().pqrsd.mensajes?.[0]?.anexos ?? [];
    expect(stored.get(anexo?.sha256 ?? '')).toBe(texto.trim());
  });

  it('needs some word or some file', async () => {
    const { adds } = await withCase();
    expect(await adds(' \n ')).toMatchObject({ failure: { code: 'EMPTY_TEXT' } });
  });

  it('is refused once the case is closed, but not said twice when it had been added before', async () => {
    const { adds, applyOrden, page } = await withCase();
    await adds('antes', { clave: 'una' });
    await applyOrden(page()._id, { tipo: 'DESISTIR', modo: 'EXPRESO', motivo: 'm' }, 'f-1');
    expect(await adds('después')).toMatchObject({ failure: { code: 'CASE_CLOSED' } });
    expect((await adds('antes', { clave: 'una' })).ok).toBe(true);
  });

  it('has a bound, which leaves room for the office', async () => {
    const { adds, asks, track, caso } = await withCase();
    for (let i = 0; i < 80; i++) expect((await adds(`m${i}`)).ok).toBe(true);
    expect(await adds('uno más')).toMatchObject({ failure: { code: 'CASE_FULL' } });
    expect(valueOf(await track(caso.numero, caso.codigo)).admiteMensajes).toBe(false);
    for (let i = 0; i < 20; i++) expect((await asks(`p${i}`)).ok).toBe(true);
    expect(await asks('una más')).toMatchObject({ failure: { code: 'CASE_FULL' } });
  });
});

describe('who adds', () => {
  const file = (nombre: string) => ({ sha256: nombre, nombre, tipo: 'image/jpeg', bytes: 9 });
  const vista = { sha256: 'limpia', tipo: 'image/jpeg', bytes: 5 };

  it('to an anonymous case leaves only the derivative of their files, under a neutral name', async () => {
    const { adds, page, sealing, dropped } = await withCase();
    const anexos = [{ ...file('casa de Ana.jpg'), vista }, file('voz de Ana.jpg')];
    const { mensajes } = valueOf(await adds('Ahí va', { anexos }));
    expect(mensajes[0]).toMatchObject({
      archivos: ['archivo-1.jpg'],
      noRecibidos: [{ nombre: 'archivo-2.jpg', motivo: 'CON_DATOS' }],
    });
    expect(page().pqrsd.mensajes?.[0]?.anexos).toEqual([vista]);
    expect(dropped).toEqual(['casa de Ana.jpg', 'voz de Ana.jpg']);
    const { eventos, pqrsd } = page();
    const opened = openMensaje(pqrsd.mensajes?.[0]?.sellado ?? '', sealing);
    expect(JSON.stringify([eventos, opened])).not.toMatch(/Ana/);
  });

  it('to a case with a name keeps the originals and their names', async () => {
    const { adds, page, dropped } = await withCase({ identidad: ANA });
    const { mensajes } = valueOf(await adds('Ahí va', { anexos: [{ ...file('casa.jpg'), vista }] }));
    expect(dropped).toEqual([]);
    expect(mensajes[0]?.archivos).toEqual(['casa.jpg']);
    expect(page().pqrsd.mensajes?.[0]?.anexos[0]).toMatchObject({ sha256: 'casa.jpg', vista });
  });

  it('for the office is known to whoever has the keys, and named in no event', async () => {
    const { asks, page, sealing } = await withCase();
    await asks('¿Dónde?');
    const { eventos, pqrsd } = page();
    expect(eventos.at(-1)?.por).toMatch(/^f-[\w-]{16}$/);
    expect(openMensaje(pqrsd.mensajes?.[0]?.sellado ?? '', sealing).quien).toBe('Luz Marina Ríos');
    expect(JSON.stringify(page())).not.toMatch(/Luz|Marina|Ríos/);
  });

  it('for the office cannot ask in a case that is not there', async () => {
    const { askInCase } = await withCase();
    const asked = await askInCase('2026-E-000999', { clave: 'k', texto: '¿?', quien: 'Luz' });
    expect(asked).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });
});

describe('the same chat', () => {
  const chat = 'conversacion-de-ana';

  it('sees its open cases without a code, and adds to them', async () => {
    const { myCases, addToCase, acuse } = await withCase({ identidad: ANA, conversacion: chat });
    expect(valueOf(await myCases(chat)).map(({ recepcion }) => recepcion)).toEqual([acuse.recepcion]);
    const caso = { recepcion: acuse.recepcion, conversacion: chat };
    const added = await addToCase({ clave: 'k', caso, texto: 'Sigue igual', anexos: [] });
    expect(valueOf(added).mensajes).toHaveLength(1);
  });

  it('of somebody else sees nothing, and cannot add', async () => {
    const { myCases, addToCase, acuse } = await withCase({ identidad: ANA, conversacion: chat });
    expect(valueOf(await myCases('otra'))).toEqual([]);
    const caso = { recepcion: acuse.recepcion, conversacion: 'otra' };
    const added = await addToCase({ clave: 'k', caso, texto: 'x', anexos: [] });
    expect(added).toMatchObject({ failure: { code: 'NOT_FOUND' } });
  });

  it.each(['ANONIMO', 'CONFIDENCIAL'] as const)('never shows a case filed as %s', async (modo) => {
    const identidad = modo === 'ANONIMO' ? { modo } : { ...ANA, modo };
    const { myCases } = await withCase({ identidad, conversacion: chat });
    expect(valueOf(await myCases(chat))).toEqual([]);
  });

  it('does not show what is closed', async () => {
    const { myCases, applyOrden, page } = await withCase({ identidad: ANA, conversacion: chat });
    await applyOrden(page()._id, { tipo: 'ANULAR', motivo: 'm' }, 'f-1');
    expect(valueOf(await myCases(chat))).toEqual([]);
  });
});

describe('whatever is said in a case', () => {
  it('moves neither its dates nor its state, not even when the calendar has changed meanwhile', async () => {
    const line = fc.record({
      de: fc.constantFrom('a', 'p'),
      texto: fc.string({ minLength: 1, maxLength: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 12 }), fc.nat(60), async (lines, days) => {
        const { book, clock, sealing, adds, asks } = await withCase();
        const before = structuredClone(book.pages[0]?.pqrsd);
        clock.advance(days * 86_400_000);
        const cases = memoryCases(book);
        const applyOrden = createApplyOrden({ cases, terminos: withLocalDays('2026-12-04'), clock, sealing });
        const orden = { tipo: 'ADICIONAR', clave: 'otra', texto: 'con otro calendario', anexos: [] } as const;
        await applyOrden(book.pages[0]!._id, orden, 'ciudadano');
        for (const { de, texto } of lines) await (de === 'a' ? adds(texto) : asks(texto));
        const { vencimiento, venceEstricto, venceImpreso, estado } = book.pages[0]!.pqrsd;
        expect({ vencimiento, venceEstricto, venceImpreso, estado }).toEqual({
          vencimiento: before?.vencimiento,
          venceEstricto: before?.venceEstricto,
          venceImpreso: before?.venceImpreso,
          estado: before?.estado,
        });
      }),
      { numRuns: 25 },
    );
  });
});
