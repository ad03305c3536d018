import { HECHOS, type Hecho } from '../../content/schemas/whatsapp';
import type { Clock } from '../base/kernel/clock';
import type { Pqrsd } from '../pqrsd/pqrsd';
import { type Notificacion, notificacionId } from './notificacion';
import type { CasosPorAvisar, Notificaciones } from './ports';

interface Deps {
  readonly casos: CasosPorAvisar;
  readonly notificaciones: Pick<Notificaciones, 'open' | 'ofCase' | 'change'>;
  readonly clock: Clock;
}

const PASS = 50;

/**
 * Begins to tell what nobody has begun: a notice for each event, and only then the case is unmarked. A public notice
 * that was posted wakes those that wait for it. Gives how many cases it saw to.
 */
export function createOpenUntold({ casos, notificaciones, clock }: Deps) {
  return async (): Promise<number> => {
    const found = await casos.next(PASS);
    let done = 0;
    for (const caso of found) {
      const marked = caso.eventos.filter(({ n }) => caso.pqrsd.porAvisar?.includes(n));
      for (const { n, tipo } of marked) {
        const hecho = HECHOS.find((one) => one === tipo);
        if (hecho && isOurs(caso, hecho))
          await notificaciones.open(newNotificacion(caso, n, hecho, clock.now()));
      }
      if (marked.some(({ tipo }) => tipo === 'AVISO_FIJADO')) await wake(caso._id);
      if (await casos.begun(caso)) done += 1;
    }
    return done;
  };

  async function wake(caso: string): Promise<void> {
    const proximoEn = clock.now();
    for (const one of await notificaciones.ofCase(caso))
      if (one.estado === 'PENDIENTE_DE_AVISO')
        await notificaciones.change({ ...one, proximoEn, version: one.version + 1 });
  }
}

/**
 * The number that another Ventanilla gave is told by e-mail, with the second constancia, where there is an address
 * (`api/documents`); without one it is worth a message to the chat, and no public notice.
 */
const isOurs = ({ pqrsd }: Pqrsd, hecho: Hecho): boolean =>
  hecho !== 'RADICADA_EXTERNA' || (pqrsd.correoCiego === undefined && pqrsd.conversacion !== undefined);

const newNotificacion = (
  { _id: caso, entidad, libro, recepcion }: Pqrsd,
  n: number,
  hecho: Hecho,
  now: Date,
): Notificacion => ({
  _id: notificacionId(caso, n),
  entidad,
  esquema: 1,
  libro,
  caso,
  recepcion,
  n,
  hecho,
  estado: 'EN_CURSO',
  creadaEn: now,
  intentos: [],
  version: 1,
  proximoEn: now,
});
