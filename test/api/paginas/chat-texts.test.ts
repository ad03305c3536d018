import { expect, it } from '@jest/globals';
import { chatTexts } from '../../../api/paginas/informacion/chat-texts';
import { parseWords } from '../../../bot/channels/web-chat/widget/chat-words';
import { sampleContent } from '../../fakes/sample-facts';

it('gives the chat in the browser every word it shows, and no other', () => {
  const given = Object.keys(chatTexts(sampleContent, true)).toSorted();
  expect(given).toEqual(Object.keys(parseWords(null)).toSorted());
});

it('says PRUEBA only before go-live', () => {
  expect(chatTexts(sampleContent, true)['prueba']).toContain('PRUEBA');
  expect(chatTexts(sampleContent, false)['prueba']).toBe('');
});
