import type { Accesos } from '../accesos/accesos';
import { csvHeader, csvLine, tableHeader, tableLine } from '../bandeja/bandeja-in-words';
import { type Fila, filaOf } from '../bandeja/fila';
import type { VisibleCases } from '../bandeja/visible-cases';
import type { Clock } from '../base/kernel/clock';
import { localDate } from '../base/kernel/local-date';
import type { Viewer } from '../rutas/viewer';
import type { Terminos } from '../terminos/terminos';
import type { Content } from '../../content/load-content';
import { type Command, type Io, namedOptions } from './command';
import type { Prompts } from './ventanilla/prompts';
import { whoLooks } from './who-looks';

export interface DeskDeps {
  readonly casesFor: (viewer: Viewer) => VisibleCases;
  readonly accesos: Accesos;
  readonly terminos: Terminos;
  readonly content: Content;
  readonly clock: Clock;
  readonly prompts: () => Prompts;
}

const FORMATS = ['tabla', 'csv'] as const;
type Format = (typeof FORMATS)[number];

/** `bandeja`: the open cases that who asks may see, the nearest strict due date first; that they looked is recorded. */
export const createBandejaCommand =
  (deps: DeskDeps): Command =>
  async (args, io) => {
    const { texts } = deps.content;
    const options = namedOptions(args, ['formato', 'quien', 'dependencia']);
    const format = FORMATS.find((one) => one === (options?.get('formato') ?? 'tabla'));
    if (!options || !format) {
      io.err(texts('bandeja.uso'));
      return 2;
    }
    const viewer = await whoLooks(deps, options, io);
    if (!viewer) return 2;
    const { nombre: quien, dependencia } = viewer;
    await deps.accesos.record({ quien, dependencia, que: 'BANDEJA', en: deps.clock.now() });
    io.err(texts('bandeja.registrado', { quien }));
    await list(deps, io, viewer, format);
    return 0;
  };

async function list(deps: DeskDeps, io: Io, viewer: Viewer, format: Format): Promise<void> {
  const { casesFor, terminos, content, clock } = deps;
  const today = localDate(clock.now());
  const count = { cuantos: 0, vencidos: 0, hoy: 0 };
  const line = (fila: Fila) => (format === 'csv' ? csvLine(fila) : tableLine(fila, content.texts));
  if (format === 'csv') io.out(csvHeader());
  for await (const caso of casesFor(viewer).open()) {
    const fila = filaOf(caso, today, terminos);
    if (count.cuantos === 0 && format === 'tabla') io.out(tableHeader(content.texts));
    count.cuantos += 1;
    if (fila.semaforo === 'VENCIDO') count.vencidos += 1;
    if (fila.venceEstricto === today && fila.semaforo !== 'SUSPENDIDO') count.hoy += 1;
    io.out(line(fila));
  }
  io.err(count.cuantos === 0 ? content.texts('bandeja.vacia') : content.texts('bandeja.total', count));
}
