import type { Model } from 'mongoose';
import type { Clock } from '../../api/base/kernel/clock';
import { refusedAsRepeated } from '../inbox/mongo-insert-new';
import { type EstadoEnvio, rangoOf } from './envio';
import type { EnvioDocument } from './mongo-envio-schema';

interface Deps {
  readonly entidad: string;
  readonly proceso: string;
  readonly clock: Clock;
}

/** How a message is begun: the first time, by inserting it; after a failure that was certain, over what it left. */
export function beginOperations(model: Model<EnvioDocument>, { entidad, proceso, clock }: Deps) {
  return {
    /** Inserts those that are new; true for each of them. */
    async insert(documents: readonly EnvioDocument[]): Promise<boolean[]> {
      const repeated = new Set(await refusedAsRepeated(model, documents));
      return documents.map((_, index) => !repeated.has(index));
    },

    /** A message that was begun before: only one that is certain not to be under way is begun again. */
    async again(id: string): Promise<'BEGUN' | EstadoEnvio> {
      const estadoEn = clock.now();
      const change = {
        $set: { estado: 'ENVIANDO', rango: rangoOf('ENVIANDO'), por: proceso, estadoEn },
        $inc: { intentos: 1 },
      };
      const { modifiedCount } = await model
        .updateOne({ _id: id, entidad, estado: 'PENDIENTE' }, change)
        .exec();
      if (modifiedCount === 1) return 'BEGUN';
      const found = await model
        .findOne({ _id: id, entidad }, { estado: 1, por: 1 })
        .lean<Pick<EnvioDocument, 'estado' | 'por'>>()
        .exec();
      // Deleted between one look and the other: it was sent long ago.
      if (!found) return 'INCIERTO';
      return found.estado === 'ENVIANDO' && found.por !== proceso ? 'INCIERTO' : found.estado;
    },
  };
}
