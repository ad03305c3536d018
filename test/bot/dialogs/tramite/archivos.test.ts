import { describe, expect, it } from '@jest/globals';
import type { Canal } from '../../../../api/base/kernel/vocabulary';
import { contentWith } from '../../../fakes/content-with-files';
import { playDialogs } from '../../../fakes/play-dialog';

const given = (...titles: readonly string[]) =>
  titles.map((titulo, n) => ({ nombre: `a${n}.pdf`, titulo, bytes: Buffer.from(`%PDF-1.7 ${n}`) }));

/** Somebody with the card of the predial in front, which has these files. */
async function atCard(titles: readonly string[], canal: Canal = 'WHATSAPP') {
  const chat = playDialogs(canal);
  chat.inForce(contentWith(given(...titles)));
  await chat.says('hola');
  await chat.says('información de trámites');
  const [card] = (await chat.says('Pago del impuesto predial')).slice(-1);
  return { chat, card };
}

const titlesOf = (bubble: { readonly opciones: readonly { readonly titulo: string }[] } | undefined) =>
  bubble?.opciones.map(({ titulo }) => titulo);

describe('the files of a trámite in the conversation', () => {
  it('are options of its card, first, and ten at most with the rest', async () => {
    const six = [1, 2, 3, 4, 5, 6].map((n) => `Formato ${n}`);
    const { card } = await atCard(six);
    expect(titlesOf(card)?.slice(0, 6)).toEqual(six);
    expect(card?.opciones.length).toBeLessThanOrEqual(10);
    expect(titlesOf((await atCard([])).card)).toEqual(['Pedir información', 'Otro trámite', 'Menú']);
  });

  it.each(['1', 'Formato de pago', 'FORMATO DE PAGO'])(
    'are given in one bubble when chosen by «%s», with what may follow in three buttons',
    async (texto) => {
      const { chat } = await atCard(['Formato de pago']);
      const [bubble, ...more] = await chat.says(texto);
      expect(more).toEqual([]);
      expect(bubble).toMatchObject({
        texto: 'Este es el archivo «Formato de pago» (PDF, 1 kB).\n\n¿Necesita algo más de este trámite?',
        archivo: {
          nombre: 'a0.pdf',
          titulo: 'Formato de pago (PDF, 1 kB)',
          url: '/archivos/a0.pdf',
          tipo: 'application/pdf',
          bytes: 10,
        },
      });
      expect(titlesOf(bubble)).toEqual(['Ver el trámite', 'Otro trámite', 'Menú']);
    },
  );

  it('are given once: asking for help does not bring it again, naming another does', async () => {
    const { chat } = await atCard(['Formato de pago', 'Instructivo']);
    await chat.says('Formato de pago');
    expect((await chat.says('ayuda')).map(({ archivo }) => archivo)).toEqual([undefined]);
    expect((await chat.says('instructivo'))[0]?.archivo?.nombre).toBe('a1.pdf');
    for (const back of ['sí', 'Ver el trámite', 'atrás']) {
      expect(titlesOf((await chat.says(back)).at(-1))).toContain('Formato de pago');
      await chat.says('Formato de pago');
    }
    expect((await chat.says('no')).at(-1)?.texto).toContain('¿En qué le ayudo?');
  });

  it('show the card when the file is no longer there', async () => {
    const { chat } = await atCard(['Formato de pago']);
    chat.inForce(contentWith([]));
    const [bubble] = await chat.says('', { opcion: 'archivo:a0.pdf' });
    expect(bubble?.texto).toContain('Ese archivo ya no está.');
    expect(bubble?.archivo).toBeUndefined();
    expect(titlesOf(bubble)).toContain('Pedir información');
  });
});
