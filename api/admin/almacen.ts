import { instantInWords } from '../base/kernel/local-date';
import type { Reserva } from '../base/reserva/reserva';
import { nivelDe } from '../base/reserva/espacio';
import type { Revisiones } from '../revision/ports';
import type { Revisar } from '../revision/revisar';
import { esSana, type Hallazgo, type Revision } from '../revision/revision';
import type { Texts } from '../../content/texts';
import type { Command, Io } from './command';

/** What the data take of the disk, in bytes. */
export interface Tamanos {
  readonly almacen: number;
  /** Absent when they are in the database. */
  readonly anexos?: number;
}

interface Deps {
  readonly revisar: Revisar;
  readonly revisiones: Pick<Revisiones, 'last'>;
  readonly reserva: Pick<Reserva, 'espacio'>;
  readonly tamanos: () => Promise<Tamanos>;
  readonly texts: Texts;
}

/** `almacen revisar`: checks everything now; 1 when something does not stand. `almacen estado`: sizes, room, last check. */
export const createStoreCommand =
  (deps: Deps): Command =>
  async ([action, ...rest], io) => {
    if (rest.length > 0 || (action !== 'revisar' && action !== 'estado')) {
      io.err(deps.texts('admin.almacen.uso'));
      return 2;
    }
    return action === 'revisar' ? check(deps, io) : status(deps, io);
  };

async function check({ revisar, texts }: Deps, io: Io): Promise<number> {
  io.err(texts('admin.almacen.revisando'));
  const revision = await revisar();
  const { segundos, colecciones, documentos, comunicaciones, anexos, cuantos, hallazgos } = revision;
  io.out(texts('admin.almacen.revisado', { segundos, colecciones, documentos, comunicaciones, anexos }));
  if (esSana(revision)) {
    io.out(texts('admin.almacen.sano'));
    return 0;
  }
  for (const hallazgo of hallazgos) io.out(line(texts, hallazgo));
  if (cuantos > hallazgos.length)
    io.out(texts('admin.almacen.masHallazgos', { cuantos: cuantos - hallazgos.length }));
  io.out(texts('admin.almacen.queHacer', { cuantos }));
  return 1;
}

const line = (texts: Texts, { clase, donde, motivo }: Hallazgo): string =>
  texts(`admin.almacen.hallazgo.${clase}`, {
    donde,
    motivo: clase === 'LIBRO' ? texts(`admin.libro.rotura.${motivo}`) : motivo,
  });

const number = new Intl.NumberFormat('es-CO', { maximumFractionDigits: 1 });
const MEGABYTE = 1_000_000;
const enMegas = (bytes: number): string => number.format(bytes / MEGABYTE);

async function status({ revisiones, reserva, tamanos, texts }: Deps, io: Io): Promise<number> {
  const { almacen, anexos } = await tamanos();
  io.out(texts('admin.almacen.tamano', { megas: enMegas(almacen) }));
  if (anexos !== undefined) io.out(texts('admin.almacen.anexos', { megas: enMegas(anexos) }));
  const espacio = await reserva.espacio();
  if (espacio) {
    const { libre, total } = espacio;
    const parte = number.format((libre / total) * 100);
    io.out(texts('admin.almacen.libre', { libre: enMegas(libre), total: enMegas(total), parte }));
  }
  io.out(texts(`admin.almacen.nivel.${nivelDe(espacio)}`));
  io.out(lastCheck(texts, await revisiones.last()));
  return 0;
}

function lastCheck(texts: Texts, ultima: Revision | undefined): string {
  if (!ultima) return texts('admin.almacen.sinRevision');
  const { en, cuantos } = ultima;
  const cuando = instantInWords(en);
  return esSana(ultima)
    ? texts('admin.almacen.ultimaSana', { cuando })
    : texts('admin.almacen.ultimaMala', { cuando, cuantos });
}
