import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { readlinePrompts } from '../../../api/admin/ventanilla/readline-prompts';

describe('the keyboard', () => {
  function keyboard() {
    const [input, output] = [new PassThrough(), new PassThrough()];
    return { input, output, prompts: readlinePrompts({ input, output }) };
  }

  it('gives each question its line, also those that came before it was asked', async () => {
    const { input, output, prompts } = keyboard();
    input.write('Ana\nTécnica\n');
    expect([await prompts.ask('¿Quién? '), await prompts.ask('¿Cargo? ')]).toEqual(['Ana', 'Técnica']);
    expect(String(output.read())).toBe('¿Quién? ¿Cargo? ');
  });

  it('says that there are no more lines to whoever waits and to whoever asks later', async () => {
    const { input, prompts } = keyboard();
    const waiting = prompts.ask('¿Quién? ');
    input.end();
    expect([await waiting, await prompts.ask('¿Cargo? ')]).toEqual([undefined, undefined]);
  });
});
