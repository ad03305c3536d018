import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Revisiones } from '../../api/revision/ports';
import { sana } from '../fakes/memory-revisiones';

export interface OpenedRevisiones {
  readonly revisiones: Revisiones;
  close?(): Promise<void>;
}

/** What every store of outcomes does. `open` gives an empty one. */
export function revisionesContract(name: string, open: () => Promise<OpenedRevisiones>): void {
  describe(`outcomes of checks in ${name}`, () => {
    let opened: OpenedRevisiones;
    beforeEach(async () => {
      opened = await open();
    });
    afterEach(async () => opened.close?.());

    it('are none at first', async () => {
      expect(await opened.revisiones.last()).toBeUndefined();
    });

    it('give back the last one whole', async () => {
      const found = sana({
        cuantos: 2,
        hastaAnexo: 'ab',
        hallazgos: [{ clase: 'COLECCION', donde: 'sellos', motivo: 'Detected 1 corrupt records.' }],
      });
      await opened.revisiones.add(sana());
      await opened.revisiones.add(found);
      expect(await opened.revisiones.last()).toEqual(found);
    });

    it('take those of two copies at once', async () => {
      await Promise.all([1, 2, 3].map((segundos) => opened.revisiones.add(sana({ segundos }))));
      expect((await opened.revisiones.last())?.segundos).toBeGreaterThan(0);
    });
  });
}
