import { expect, it } from '@jest/globals';
import { playDialogs } from '../../../fakes/play-dialog';

it('asks which of two that are taken for one another, with the difference in a line', async () => {
  const chat = playDialogs();
  await chat.says('hola');
  await chat.says('información de trámites');
  const said = (await chat.says('comparendo')).map(({ texto }) => texto).join('\n');
  expect(said).toContain('Pago de un comparendo de convivencia');
  expect(said).toContain('El de convivencia lo pone la Policía');
});
