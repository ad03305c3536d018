import { describe, expect, it } from '@jest/globals';
import { findTramites } from '../../../../bot/dialogs/tramite/find-tramites';
import { cutLines, fitParagraphs } from '../../../../bot/dialogs/tramite/fit-text';
import { playDialogs, productContent } from '../../../fakes/play-dialog';

const find = (texto: string): readonly string[] =>
  findTramites({ texts: productContent.texts, content: productContent }, texto);

describe('looking for a trámite', () => {
  it.each([
    ['predial', 'impuesto-predial'],
    ['Sisbén', 'sisben'],
    ['certificado de residencia', 'certificado-residencia'],
    ['quiero podar un árbol', 'poda-arboles'],
  ])('finds «%s»', (texto, id) => {
    expect(find(texto)).toContain(id);
  });

  it('finds nothing in words that say nothing', () => {
    expect(find('necesito hacer un tramite')).toEqual([]);
    expect(find('zzzz')).toEqual([]);
  });

  it('puts what shares more words first', () => {
    expect(find('paz y salvo predial')[0]).toBe('paz-y-salvo-predial');
  });
});

describe('a text that has to fit', () => {
  it('keeps every paragraph and cuts the longest', () => {
    const fitted = fitParagraphs(['Título', 'a '.repeat(500), 'Confírmelo antes de ir.'], 200);
    expect(fitted.length).toBeLessThanOrEqual(200);
    expect(fitted).toMatch(/^Título\n\na a.*…\n\nConfírmelo antes de ir\.$/s);
  });

  it('keeps whole lines only', () => {
    expect(cutLines(['uno', 'dos', 'tres'], 8)).toBe('uno\ndos');
  });
});

describe('the card of a trámite', () => {
  it.each(productContent.tramites.map(({ id }) => id))(
    'of %s tells no fact that is not confirmed',
    async (id) => {
      const chat = playDialogs();
      const { nombre, requisitos, costo } = productContent.tramites.find((one) => one.id === id)!;
      await chat.says('hola');
      await chat.says('información de trámites');
      const said = (await chat.says(nombre)).map(({ texto }) => texto).join('\n');
      const hidden = [...requisitos, costo]
        .filter(({ confirmado }) => !confirmado)
        .flatMap(({ texto }) => texto ?? []);
      for (const fact of hidden) expect(said).not.toContain(fact);
      expect(said).toContain(nombre);
    },
  );
});
