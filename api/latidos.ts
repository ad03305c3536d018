import { newId } from './base/kernel/ids';
import type { Installation } from './installation';
import type { CausaVisible } from './interrupciones/interrupcion';
import { startLatidos } from './interrupciones/latir';
import { createMongoLatidos } from './interrupciones/mongo-latidos';
import type { Interrupciones } from './interrupciones/ports';
import type { Office } from './office';

interface Deps {
  readonly installation: Installation;
  readonly office: Pick<Office, 'numeracion'>;
  readonly interrupciones: Interrupciones;
}

/** The signs of a copy that receives requests. The one that only runs sweeps leaves none: nobody reaches it. */
export const startSigns = ({ installation, office, interrupciones }: Deps) =>
  startLatidos({
    latidos: createMongoLatidos(installation.connection, installation.config.entidad),
    interrupciones,
    clock: installation.clock,
    logger: installation.logger,
    copia: newId(),
    async causas() {
      const causas: CausaVisible[] = [];
      if ((await installation.reserva.nivel()) === 'agotado') causas.push('SIN_ESPACIO');
      if ((await office.numeracion()) === 'pausada') causas.push('NUMERACION_EN_PAUSA');
      return causas;
    },
    every(milliseconds, task) {
      const timer = setInterval(task, milliseconds).unref();
      return () => clearInterval(timer);
    },
  });
