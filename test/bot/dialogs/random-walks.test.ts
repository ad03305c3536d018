import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dialogs } from '../../../bot/dialogs';
import { playDialogs } from '../../fakes/play-dialog';
import { type Act, draftsOf, isMessage, longWalk, plays, walk } from './walk-acts';

/** The person said yes to losing it, or to telling it anew. */
const CONFIRMED = new Set(['borrar', 'motor:si']);

/** A voice note, and a yes to file it. */
const SPOKEN: readonly Act[] = [
  { kind: 'speaks', name: 'a' },
  { kind: 'chooses', index: 0 },
];

describe('any conversation', () => {
  it('answers every message with bubbles that are not empty and fit in 1,024 characters, with at most ten options', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) {
          const { said } = await plays(chat, one);
          if (isMessage(one)) expect(said.length).toBeGreaterThan(0);
          for (const { texto, opciones } of said) {
            expect(texto.trim()).not.toBe('');
            expect(texto.length).toBeLessThanOrEqual(1024);
            expect(opciones.length).toBeLessThanOrEqual(10);
            const max = opciones.length <= 3 ? 20 : 24;
            expect(opciones.filter(({ titulo }) => titulo.length > max)).toEqual([]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('keeps data that each dialog can read again', async () => {
    const schemas = new Map(dialogs.map(({ name, schema }) => [name, schema]));
    await fc.assert(
      fc.asyncProperty(walk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) {
          await plays(chat, one);
          const { active, parked, unreadable } = chat.state;
          expect(unreadable).toEqual([]);
          for (const run of [...(active ? [active] : []), ...parked]) {
            expect(schemas.get(run.dialog)?.safeParse(run.data).success).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('loses no word of a draft unless it was filed or the person said yes to losing it', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) {
          const before = draftsOf(chat);
          const step = chat.state.active?.step;
          const { chosen } = await plays(chat, one);
          const after = draftsOf(chat);
          for (const [clave, { texto }] of before) {
            const filed = chat.ventanilla.solicitudes.some(
              (one) => one.clave.startsWith(clave) && one.texto === texto,
            );
            const confirmed =
              CONFIRMED.has(chosen) || step === 'reescribir' || chat.state.pending !== undefined;
            const said = one.kind === 'says' && /^(si|1|sí)$/i.test(one.texto.trim());
            if (filed || confirmed || said) continue;
            expect(after.get(clave)?.texto ?? '').toContain(texto);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('files as verbal what is told by voice alone, and only that; nobody’s voice goes anonymous unless they were told', async () => {
    let spoken = 0;
    const warned = /Una voz se reconoce/;
    await fc.assert(
      fc.asyncProperty(longWalk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        let told = false;
        for (const one of [...SPOKEN, ...acts]) {
          const { said } = await plays(chat, one);
          told ||= said.some(({ texto }) => warned.test(texto));
        }
        for (const { texto, anexos, presentacion, identidad } of chat.ventanilla.solicitudes) {
          const hasVoice = anexos.some(({ tipo }) => tipo.startsWith('audio/'));
          expect(presentacion?.verbal === true).toBe(hasVoice && texto.trim() === '');
          if (hasVoice && identidad.modo === 'ANONIMO') expect(told).toBe(true);
          spoken += presentacion?.verbal ? 1 : 0;
        }
      }),
      { numRuns: 40 },
    );
    expect(spoken).toBeGreaterThan(0);
  });

  it('tells at once every file that could not be received, and no draft forgets one', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) {
          const before = draftsOf(chat);
          const { said } = await plays(chat, one);
          if (one.kind === 'fails') expect(said[0]?.texto).toContain(`«${one.motivo}.bin»`);
          for (const [clave, draft] of draftsOf(chat)) {
            const kept = before.get(clave)?.noRecibidos ?? [];
            const isEmptied = draft.texto === '' && draft.anexos.length === 0;
            if (!isEmptied) expect(draft.noRecibidos ?? []).toEqual(expect.arrayContaining(kept));
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('files with a way to answer, or anonymous with nothing of who the person is', async () => {
    let filed = 0;
    await fc.assert(
      fc.asyncProperty(longWalk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) await plays(chat, one);
        filed += chat.ventanilla.solicitudes.length;
        for (const { identidad } of chat.ventanilla.solicitudes) {
          if (identidad.modo === 'ANONIMO') expect(Object.keys(identidad)).toEqual(['modo']);
          else expect(identidad.correo ?? identidad.telefono ?? identidad.direccion).toBeTruthy();
          if (canal === 'WHATSAPP' && identidad.modo !== 'ANONIMO')
            expect(identidad.documento).toBeUndefined();
        }
      }),
      { numRuns: 40 },
    );
    // Walks that file nothing would prove nothing.
    expect(filed).toBeGreaterThan(3);
  });
});
