import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Bubble } from '../../../bot/engine/bubble';
import { type PlayedChat, playDialogs } from '../../fakes/play-dialog';
import { says, transcripts } from './all-transcripts';
import { type Act, draftsOf, isMessage, longWalk, plays } from './walk-acts';

const PLANTED = '1113456789';

/** Characters that WhatsApp Cloud API takes: beside options, and alone. */
const BESIDE = 1024;
const ALONE = 4096;
/** Options told in the text itself take this much at most: ten titles with their numbers. */
const NUMBERED = 300;

/** How much one bubble says, with the links in its text; a button's title has 20 characters and a row's 24. */
function sizeOf(said: readonly Bubble[]): number {
  expect(said).toHaveLength(1);
  let size = 0;
  for (const { texto, opciones, enlaces = [] } of said) {
    const links = enlaces.map(({ titulo, url }) => `\n${titulo}: https://sitio.gov.co${url}`).join('');
    expect(texto.trim()).not.toBe('');
    size = texto.length + links.length;
    expect(size).toBeLessThanOrEqual(ALONE - NUMBERED);
    const max = opciones.length <= 3 ? 20 : 24;
    expect(opciones.filter(({ titulo }) => titulo.length > max)).toEqual([]);
  }
  return size;
}

const shows = (said: readonly Bubble[], numero: string): boolean =>
  JSON.stringify(said)
    .replaceAll(/(?<=\d)[. -](?=\d)/g, '')
    .includes(numero);

describe('by a channel that charges for each message', () => {
  it.each(transcripts)('each turn is one bubble that fits: $title', async ({ lines, telefono, enlaces }) => {
    const chat = playDialogs('WHATSAPP', { prueba: true, telefono, enlaces });
    for (const line of lines) {
      if (typeof line === 'function') line(chat);
      else expect(sizeOf(await says(chat, line[0]))).toBeLessThanOrEqual(BESIDE);
    }
  });

  it('each turn of any conversation is one bubble, and all but a few fit beside their options', async () => {
    const sizes: number[] = [];
    await fc.assert(
      fc.asyncProperty(longWalk, async ([, prueba, acts]) => {
        const chat = playDialogs('WHATSAPP', { prueba, telefono: '573101234567' });
        for (const one of acts) {
          const { said } = await plays(chat, one);
          if (isMessage(one)) sizes.push(sizeOf(said));
        }
      }),
      { numRuns: 60 },
    );
    // Many files refused at once beside a full summary: their options are told in the text.
    expect(sizes.filter((size) => size > BESIDE).length).toBeLessThan(sizes.length / 100);
  });
});

/** How people write the number of their document. */
const WRITTEN = [
  PLANTED,
  `cc ${PLANTED}`,
  'mi cédula es 1.113.456.789',
  'C.C. No. 1 113 456 789',
  `Ana Paz ${PLANTED}`,
  `con mi nombre, cedula ${PLANTED}`,
  `el contador ${PLANTED} de la energía lleva un mes dañado en la casa de mi mamá`,
  `${PLANTED}@correo.co`,
  `calle 8 # 5-23 barrio obrero, cédula ${PLANTED}`,
  `cédula${PLANTED}ana`,
];

type Step = Act | { readonly kind: 'plants'; readonly index: number } | { readonly kind: 'form' };

const planted: fc.Arbitrary<readonly Step[]> = fc
  .tuple(
    longWalk,
    fc.array(fc.tuple(fc.nat(60), fc.nat(WRITTEN.length - 1)), { minLength: 4, maxLength: 12 }),
  )
  .map(([[, , acts], plants]) => {
    const steps: Step[] = [...acts];
    for (const [at, index] of plants) steps.splice(at % (steps.length + 1), 0, { kind: 'plants', index });
    return steps.flatMap((one, i): Step[] => (i % 9 === 8 ? [one, { kind: 'form' }] : [one]));
  });

async function playsStep(chat: PlayedChat, one: Step): Promise<readonly Bubble[]> {
  if (one.kind === 'plants') return chat.says(WRITTEN[one.index] ?? PLANTED);
  if (one.kind !== 'form') return (await plays(chat, one)).said;
  const enlace = [...draftsOf(chat).values()].flatMap((draft) => draft.enlace ?? []).at(-1) ?? 'ninguno';
  return chat.says('', { documento: { tipo: 'CC', numero: PLANTED, enlace } });
}

describe('by a channel of another company', () => {
  it('no text that goes out holds the whole number of a document, however it came in', async () => {
    await fc.assert(
      fc.asyncProperty(planted, async (steps) => {
        const chat = playDialogs('WHATSAPP');
        for (const one of steps) {
          const said = await playsStep(chat, one);
          if (shows(said, PLANTED)) throw new Error(JSON.stringify(said));
        }
      }),
      { numRuns: 80 },
    );
  });

  it('no number typed stays as anybody’s document: only what came by a link does', async () => {
    let byLink = 0;
    await fc.assert(
      fc.asyncProperty(planted, async (steps) => {
        const chat = playDialogs('WHATSAPP');
        let sent = false;
        for (const one of steps) {
          const isForm = one.kind === 'form' && [...draftsOf(chat).values()].some(({ enlace }) => enlace);
          sent ||= isForm;
          await playsStep(chat, one);
          for (const { documento, numeroSinTipo } of draftsOf(chat).values()) {
            expect(numeroSinTipo).toBeUndefined();
            if (!sent) expect(documento).toBeUndefined();
          }
        }
        byLink += chat.ventanilla.solicitudes.filter(
          ({ identidad }) => identidad.modo !== 'ANONIMO' && identidad.documento !== undefined,
        ).length;
      }),
      { numRuns: 60 },
    );
    // Walks in which nobody uses a link would prove half of it.
    expect(byLink).toBeGreaterThan(0);
  });
});
