import { describe, expect, it } from '@jest/globals';
import type { Interlocutor } from '../../../bot/channels/channel';
import { dialogs, first } from '../../../bot/dialogs';
import { contentCards } from '../../../bot/engine/cards';
import { createScript } from '../../../bot/engine/script';
import { ANA, chatTown } from '../../fakes/chat-town';

const linksTo = async (who: Interlocutor, publicUrl = 'https://chat.example.org') => {
  const town = chatTown({ script: createScript(dialogs, first, contentCards), publicUrl });
  await town.send('hola', who);
  const replies = await town.engine.repliesAfter(who, 0);
  return replies.flatMap(({ enlaces = [] }) => enlaces.map(({ url }) => url));
};

describe('the links of a reply', () => {
  it.each<Interlocutor>([{ canal: 'TERMINAL', conversacion: 'caja' }, ANA])(
    'are whole addresses on $canal',
    async (who) => {
      expect(await linksTo(who)).toEqual(['https://chat.example.org/privacidad']);
      expect(await linksTo(who, 'https://chat.example.org/')).toEqual([
        'https://chat.example.org/privacidad',
      ]);
    },
  );

  it('stay within the site in its own chat', async () => {
    expect(await linksTo({ canal: 'WEB_CHAT', conversacion: 'sesion' })).toEqual(['/privacidad']);
  });
});
