import { describe, expect, it } from '@jest/globals';
import { createConsumoCommand } from '../../../api/admin/consumo';
import { manualClock } from '../../fakes/manual-clock';
import { realTexts } from '../../fakes/real-texts';

async function run(args: readonly string[], tope?: number) {
  const out: string[] = [];
  const err: string[] = [];
  const asked: string[] = [];
  const command = createConsumoCommand({
    texts: realTexts('admin'),
    clock: manualClock(),
    consumo: async (desde, hasta) => {
      asked.push(`${desde} ${hasta}`);
      return [
        { dia: '2026-11-23', categoria: 'service', mensajes: 40 },
        { dia: '2026-11-24', categoria: 'utility', mensajes: 2 },
      ];
    },
    tope: () => tope,
  });
  const io = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  return { code: await command(args, io), out, err: err.join(), asked };
}

describe('admin consumo', () => {
  it('counts the messages of this month that are charged for, by day and category', async () => {
    const { code, out, err, asked } = await run([]);
    expect([code, out, asked]).toEqual([
      0,
      ['2026-11-23\tservice\t40', '2026-11-24\tutility\t2'],
      ['2026-11-01 2026-11-31'],
    ]);
    expect(err).toContain('42');
  });

  it('tells the cap when there is one, and takes another month', async () => {
    expect((await run([], 1_000)).err).toMatch(/42.*1000/);
    expect((await run(['2026-10'])).asked).toEqual(['2026-10-01 2026-10-31']);
  });

  it.each([['noviembre'], ['2026-13'], ['2026-11', 'x']])('refuses %s', async (...args) => {
    expect((await run(args)).code).toBe(2);
  });
});
