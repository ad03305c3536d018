import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CANALES, MOTIVOS_NO_RECIBIDO, type MotivoNoRecibido } from '../../../api/base/kernel/vocabulary';
import { dialogs } from '../../../bot/dialogs';
import { type Draft, draftSchema } from '../../../bot/dialogs/radicar/draft';
import type { Bubble } from '../../../bot/engine/bubble';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';

const STORIES = [
  'el poste de la luz de mi cuadra esta dañado',
  'quiero poner una queja',
  'necesito un cupo en el colegio',
  'en que va mi radicado',
  'un funcionario me pidio plata {texto} $where',
  'hay un incendio en la casa de mi vecina',
  'que hacen con mis datos',
  'xqwz plin plon',
  'la secretaria de salud me grito',
  'solicito: 1. que arreglen la via. 2. que poden el saman',
];
const ANSWERS = (
  'si|no|anonima|con mi nombre|confidencial|Ana Ruiz|ana@correo.co|3101234567|vereda La Regina|1.113.456|cc|' +
  '2026-E-000001|2026 e 7|K7QM-X4TP-9W|predial|menu|atrás|CANCELAR|ayuda|persona|seguir|gracias|hola|???| '
)
  .split('|')
  .concat('x'.repeat(3000));

/** What moves the filing on; other steps have options, and the first one does. */
const FITTING: Readonly<Record<string, string>> = {
  escuchar: STORIES[0]!,
  texto: STORIES[0]!,
  reescribir: 'pido que poden el samán de la escuela',
  contra: 'Pedro Ruiz de la secretaría de salud',
  otra_contra: 'la señora que atiende',
  lugar: 'calle 8 con 5',
  nombre: 'Ana Ruiz',
  documento: 'cc 1.113.456',
  contacto: 'ana@correo.co',
};

type Act =
  | { readonly kind: 'fits'; readonly index: number }
  | { readonly kind: 'says'; readonly texto: string }
  | { readonly kind: 'chooses'; readonly index: number }
  | { readonly kind: 'sends'; readonly name: string }
  | { readonly kind: 'speaks'; readonly name: string }
  | { readonly kind: 'fails'; readonly motivo: MotivoNoRecibido }
  | { readonly kind: 'breaks'; readonly broken: boolean };

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 14, arbitrary: fc.nat(2).map((index) => ({ kind: 'fits', index }) as const) },
  { weight: 4, arbitrary: fc.nat(9).map((index) => ({ kind: 'chooses', index }) as const) },
  { weight: 3, arbitrary: fc.constantFrom(...ANSWERS).map((texto) => ({ kind: 'says', texto }) as const) },
  { weight: 2, arbitrary: fc.constantFrom(...STORIES).map((texto) => ({ kind: 'says', texto }) as const) },
  {
    weight: 1,
    arbitrary: fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((texto) => ({ kind: 'says', texto }) as const),
  },
  {
    weight: 1,
    arbitrary: fc.string({ minLength: 1, maxLength: 90 }).map((name) => ({ kind: 'sends', name }) as const),
  },
  { weight: 2, arbitrary: fc.constantFrom('a', 'b').map((name) => ({ kind: 'speaks', name }) as const) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...MOTIVOS_NO_RECIBIDO).map((motivo) => ({ kind: 'fails', motivo }) as const),
  },
  { weight: 1, arbitrary: fc.boolean().map((broken) => ({ kind: 'breaks', broken }) as const) },
);

/** The drafts of petitions that the conversation holds, in course or set aside, by key. */
function draftsOf({ state }: PlayedChat): ReadonlyMap<string, Draft> {
  const runs = [...(state.active ? [state.active] : []), ...state.parked];
  const drafts = runs.filter(({ dialog }) => dialog === 'radicar').map(({ data }) => draftSchema.parse(data));
  return new Map(drafts.map((draft) => [draft.clave, draft]));
}

interface Played {
  readonly said: readonly Bubble[];
  readonly chosen: string;
}

async function plays(chat: PlayedChat, one: Act): Promise<Played> {
  const { active, shown, pending } = chat.state;
  const choose = async (index: number): Promise<Played> => {
    const option = shown[index % Math.max(1, shown.length)];
    return option
      ? { said: await chat.says(option.titulo, { opcion: option.id }), chosen: option.id }
      : { said: await chat.says('1'), chosen: '' };
  };
  switch (one.kind) {
    case 'breaks':
      chat.ventanilla.failWith(one.broken ? { code: 'STORE_UNAVAILABLE' } : undefined);
      return { said: [], chosen: '' };
    case 'sends': {
      const anexo = { sha256: one.name, nombre: one.name, tipo: 'image/jpeg', bytes: 1 };
      return { said: await chat.says('', { anexos: [anexo] }), chosen: '' };
    }
    case 'speaks': {
      const voz = { sha256: one.name, nombre: `${one.name}.ogg`, tipo: 'audio/ogg', bytes: 1 };
      return { said: await chat.says('', { anexos: [voz] }), chosen: '' };
    }
    case 'fails': {
      const noRecibidos = [{ nombre: `${one.motivo}.bin`, motivo: one.motivo }];
      return { said: await chat.says('', { noRecibidos }), chosen: '' };
    }
    case 'says':
      return { said: await chat.says(one.texto), chosen: '' };
    case 'chooses':
      return choose(one.index);
    default: {
      const texto = pending ? undefined : FITTING[active?.step ?? 'escuchar'];
      if (texto !== undefined) return { said: await chat.says(texto), chosen: '' };
      return choose(active?.step === 'modo' ? one.index : 0);
    }
  }
}

/** The person said yes to losing it, or to telling it anew. */
const CONFIRMED = new Set(['borrar', 'motor:si']);

/** A voice note, and a yes to file it. */
const SPOKEN: readonly Act[] = [
  { kind: 'speaks', name: 'a' },
  { kind: 'chooses', index: 0 },
];

const walkOf = (minLength: number) =>
  fc.tuple(
    fc.constantFrom(...CANALES.slice(0, 3)),
    fc.boolean(),
    fc.array(act, { minLength, maxLength: 45 }),
  );
const walk = walkOf(0);
const longWalk = walkOf(25);

describe('any conversation', () => {
  it('answers every message with bubbles that are not empty and fit in 1,024 characters, with at most ten options', async () => {
    await fc.assert(
      fc.asyncProperty(walk, async ([canal, prueba, acts]) => {
        const chat = playDialogs(canal, { prueba });
        for (const one of acts) {
          const { said } = await plays(chat, one);
          if (one.kind !== 'breaks') expect(said.length).toBeGreaterThan(0);
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
