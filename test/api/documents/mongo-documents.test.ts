import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { createMongoCasosDelLibro } from '../../../api/documents/mongo-casos-del-libro';
import { openMongoEntregas } from '../../../api/documents/mongo-entregas';
import { openMongoRadicadosExternos } from '../../../api/documents/mongo-radicados-externos';
import { createMongoPqrsdStore, pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { entregasContract } from '../../contracts/entregas-contract';
import { radicadosExternosContract } from '../../contracts/radicados-externos-contract';
import { freshDatabases } from '../../fakes/fresh-databases';
import { MemoryEntregas } from '../../fakes/memory-entregas';
import { MemoryRadicadosExternos } from '../../fakes/memory-radicados-externos';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const fresh = freshDatabases();
const entidad = 'candelaria-valle';

entregasContract('memory', async () => [new MemoryEntregas(), new MemoryEntregas()]);
entregasContract('store', async () => {
  const connection = await fresh();
  return [
    await openMongoEntregas(connection, { entidad, libro: 'OFICIAL', serie: 'E' }),
    await openMongoEntregas(connection, { entidad, libro: 'PRUEBA', serie: 'E' }),
  ];
});

radicadosExternosContract('memory', async () => [
  new MemoryRadicadosExternos(),
  new MemoryRadicadosExternos(),
]);
radicadosExternosContract('store', async () => {
  const connection = await fresh();
  return [
    await openMongoRadicadosExternos(connection, { entidad, libro: 'OFICIAL' }),
    await openMongoRadicadosExternos(connection, { entidad, libro: 'PRUEBA' }),
  ];
});

describe('the cases of a book, as they are delivered', () => {
  async function stored() {
    const office = pqrsdOffice({ prueba: false, radicadoPor: 'EXTERNO' }, '2026-12-31T23:58:00-05:00');
    for (const [index, minutes] of [0, 1, 3, 1].entries()) {
      office.clock.advance(minutes * 60_000);
      valueOf(await office.filePqrsd(solicitud({ clave: `c-${index}`, recibidoEn: office.clock.now() })));
    }
    const model = pqrsdModel(await fresh());
    await model.createIndexes();
    await model.insertMany(office.book.pages);
    const series = { entidad, libro: 'OFICIAL', serie: 'E' } as const;
    return { office, model, casos: createMongoCasosDelLibro(model, series) };
  }
  const recepciones = (found: readonly { recepcion: string }[]) => found.map(({ recepcion }) => recepcion);

  it('go in the order of their numbers, over the turn of a year, up to a limit', async () => {
    const { casos } = await stored();
    const all = ['2026-E-000001', '2026-E-000002', '2027-E-000001', '2027-E-000002'];
    expect(recepciones(await casos.after(undefined, 9))).toEqual(all);
    expect(recepciones(await casos.after({ anio: 2026, numero: 1 }, 2))).toEqual(all.slice(1, 3));
    expect(recepciones(await casos.after({ anio: 2026, numero: 2 }, 9))).toEqual(all.slice(2));
    expect(await casos.after({ anio: 2027, numero: 2 }, 9)).toEqual([]);
    expect(await casos.countAfter({ anio: 2026, numero: 1 }, 9)).toBe(3);
    expect(await casos.countAfter(undefined, 2)).toBe(2);
  });

  it('keep their official number, and are found by it', async () => {
    const { office, model, casos } = await stored();
    const found = await casos.byRecepcion('2026-E-000001');
    const numbered = valueOf(
      await office.applyOrden(
        found?._id ?? '',
        { tipo: 'NUMERAR', radicado: 'RAD-44', fecha: '2026-12-31' },
        'sistema',
      ),
    );
    expect(await createMongoPqrsdStore(model, entidad).replace(numbered)).toBe(true);
    expect((await casos.byRadicado('RAD-44'))?.recepcion).toBe('2026-E-000001');
    expect((await casos.byId(numbered._id))?.radicado).toBe('RAD-44');
    expect(await casos.byRadicado('RAD-45')).toBeUndefined();
  });
});
