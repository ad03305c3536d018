import { createSealing } from './base/sealing/sealing';
import { openAvisos, openCases } from './case-work';
import { createClockGuard } from './comunicaciones/clock-guard';
import { createMongoBookSettings } from './comunicaciones/mongo-book-settings';
import { byContent } from './contenido/live-content';
import { type OfficeDeps, openFiling } from './filing';
import { createApplyOrden } from './pqrsd/apply-orden';
import { createFindPqrsd } from './pqrsd/find-pqrsd';
import { createMongoPqrsdByNumber, createMongoPqrsdStore, pqrsdModel } from './pqrsd/mongo-pqrsd';
import { createDescribeCase } from './pqrsd/seguimiento/describe-case';
import { createTrackPqrsd } from './pqrsd/track-pqrsd';
import { confirmedDependencia } from './rutas/route';
import { liveTerminos } from './terminos/live-terminos';
import { createTerminos } from './terminos/terminos';

export { type OfficeDeps, seriesOf } from './filing';

/** The Ventanilla Única: its use cases on the given store, once its indexes exist. */
export async function openOffice(deps: OfficeDeps) {
  const { config, content, keys, connection, clock } = deps;
  const sealing = createSealing(keys);
  const terminos = liveTerminos(byContent(deps.contenido.live.current, ({ legal }) => createTerminos(legal)));
  const model = pqrsdModel(connection);
  await model.createIndexes();
  const settings = createMongoBookSettings(connection);
  const guard = createClockGuard(clock);
  const find = createFindPqrsd(createMongoPqrsdByNumber(model, config.entidad), keys.codigos);
  const dependenciaName = (code: string) => confirmedDependencia(code, content);
  const describe = createDescribeCase({ clock, terminos, sealing, dependenciaName });
  const cases = createMongoPqrsdStore(model, config.entidad);
  const applyOrden = createApplyOrden({ cases, terminos, sealing, clock });
  const filing = await openFiling(deps, { model, settings, guard, sealing, terminos });
  const { dropOriginals } = filing;
  return {
    ...filing,
    ...openCases(deps, { model, sealing, applyOrden, find, describe, dropOriginals }),
    applyOrden,
    avisos: await openAvisos(deps, { model, sealing, cases, applyOrden }),
    model,
    settings,
    guard,
    sealing,
    terminos,
    find,
    track: createTrackPqrsd({ find, describe }),
  };
}

export type Office = Awaited<ReturnType<typeof openOffice>>;
