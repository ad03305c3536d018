import { describe, expect, it } from '@jest/globals';
import { type Decision, decisionesVigentes } from '../../../api/puesta-en-marcha/decision';
import { ensureIndexes } from '../../../api/base/store/connect';
import { createMongoDecisiones } from '../../../api/puesta-en-marcha/mongo-decisiones';
import { freshDatabases } from '../../fakes/fresh-databases';

const fresh = freshDatabases();

const decision = (valor: string, day: number): Decision => ({
  clave: 'recepcion',
  valor,
  acto: 'Resolución 12',
  fecha: '2026-11-24',
  firmante: 'La alcaldesa',
  registradaEn: new Date(Date.UTC(2026, 10, day)),
});

describe('decisions in the store', () => {
  it('are all kept, in the order they were recorded; the last one is in force', async () => {
    const connection = await fresh();
    const registro = createMongoDecisiones(connection, 'candelaria');
    await ensureIndexes(connection);
    await registro.add(decision('DEEMED', 25));
    await registro.add(decision('STRICT', 24));
    const all = await registro.all();
    expect(all).toEqual([decision('STRICT', 24), decision('DEEMED', 25)]);
    expect(decisionesVigentes(all).get('recepcion')).toEqual(decision('DEEMED', 25));
  });

  it('belong to their town alone', async () => {
    const connection = await fresh();
    await createMongoDecisiones(connection, 'candelaria').add(decision('STRICT', 24));
    connection.deleteModel('Decision');
    const florida = createMongoDecisiones(connection, 'florida');
    await ensureIndexes(connection);
    expect(await florida.all()).toEqual([]);
  });
});
