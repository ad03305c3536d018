import { beforeEach, describe, expect, it } from '@jest/globals';
import { valueOf } from '../../api/base/kernel/result';
import type { DocumentManagement, LoteRadicados } from '../../api/documents/document-management';
import { anArchivo, aPaquete } from '../fakes/a-paquete';

/** A connector on an entity's system of its own, and what a test does on the other side. */
export interface GestorUnderTest {
  readonly gestor: DocumentManagement;
  /** Names of the packages that look whole, in order. */
  delivered(): Promise<readonly string[]>;
  /** The town leaves a file of numbers. */
  leave(name: string, csv: string): Promise<void>;
  /** The system takes nothing from now on. */
  takeDown(): Promise<void>;
}

const CSV = 'recepcion,radicado,fecha\n2026-E-000001,RAD-2026-44,2026-11-24\n';

/** What every connector to a document management system must do; `create` gives an empty system. */
export function documentManagementContract(name: string, create: () => Promise<GestorUnderTest>): void {
  describe(`a document management system (${name})`, () => {
    let town: GestorUnderTest;
    beforeEach(async () => {
      town = await create();
    });
    /** What is brought by the third look at the latest. */
    const lots = async (): Promise<LoteRadicados[]> => {
      const found: LoteRadicados[] = [];
      for (let look = 0; look < 3 && found.length === 0; look++) {
        for await (const lote of town.gestor.radicados()) found.push(lote);
      }
      return found;
    };

    it('takes a package, and says how it names it', async () => {
      expect(valueOf(await town.gestor.deliver(aPaquete()))).toMatchObject({ repetido: false });
      expect(await town.delivered()).toEqual(['2026-E-000001']);
    });

    it('changes nothing when the same package comes again', async () => {
      await town.gestor.deliver(aPaquete());
      expect(valueOf(await town.gestor.deliver(aPaquete()))).toMatchObject({ repetido: true });
      expect(await town.delivered()).toEqual(['2026-E-000001']);
    });

    it('keeps one package of two that come at once', async () => {
      const both = await Promise.all([town.gestor.deliver(aPaquete()), town.gestor.deliver(aPaquete())]);
      expect(both.map(({ ok }) => ok)).toEqual([true, true]);
      expect(await town.delivered()).toEqual(['2026-E-000001']);
    });

    it('refuses another package under the same number, and that package alone', async () => {
      await town.gestor.deliver(aPaquete());
      const other = await town.gestor.deliver(aPaquete({ huella: 'c'.repeat(64) }));
      expect(other).toMatchObject({ ok: false, failure: { de: 'PAQUETE', motivo: 'CONFLICTO' } });
      expect((await town.gestor.deliver(aPaquete({ recepcion: '2026-E-000002' }))).ok).toBe(true);
    });

    it('refuses a package whose file is not stored any more, and leaves nothing of it', async () => {
      const gone = { ...anArchivo('01-foto.jpg', 'x'), open: () => Promise.resolve(undefined) };
      const refused = await town.gestor.deliver(aPaquete({ anexos: [gone] }));
      expect(refused).toMatchObject({ ok: false, failure: { de: 'PAQUETE', motivo: 'ANEXO_ILEGIBLE' } });
      expect(await town.delivered()).toEqual([]);
    });

    it('keeps a rehearsal apart from what is official', async () => {
      await town.gestor.deliver(aPaquete({ prueba: true }));
      await town.gestor.deliver(aPaquete({ huella: 'd'.repeat(64) }));
      expect(await town.delivered()).toEqual(['2026-E-000001', 'PRUEBA-2026-E-000001']);
    });

    it('says that it takes nothing, which is no fault of the package', async () => {
      await town.takeDown();
      expect(await town.gestor.deliver(aPaquete())).toMatchObject({ ok: false, failure: { de: 'GESTOR' } });
    });

    it('brings the numbers that the town left, until they are taken', async () => {
      await town.leave('hoy.csv', CSV);
      const [lote] = await lots();
      expect(lote?.filas).toEqual([
        { linea: 2, recepcion: '2026-E-000001', radicado: 'RAD-2026-44', fecha: '2026-11-24' },
      ]);
      expect(await lots()).toHaveLength(1);
      await lote?.accept();
      expect(await lots()).toEqual([]);
    });

    it('does not bring again what was refused', async () => {
      await town.leave('hoy.csv', 'otra cosa\n');
      const [lote] = await lots();
      expect(lote?.fallas).toEqual([{ linea: 1, motivo: 'ENCABEZADO' }]);
      await lote?.reject(lote.fallas);
      expect(await lots()).toEqual([]);
    });
  });
}
