import { describe, expect, it } from '@jest/globals';
import { talk, toSummary, type Talk } from '../../fakes/talk';

/** How to get to each step, and a piece of its question. */
const STEPS: readonly [step: string, reach: (chat: Talk) => Promise<string>, question: string][] = [
  ['inicio.menu', (chat) => chat.send('hola'), '¿Qué necesita?'],
  ['radicar.texto', (chat) => chat.all('hola', '1'), 'Cuéntenos'],
  ['radicar.lugar', (chat) => chat.send('Hay un hueco en la calle'), '¿Dónde?'],
  ['radicar.modo', (chat) => chat.all('Hay un hueco en la calle', 'Calle 5'), '¿Con su nombre?'],
  ['radicar.nombre', (chat) => chat.all('Hay un hueco en la calle', 'Calle 5', '1'), '¿Cuál es su nombre?'],
  ['radicar.resumen', (chat) => toSummary(chat), 'Resumen:'],
  ['consultar.numero', (chat) => chat.all('hola', '2'), '¿Número?'],
  ['consultar.codigo', (chat) => chat.all('hola', '2', '123'), '¿Código?'],
];

const WORDS: readonly [words: readonly string[], answer: (question: string) => RegExp][] = [
  [['MENÚ', 'menu', 'Inicio', '0'], () => /¿Qué necesita\?/],
  [['AYUDA', 'ayúdeme'], (question) => new RegExp(`puede escribir.*${escaped(question)}`, 's')],
  [['PERSONA', 'asesor', '9'], (question) => new RegExp(`contacto@.*${escaped(question)}`, 's')],
  [['REPETIR', 'repita'], (question) => new RegExp(escaped(question))],
];

const escaped = (text: string) => text.replaceAll(/[?¿]/g, '\\$&');

describe.each(STEPS)('at %s', (_step, reach, question) => {
  it.each(WORDS)('hears %j', async (words, answer) => {
    for (const word of words) {
      const chat = talk();
      expect(await reach(chat)).toContain(question);
      expect(await chat.send(` ${word}. `)).toMatch(answer(question));
    }
  });

  it('does not lose a draft by MENÚ: it is offered again and comes back to the same step', async () => {
    const chat = talk();
    await reach(chat);
    const titulo = 'Hay un hueco en la calle';
    const hasDraft = chat.state().active?.dialog === 'radicar' && !question.startsWith('Cuéntenos');
    const said = await chat.send('menú');
    expect(said.includes(`Guardamos su borrador «${titulo}»`)).toBe(hasDraft);
    expect(chat.options().includes('Seguir con mi borrador')).toBe(hasDraft);
    if (hasDraft) expect(await chat.send('seguir')).toContain(question);
  });

  it('goes back with ATRÁS, or says that there is nothing before', async () => {
    const chat = talk();
    await reach(chat);
    const before = chat.state().active?.steps.at(-1);
    const said = await chat.send('atrás');
    if (before === undefined) expect(said).toContain('No hay un paso anterior');
    else expect(chat.state().active?.step).toBe(before);
  });

  it('asks once before CANCELAR loses a draft', async () => {
    const chat = talk();
    await reach(chat);
    const { active } = chat.state();
    const hasDraft = active?.dialog === 'radicar' && active.step !== 'texto';
    expect((await chat.send('cancelar')).includes('¿Lo borramos?')).toBe(hasDraft);
    if (!hasDraft) return;
    expect(await chat.send('no')).toContain(question);
    expect(await chat.all('CANCELAR', 'sí')).toMatch(/Borramos el borrador.*¿Qué necesita\?/s);
    expect(chat.state().parked).toEqual([]);
  });
});

describe('global words', () => {
  it('count only when they are the whole message', async () => {
    const chat = talk();
    await chat.send('Hay un hueco en la calle');
    expect(await chat.send('frente a la persona de la ayuda')).toContain('¿Con su nombre?');
  });

  it('may be a lone sign', async () => {
    const chat = talk();
    await toSummary(chat);
    expect(await chat.send('?')).toContain('puede escribir');
    expect(await chat.send('#')).toContain('¿Con su nombre?');
  });

  it('go back step by step and keep what was written', async () => {
    const chat = talk();
    await toSummary(chat);
    await chat.all('#', '#');
    expect(chat.state().active).toMatchObject({ step: 'lugar', data: { texto: 'Hay un hueco en la calle' } });
  });

  it('keep a draft when another dialog starts, and offer it before a second one of its kind', async () => {
    const chat = talk();
    await toSummary(chat);
    await chat.all('menú', '2', '123', 'menú');
    expect(await chat.send('radicar')).toContain('¿Seguimos con «Hay un hueco en la calle»?');
    expect(await chat.send('1')).toContain('Resumen: Hay un hueco');
  });

  it('start the second one with its text, once the first was discarded on purpose', async () => {
    const chat = talk();
    await toSummary(chat);
    await chat.all('menú', 'Se cayó un árbol grande');
    expect(await chat.all('2', '1')).toMatch(/Borramos.*¿Dónde\?/s);
    expect(await chat.all('El parque', '2')).toContain('Resumen: Se cayó un árbol grande');
  });

  it('tell of the draft set aside when another dialog ends', async () => {
    const chat = talk();
    await toSummary(chat);
    await chat.send('sí');
    await toSummary(chat);
    await chat.all('menú', '2', '2026-E-000001');
    expect(await chat.send('K7QM-X4TP-9W')).toMatch(/^Estado: RADICADA\n\nGuardamos su borrador/);
    expect(await chat.send('continuar')).toContain('Resumen');
  });
});
