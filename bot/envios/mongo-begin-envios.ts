import type { Model } from 'mongoose';
import type { Clock } from '../../api/base/kernel/clock';
import { localDate } from '../../api/base/kernel/local-date';
import { grouped } from '../stored/grouped';
import { refusedAsRepeated } from '../stored/mongo-insert-new-ones';
import { claseOf, type EstadoEnvio, type NuevoEnvio, rangoOf } from './envio';
import type { Envios } from './envios';
import { type EnvioDocument, ESQUEMA_ENVIO } from './mongo-envio-schema';

interface Deps {
  readonly entidad: string;
  readonly proceso: string;
  readonly clock: Clock;
}

const MOST_TOGETHER = 256;

/** How a message is begun: the first time, by inserting it; after a failure that was certain, over what it left. */
export function beginning(model: Model<EnvioDocument>, deps: Deps): Envios['begin'] {
  const insert = grouped(async (documents: readonly EnvioDocument[]) => {
    const repeated = new Set(await refusedAsRepeated(model, documents));
    return documents.map((_, index) => !repeated.has(index));
  }, MOST_TOGETHER);
  return async (nuevo) =>
    (await insert(documentOf(nuevo, deps))) ? 'BEGUN' : beginAgain(model, nuevo.id, deps);
}

function documentOf({ id, canal }: NuevoEnvio, { entidad, proceso, clock }: Deps): EnvioDocument {
  const now = clock.now();
  return {
    _id: id,
    entidad,
    esquema: ESQUEMA_ENVIO,
    canal,
    clase: claseOf(id),
    estado: 'ENVIANDO',
    rango: rangoOf('ENVIANDO'),
    por: proceso,
    intentos: 1,
    dia: localDate(now),
    creadoEn: now,
    estadoEn: now,
  };
}

/** A message that was begun before: only one that is certain not to be under way is begun again. */
async function beginAgain(
  model: Model<EnvioDocument>,
  id: string,
  { entidad, proceso, clock }: Deps,
): Promise<'BEGUN' | EstadoEnvio> {
  const change = {
    $set: { estado: 'ENVIANDO', rango: rangoOf('ENVIANDO'), por: proceso, estadoEn: clock.now() },
    $inc: { intentos: 1 },
  };
  const { modifiedCount } = await model.updateOne({ _id: id, entidad, estado: 'PENDIENTE' }, change).exec();
  if (modifiedCount === 1) return 'BEGUN';
  const found = await model
    .findOne({ _id: id, entidad }, { estado: 1, por: 1 })
    .lean<Pick<EnvioDocument, 'estado' | 'por'>>()
    .exec();
  // Deleted between one look and the other: it was sent long ago.
  if (!found) return 'INCIERTO';
  return found.estado === 'ENVIANDO' && found.por !== proceso ? 'INCIERTO' : found.estado;
}
