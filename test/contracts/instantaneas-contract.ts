import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instantanea, Instantaneas } from '../../api/contenido/instantaneas';

const at = (hash: string, minute: number, text = 'a: 1\n'): Instantanea => ({
  hash,
  enVigorEn: new Date(Date.UTC(2026, 10, 24, 15, minute)),
  quien: 'Ana Ruiz',
  archivos: new Map([['textos/a.yaml', text]]),
});

export interface OpenedInstantaneas {
  readonly instantaneas: Instantaneas;
  close?(): Promise<void>;
}

/** What every keeper of contents does. `open` gives an empty one. */
export function instantaneasContract(name: string, open: () => Promise<OpenedInstantaneas>): void {
  describe(`the contents in force, kept by ${name}`, () => {
    let opened: OpenedInstantaneas;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(() => opened.close?.());

    it('has none at first', async () => {
      const kept = opened.instantaneas;
      expect([await kept.last(), await kept.lastHash(), await kept.knows('x')]).toEqual([
        undefined,
        undefined,
        false,
      ]);
    });

    it('gives the last one whole, and knows those before', async () => {
      const kept = opened.instantaneas;
      await kept.add(at('uno', 1));
      await kept.add(at('dos', 2, 'b: «ñ»\n'));
      expect(await kept.last()).toEqual(at('dos', 2, 'b: «ñ»\n'));
      expect([await kept.lastHash(), await kept.knows('uno'), await kept.knows('tres')]).toEqual([
        'dos',
        true,
        false,
      ]);
    });

    it('takes one again that was replaced', async () => {
      const kept = opened.instantaneas;
      for (const [hash, minute] of [
        ['uno', 1],
        ['dos', 2],
        ['uno', 3],
      ] as const)
        await kept.add(at(hash, minute));
      expect(await kept.lastHash()).toBe('uno');
    });
  });
}
