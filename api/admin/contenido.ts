import type { Clock } from '../base/kernel/clock';
import { putInForce } from '../contenido/content-in-force';
import type { Instantaneas } from '../contenido/instantaneas';
import type { Checked } from '../../content/content-fault';
import type { ContentFiles } from '../../content/content-files';
import { type Content, parseContent } from '../../content/load-content';
import type { Texts } from '../../content/texts';
import { type Command, type Io, namedOptions } from './command';

interface Deps {
  /** What stood in the content folder when the program began; its faults are told. */
  readonly disk: Checked<Content>;
  readonly files: () => ContentFiles;
  readonly instantaneas: Instantaneas;
  readonly clock: Clock;
  readonly texts: Texts;
}

/** `contenido recargar --quien NOMBRE` puts in force what stands on disk, if it is good; `contenido estado` tells what is. */
export function createContentCommand(deps: Deps): Command {
  return async ([action, ...args], io) => {
    if (action === 'estado' && args.length === 0) return state(deps, io);
    const quien = namedOptions(args, ['quien'])?.get('quien')?.trim();
    if (action === 'recargar' && quien) return reload(deps, io, quien);
    io.err(deps.texts('admin.contenido.uso'));
    return 2;
  };
}

async function reload({ files, instantaneas, clock, texts }: Deps, io: Io, quien: string): Promise<number> {
  const read = files();
  const judged = parseContent(read);
  if (!judged.ok) {
    io.err(texts('admin.contenido.malo', { cuantas: judged.failure.length }));
    return 1;
  }
  const { hash, nuevo } = await putInForce({ instantaneas, clock }, read, quien);
  io.out(texts(nuevo ? 'admin.contenido.enVigor' : 'admin.contenido.igual', { huella: hash }));
  return 0;
}

async function state({ disk, instantaneas, texts }: Deps, io: Io): Promise<number> {
  const last = await instantaneas.last();
  if (!last) {
    io.err(texts('admin.contenido.ninguno'));
    return 1;
  }
  const { hash, quien, enVigorEn } = last;
  io.out(texts('admin.contenido.estado', { huella: hash, quien, fecha: enVigorEn.toISOString() }));
  if (!disk.ok || disk.value.hash !== hash) io.out(texts('admin.contenido.otroEnDisco'));
  return 0;
}
