import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Alias, Personas } from '../../bot/personas/personas';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 14, minute));
const ANA: Alias = { telefono: '573001112233', bsuid: 'CO.ana' };

/** What every register of the people of WhatsApp must do. */
export function personasContract(name: string, create: () => Promise<Personas>): void {
  describe(`people of WhatsApp (${name})`, () => {
    let personas: Personas;
    beforeEach(async () => {
      personas = await create();
    });
    const who = async (alias: Alias) => {
      const resolved = await personas.resolve(alias);
      if (!resolved.ok) throw new Error(resolved.failure.code);
      return resolved.value;
    };

    it('knows a person by any of their names', async () => {
      const ana = await who(ANA);
      expect(await who({ telefono: '573001112233' })).toBe(ana);
      expect(await who({ bsuid: 'CO.ana' })).toBe(ana);
      expect(await who({ telefono: '573009998877' })).not.toBe(ana);
    });

    it('adds the names that come later', async () => {
      const ana = await who({ telefono: '573001112233' });
      expect(await who({ ...ANA, lid: '99' })).toBe(ana);
      expect(await who({ lid: '99' })).toBe(ana);
      expect(await personas.aliasOf(ana)).toEqual({ ...ANA, lid: '99' });
    });

    it('makes one person of many messages at once', async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => who(ANA)));
      expect(new Set(ids).size).toBe(1);
    });

    it('does not give the conversation of the former owner of a line to the new one', async () => {
      const ana = await who(ANA);
      const luz = await who({ telefono: '573001112233', bsuid: 'CO.luz' });
      expect(luz).not.toBe(ana);
      expect(await who({ telefono: '573001112233' })).toBe(luz);
      expect(await who({ bsuid: 'CO.ana' })).toBe(ana);
      expect(await personas.aliasOf(ana)).toEqual({ bsuid: 'CO.ana' });
    });

    it('follows a person to a new line', async () => {
      const ana = await who(ANA);
      expect(await who({ telefono: '573115554433', bsuid: 'CO.ana' })).toBe(ana);
      expect(await personas.aliasOf(ana)).toEqual({ telefono: '573115554433', bsuid: 'CO.ana' });
      expect(await who({ telefono: '573001112233' })).not.toBe(ana);
    });

    it('follows a change of number or of id that WhatsApp tells', async () => {
      const ana = await who(ANA);
      await personas.renamed({ bsuid: 'CO.ana' }, { bsuid: 'CO.otra' }, at(1));
      expect(await who({ bsuid: 'CO.otra' })).toBe(ana);
      // The id is made again when the line changes: nothing more is sent to the old one.
      expect(await personas.aliasOf(ana)).toEqual({ bsuid: 'CO.otra' });
      const after = { telefono: '573115554433', bsuid: 'CO.nueva' };
      await personas.renamed({ bsuid: 'CO.otra' }, after, at(2));
      expect(await who(after)).toBe(ana);
      expect(await personas.aliasOf(ana)).toEqual(after);
      expect(await who({ telefono: '573001112233' })).not.toBe(ana);
      await personas.renamed({ telefono: '570' }, { telefono: '571' }, at(3));
      expect(await personas.aliasOf(ana)).toEqual(after);
    });

    it('does not take for a stranger who comes from a new line with an id that was not told', async () => {
      const ana = await who(ANA);
      await personas.renamed({ telefono: '573001112233' }, { telefono: '573115554433' }, at(1));
      expect(await who({ telefono: '573115554433', bsuid: 'CO.nueva' })).toBe(ana);
    });

    it('changes nothing by what is told again, or late: not even when the old line is of somebody else by then', async () => {
      const [vieja, nueva] = [{ telefono: '573001112233' }, { telefono: '573115554433' }];
      const ana = await who(vieja);
      await personas.renamed(vieja, nueva, at(1));
      const luz = await who(vieja);
      expect(luz).not.toBe(ana);
      await personas.renamed(vieja, nueva, at(1));
      expect([await who(vieja), await who(nueva)]).toEqual([luz, ana]);
      await personas.renamed(vieja, { telefono: '573200000000' }, at(2));
      await personas.renamed(nueva, vieja, at(3));
      await personas.renamed(vieja, nueva, at(1));
      expect(await personas.aliasOf(ana)).toEqual(vieja);
    });

    it('refuses nobody', async () => {
      expect(await personas.resolve({})).toMatchObject({ ok: false, failure: { code: 'INVALID_INPUT' } });
      expect(await personas.aliasOf('nadie')).toBeUndefined();
    });
  });
}
