import { beforeEach, describe, expect, it } from '@jest/globals';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import { type Atenciones, openAtencion, sealAtencion } from '../../api/ventanilla/atenciones';
import { solicitud } from '../fakes/pqrsd-office';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
const foto = {
  sha256: 'a'.repeat(64),
  nombre: 'carta.pdf',
  tipo: 'application/pdf',
  bytes: 9,
  vista: { sha256: 'b'.repeat(64), tipo: 'application/pdf', bytes: 8 },
};
const confirmed = (clave: string, texto = 'Pido una lámpara') =>
  sealAtencion(solicitud({ clave, texto, anexos: [foto] }), sealing);

/** What every keeper of confirmed attentions must do; `create` gives two empty books. */
export function atencionesContract(
  name: string,
  create: () => Promise<{ readonly atenciones: Atenciones; readonly otherBook: Atenciones }>,
): void {
  describe(`the attentions that an official confirmed (${name})`, () => {
    let atenciones: Atenciones;
    let otherBook: Atenciones;
    beforeEach(async () => {
      ({ atenciones, otherBook } = await create());
    });
    const claves = async (of: Atenciones, limit = 10) =>
      (await of.confirmed(limit)).map(({ clave }) => clave).toSorted();

    it('are found as they were kept, with the contents they refer to', async () => {
      await atenciones.keep(confirmed('a'));
      const [kept] = await atenciones.confirmed(1);
      expect(kept?.anexos).toEqual(['a'.repeat(64), 'b'.repeat(64)]);
      expect(kept && openAtencion(kept, sealing)).toEqual(
        solicitud({ clave: 'a', texto: 'Pido una lámpara', anexos: [foto] }),
      );
    });

    it('are the first under their key', async () => {
      await atenciones.keep(confirmed('a', 'la primera'));
      await atenciones.keep(confirmed('a', 'la segunda'));
      const [kept] = await atenciones.confirmed(10);
      expect(kept && openAtencion(kept, sealing).texto).toBe('la primera');
      expect(await claves(atenciones)).toEqual(['a']);
    });

    it('are given up to a limit, and no more once removed', async () => {
      for (const clave of ['a', 'b', 'c']) await atenciones.keep(confirmed(clave));
      expect(await claves(atenciones, 2)).toHaveLength(2);
      await atenciones.remove('b');
      await atenciones.remove('b');
      expect(await claves(atenciones)).toEqual(['a', 'c']);
    });

    it('belong to one book: what is of the rehearsal never takes an official number', async () => {
      await atenciones.keep(confirmed('a'));
      expect(await claves(otherBook)).toEqual([]);
    });
  });
}
