import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Aviso, RadicadoReclamado, RadicadosExternos } from '../../api/documents/radicados-externos';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 14, minute));

const reclamado = (radicado: string, caso = 'caso-1'): RadicadoReclamado => ({
  radicado,
  caso,
  recepcion: '2026-E-000001',
  fecha: '2026-11-24',
  lote: 'hoy.csv',
  en: at(0),
});

const aviso = (over: Partial<Aviso> = {}): Aviso => ({
  estado: 'POR_CONTAR',
  intentos: 0,
  en: at(0),
  proximoEn: at(5),
  ...over,
});

/** What every record of the numbers of another Ventanilla must do; `create` gives two books, both empty. */
export function radicadosExternosContract(
  name: string,
  create: () => Promise<readonly [RadicadosExternos, RadicadosExternos]>,
): void {
  describe(`the numbers of another Ventanilla (${name})`, () => {
    let externos: RadicadosExternos;
    let otherBook: RadicadosExternos;
    beforeEach(async () => {
      [externos, otherBook] = await create();
    });

    it('belong to the first case that claims them, however many come at once', async () => {
      const claims = await Promise.all(
        ['a', 'b', 'c'].map((caso) => externos.claim(reclamado('RAD-1', caso))),
      );
      const owner = (await externos.find('RAD-1'))?.caso;
      expect(claims.map(({ caso }) => caso)).toEqual([owner, owner, owner]);
    });

    it('are of their book alone', async () => {
      await externos.claim(reclamado('RAD-1'));
      expect(await otherBook.find('RAD-1')).toBeUndefined();
      expect((await otherBook.claim(reclamado('RAD-1', 'otro'))).caso).toBe('otro');
    });

    it('change the state of their notice only from the one that was read', async () => {
      await externos.claim(reclamado('RAD-1'));
      expect(await externos.changeAviso('RAD-1', aviso(), aviso({ estado: 'ENVIADO' }))).toBe(false);
      expect(await externos.changeAviso('RAD-1', undefined, aviso())).toBe(true);
      expect(await externos.changeAviso('RAD-1', undefined, aviso())).toBe(false);
      const sending = aviso({ estado: 'ENVIANDO', intentos: 1 });
      expect(await externos.changeAviso('RAD-1', aviso(), sending)).toBe(true);
      expect(await externos.changeAviso('RAD-1', aviso(), sending)).toBe(false);
      expect((await externos.find('RAD-1'))?.aviso).toMatchObject(sending);
    });

    it('say whose notice is to be tried, and whose is not settled', async () => {
      for (const n of [1, 2, 3]) await externos.claim(reclamado(`RAD-${n}`, `caso-${n}`));
      await externos.changeAviso('RAD-1', undefined, aviso({ proximoEn: at(9) }));
      await externos.changeAviso('RAD-2', undefined, aviso({ estado: 'RECHAZADO', proximoEn: undefined }));
      await externos.changeAviso('RAD-3', undefined, aviso({ estado: 'ENVIADO', proximoEn: undefined }));
      expect(await externos.due(at(8), 9)).toEqual([]);
      expect((await externos.due(at(9), 9)).map(({ radicado }) => radicado)).toEqual(['RAD-1']);
      const untold = (await externos.porContar(9)).map(({ radicado }) => radicado);
      expect(untold.toSorted()).toEqual(['RAD-1', 'RAD-2']);
    });
  });
}
