import { every } from './base/jobs/every';
import { newId } from './base/kernel/ids';
import type { Installation } from './installation';
import type { CausaVisible } from './interrupciones/interrupcion';
import { startLatidos } from './interrupciones/latir';
import { openMongoInterrupciones } from './interrupciones/mongo-interrupciones';
import { createMongoLatidos } from './interrupciones/mongo-latidos';
import type { Office } from './office';

interface Deps {
  readonly installation: Installation;
  readonly office: Pick<Office, 'numeracion'>;
}

/** The record of interruptions, and the signs of a copy that receives requests: one that only runs sweeps starts none. */
export async function openSigns({ installation, office }: Deps) {
  const { connection, config, clock, logger, reserva } = installation;
  const interrupciones = await openMongoInterrupciones(connection, config.entidad);
  const latidos = createMongoLatidos(connection, config.entidad);
  const causas = async (): Promise<CausaVisible[]> => [
    ...((await reserva.nivel()) === 'agotado' ? (['SIN_ESPACIO'] as const) : []),
    ...((await office.numeracion()) === 'pausada' ? (['NUMERACION_EN_PAUSA'] as const) : []),
  ];
  const copia = newId();
  let started: ReturnType<typeof startLatidos> | undefined;
  return {
    interrupciones,
    start() {
      started = startLatidos({ latidos, interrupciones, clock, logger, copia, causas, every });
    },
    stop: async () => started?.stop(),
  };
}
