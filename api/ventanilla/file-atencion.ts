import type { Failure } from '../base/kernel/failures';
import type { Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import type { Acuse, Solicitud } from '../base/kernel/solicitud';
import { type Atenciones, openAtencion, sealAtencion } from './atenciones';

interface Deps {
  readonly atenciones: Atenciones;
  readonly filePqrsd: (solicitud: Solicitud) => Promise<Result<Acuse, Failure>>;
  readonly sealing: Sealing;
}

/** Attentions that are looked for when the command starts. */
const PASS = 50;

/** An attention filed, or why not yet. */
export interface Filed {
  readonly solicitud: Solicitud;
  readonly result: Result<Acuse, Failure>;
}

/**
 * Files what an official confirmed. The intention is kept before and forgotten when its number was told, so that a
 * process that dies in between leaves one case, and the next run tells its number.
 */
export function createFileAtencion({ atenciones, filePqrsd, sealing }: Deps) {
  return {
    async file(solicitud: Solicitud): Promise<Result<Acuse, Failure>> {
      await atenciones.keep(sealAtencion(solicitud, sealing));
      return filePqrsd(solicitud);
    },
    /** Files what earlier runs left between the yes and the number. */
    async unfinished(): Promise<readonly Filed[]> {
      const all: Filed[] = [];
      for (const kept of await atenciones.confirmed(PASS)) {
        const solicitud = openAtencion(kept, sealing);
        all.push({ solicitud, result: await filePqrsd(solicitud) });
      }
      return all;
    },
    told: (clave: string): Promise<void> => atenciones.remove(clave),
  };
}

export type FileAtencion = ReturnType<typeof createFileAtencion>;
