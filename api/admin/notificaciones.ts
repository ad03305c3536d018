import { notificacionInWords } from '../notificaciones/notificacion-in-words';
import type { Notificaciones } from '../notificaciones/ports';
import type { DeskDeps } from './bandeja';
import { type Command, namedOptions } from './command';
import { whoLooks } from './who-looks';

export interface NoticesDeps extends Pick<
  DeskDeps,
  'accesos' | 'casesFor' | 'content' | 'clock' | 'prompts'
> {
  readonly notificaciones: Pick<Notificaciones, 'inState'>;
}

/** More than these are seen once the first were attended to. */
const LIMIT = 1_000;

/**
 * `notificaciones`: what people could not be told without a public notice, and then what is still being tried, of the
 * cases that who asks may see; that they looked is recorded.
 */
export const createNoticesCommand =
  (deps: NoticesDeps): Command =>
  async (args, io) => {
    const { texts } = deps.content;
    const options = namedOptions(args, ['quien', 'dependencia']);
    if (!options) {
      io.err(texts('notificacion.orden.uso'));
      return 2;
    }
    const viewer = await whoLooks(deps, options, io);
    if (!viewer) return 2;
    const { nombre: quien, dependencia } = viewer;
    await deps.accesos.record({ quien, dependencia, que: 'BANDEJA', en: deps.clock.now() });
    io.err(texts('bandeja.registrado', { quien }));
    const cases = deps.casesFor(viewer);
    const shown = async (estado: 'PENDIENTE_DE_AVISO' | 'EN_CURSO') => {
      let count = 0;
      for (const one of await deps.notificaciones.inState(estado, LIMIT)) {
        if (!(await cases.byNumero(one.recepcion))) continue;
        count += 1;
        for (const line of notificacionInWords(one, texts)) io.out(line);
      }
      return count;
    };
    const avisos = await shown('PENDIENTE_DE_AVISO');
    const enCurso = await shown('EN_CURSO');
    if (avisos + enCurso === 0) io.err(texts('notificacion.orden.ninguna'));
    else io.err(texts('notificacion.orden.total', { avisos, enCurso }));
    if (avisos > 0) io.err(texts('notificacion.orden.comoPublicar'));
    return 0;
  };
