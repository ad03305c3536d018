import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CANALES } from '../../../api/base/kernel/vocabulary';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import type { PlayedChat } from '../../fakes/play-dialog';
import { type Act, before, chatAfter, isMessage, longWalk, type Played, plays } from './walk-acts';

/** What a person chooses to lose, knowing it: to delete, not to send, to tell it anew, to look for it as a trámite. */
const LETS_GO = new Set([
  'borrar',
  'motor:si',
  'no_radicar',
  'dejarlo',
  'no_agregar',
  'tramite',
  'quitar_archivos',
]);

/** The answer says that something was not kept. */
const TOLD_LOST = /no quedó guardado|No guardamos lo último/;

const holds = ({ state, ventanilla }: PlayedChat): string =>
  JSON.stringify([state, ventanilla.solicitudes, ventanilla.adiciones]);

function letsGo(one: Act, { said, chosen }: Played, step: string | undefined): boolean {
  const cancels = one.kind === 'says' && /^(si|sí|1|cancelar|no)$/i.test(one.texto.trim());
  return (
    LETS_GO.has(chosen) || cancels || step === 'reescribir' || said.some(({ texto }) => TOLD_LOST.test(texto))
  );
}

/** An anonymous case, looked for with its number and code, and left: chance alone does not open one in every run. */
const OPENS_ANONYMOUS: readonly Act[] = [
  { kind: 'says', texto: 'menu' },
  { kind: 'says', texto: 'en que va mi radicado' },
  { kind: 'says', texto: '2026-E-000001' },
  { kind: 'says', texto: FAKE_CODE },
  { kind: 'says', texto: 'gracias' },
  { kind: 'says', texto: 'menu' },
];

const times = (text: string, mark: string): number => text.split(mark).length - 1;

describe('any conversation of somebody with cases', () => {
  it('loses no story: it is in a draft, an offer, a case or an addition, or the person let it go or was told', async () => {
    let kept = 0;
    await fc.assert(
      fc.asyncProperty(before, longWalk, async (filed, [canal, prueba, acts]) => {
        const chat = await chatAfter(filed, canal, prueba);
        let told: readonly string[] = [];
        for (const one of acts) {
          const step = chat.state.active?.step;
          const played = await plays(chat, one);
          if (one.kind === 'tells') told = [...told, one.mark];
          const here = holds(chat);
          if (letsGo(one, played, step)) told = told.filter((mark) => here.includes(mark));
          // What is looked for as a trámite is a search, and the next one takes its place.
          if (played.chosen === 'tramite') told = [];
          for (const mark of told) expect(here).toContain(mark);
          kept += told.length;
        }
      }),
      { numRuns: 60 },
    );
    expect(kept).toBeGreaterThan(100);
  });

  it('files each petition once and adds each word once, whatever fails on the way', async () => {
    let written = 0;
    await fc.assert(
      fc.asyncProperty(before, longWalk, async (filed, [canal, prueba, acts]) => {
        const chat = await chatAfter(filed, canal, prueba);
        for (const one of acts) await plays(chat, one);
        const { solicitudes, adiciones } = chat.ventanilla;
        const keys = [...solicitudes, ...adiciones].map(({ clave }) => clave);
        expect(new Set(keys).size).toBe(keys.length);
        const texts = JSON.stringify([...solicitudes, ...adiciones].map(({ texto }) => texto));
        for (const one of acts) {
          if (one.kind !== 'tells') continue;
          expect(times(texts, one.mark)).toBeLessThanOrEqual(1);
          written += times(texts, one.mark);
        }
      }),
      { numRuns: 40 },
    );
    expect(written).toBeGreaterThan(3);
  });

  it('keeps nothing of an anonymous case once it is no longer on the screen', async () => {
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(before, longWalk, async (filed, [canal, prueba, acts]) => {
        const chat = await chatAfter(filed, canal, prueba);
        for (const one of acts) {
          await plays(chat, one);
          const { active } = chat.state;
          const isAnonymous = /"anonima":true/.test(JSON.stringify(active?.data ?? {}));
          if (isAnonymous) opened += 1;
          if (isAnonymous && isMessage(one)) expect(chat.forgot).toBe(true);
          const isOpen = active?.dialog === 'consultar' || active?.dialog === 'adicionar';
          const rest = JSON.stringify({ ...chat.state, ...(isOpen && { active: undefined, shown: [] }) });
          // Who types the code where a petition is told has it in the petition.
          expect(rest).not.toContain('"codigo":');
          for (const { identidad, texto } of chat.ventanilla.solicitudes) {
            const marks = texto.match(/marca\d+z/g) ?? [];
            if (identidad.modo === 'ANONIMO') for (const mark of marks) expect(rest).not.toContain(mark);
          }
        }
      }),
      {
        numRuns: 40,
        examples: CANALES.slice(0, 3).map((canal) => ['ANONYMOUS', [canal, false, OPENS_ANONYMOUS]]),
      },
    );
    expect(opened).toBeGreaterThan(0);
  });

  it('is never a dead end: wherever it is, «menu» leads to the menu', async () => {
    await fc.assert(
      fc.asyncProperty(before, longWalk, async (filed, [canal, prueba, acts]) => {
        const chat = await chatAfter(filed, canal, prueba);
        for (const one of acts) await plays(chat, one);
        const said = await chat.says('menu');
        expect(chat.state.active).toMatchObject({ dialog: 'bienvenida' });
        expect(chat.state.pending).toBeUndefined();
        const ids = said.at(-1)?.opciones.map(({ id }) => id);
        expect(ids).toEqual(expect.arrayContaining(['radicar', 'consultar', 'tramite', 'persona']));
      }),
      { numRuns: 40 },
    );
  });
});
