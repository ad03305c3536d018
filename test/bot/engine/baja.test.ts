import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bajaOf } from '../../../bot/engine/baja';
import { newChat } from '../../../bot/engine/chat-state';
import { globalWordOf } from '../../../bot/engine/global-words';
import { playDialogs, productContent } from '../../fakes/play-dialog';

const wordOf = (texto: string) => globalWordOf(texto, productContent.texts, 'WHATSAPP');

describe('who wants no more notices by a chat', () => {
  it('says so once and for all, from then on', async () => {
    const chat = playDialogs('WHATSAPP');
    await chat.says('hola');
    expect(bajaOf(chat.state)).toBeUndefined();
    await chat.says('Baja.');
    const since = bajaOf(chat.state);
    expect(since).toEqual(new Date('2026-11-24T09:00:10-05:00'));
    await chat.says('STOP');
    await chat.says('el poste de la luz de mi cuadra esta dañado');
    expect(bajaOf(chat.state)).toEqual(since);
  });

  it('comes back with ALTA', async () => {
    const chat = playDialogs('WHATSAPP');
    await chat.says('no más');
    expect(bajaOf(chat.state)).toBeDefined();
    await chat.says('alta');
    expect(bajaOf(chat.state)).toBeUndefined();
  });

  it('loses no draft by it and is asked the same again', async () => {
    const chat = playDialogs('WHATSAPP');
    await chat.says('el poste de la luz de mi cuadra esta dañado');
    const { active } = chat.state;
    const [said] = await chat.says('parar');
    expect(said?.texto).toMatch(/más avisos por este chat.*¿Está bien\?/s);
    expect(chat.state.active).toEqual(active);
  });

  it.each(['BAJA', 'baja', ' Bajá ', 'PARAR', 'stop', 'Stop!', 'no más', 'NO MAS', 'darme de baja'])(
    'is heard when the word is the whole message (%s)',
    (texto) => expect(wordOf(texto)).toBe('BAJA'),
  );

  it('is never taken for one by a text that says anything else', () => {
    const word = fc.constantFrom('baja', 'BAJA', 'stop', 'parar', 'no más', 'alta');
    const more = fc.stringMatching(/^[a-zñ]{1,10}$/);
    fc.assert(
      fc.property(word, more, fc.boolean(), (said, other, isFirst) => {
        const texto = isFirst ? `${said} ${other}` : `${other} ${said}`;
        if (texto !== 'no mas') expect(wordOf(texto)).toBeUndefined();
      }),
    );
    expect(wordOf('la presión del agua es muy baja')).toBeUndefined();
  });

  it('means nothing where no notices are pushed', () => {
    for (const canal of ['WEB_CHAT', 'TERMINAL'] as const)
      expect(globalWordOf('BAJA', productContent.texts, canal)).toBeUndefined();
    expect(bajaOf(newChat)).toBeUndefined();
  });
});
