import { expect, it } from '@jest/globals';
import { createMongoOpenCases } from '../../../api/bandeja/mongo-open-cases';
import { ensureIndexes } from '../../../api/base/store/connect';
import { pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { temporaryStore } from '../../fakes/temporary-store';

it('the open cases of one book come by strict due date, whatever their state, by an index', async () => {
  const store = await temporaryStore();
  const model = pqrsdModel(store.connection);
  await ensureIndexes(store.connection);
  const { filePqrsd, book, applyOrden } = pqrsdOffice();
  const tipos = ['CONSULTA', 'INFORMACION', 'RECLAMO', 'DOCUMENTOS', 'PETICION'] as const;
  for (const tipo of tipos) await filePqrsd(solicitud({ clave: tipo, tipo }));
  const idOf = (at: number) => book.pages[at]?._id ?? '';
  await applyOrden(idOf(2), { tipo: 'ASIGNAR', dependencia: 'SALUD' }, 'f');
  await applyOrden(idOf(3), { tipo: 'RESPONDER', salida: '2026-S-000001', prueba: 'x' }, 'f');
  await model.insertMany(book.pages);
  const entidad = book.pages[0]?.entidad ?? '';
  const read = async (libro: 'PRUEBA' | 'OFICIAL') => {
    const seen: string[] = [];
    for await (const { pqrsd } of createMongoOpenCases(model, { entidad, libro }).byDueDate()) {
      seen.push(`${pqrsd.tipo} ${pqrsd.estado}`);
    }
    return seen;
  };
  const seen = await read('PRUEBA');
  expect([seen[0], seen.at(-1)]).toEqual(['INFORMACION RADICADA', 'CONSULTA RADICADA']);
  expect(seen.toSorted()).toEqual([
    'CONSULTA RADICADA',
    'INFORMACION RADICADA',
    'PETICION RADICADA',
    'RECLAMO EN_TRAMITE',
  ]);
  expect(await read('OFICIAL')).toEqual([]);
  await store.close();
});
