import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { cambiosDe, type Cambio } from './cambios';
import { type CausaVisible, idDe } from './interrupcion';
import { CADA_MS, silencioAntes } from './latido';
import type { Interrupciones, Latidos } from './ports';

export interface LatirDeps {
  readonly latidos: Latidos;
  readonly interrupciones: Interrupciones;
  readonly clock: Clock;
  readonly logger: Logger;
  /** This run of this copy of the program. */
  readonly copia: string;
  /** What the copy sees wrong in itself. */
  readonly causas: () => Promise<readonly CausaVisible[]>;
}

/** Leaves one sign: first the interruption that it ends, so that a crash between the two only repeats it. */
export function createLatir({ latidos, interrupciones, clock, copia, causas }: LatirDeps) {
  let propio: number | undefined;

  async function apply(cambio: Cambio, en: Date): Promise<void> {
    if (cambio.hacer === 'VER') await interrupciones.see(cambio.id, en);
    else if (cambio.hacer === 'CERRAR') await interrupciones.close(cambio.id, cambio.hasta);
    else {
      const { causa } = cambio;
      const anotaciones: [] = [];
      await interrupciones.open({ id: idDe(en, causa), causa, desde: en, visto: en, copia, anotaciones });
    }
  }

  return async function latir(): Promise<void> {
    const en = clock.now();
    const desdeElPropio = propio === undefined ? undefined : clock.monotonic() - propio;
    const silencio = silencioAntes(await latidos.last(), { en, desdeElPropio });
    if (silencio) await interrupciones.record(silencio);
    await latidos.leave(en, false);
    propio = clock.monotonic();
    const abiertas = await interrupciones.opened();
    for (const cambio of cambiosDe({ abiertas, causas: await causas(), copia, en })) await apply(cambio, en);
  };
}

interface StartDeps extends LatirDeps {
  readonly every: (milliseconds: number, task: () => void) => () => void;
}

/** Leaves a sign now and every minute while this copy receives. `stop` says that it ends in order. */
export function startLatidos(deps: StartDeps): { stop(): Promise<void> } {
  const latir = createLatir(deps);
  let current: Promise<void> | undefined;
  const failed = (cause: unknown): void => deps.logger.error('latido.failed', {}, cause);
  const beat = (): void => {
    // A store that does not answer is not asked twice at once.
    current ??= latir()
      .catch(failed)
      .finally(() => {
        current = undefined;
      });
  };
  const cancel = deps.every(CADA_MS, beat);
  beat();
  return {
    async stop() {
      cancel();
      await current;
      await deps.latidos.leave(deps.clock.now(), true).catch(failed);
    },
  };
}
