import type { AnexosStore } from '../base/anexos/anexos';
import type { Clock } from '../base/kernel/clock';
import type { Logger } from '../base/kernel/logger';
import { type SerieDelLibro, TODAS_LAS_SERIES } from '../comunicaciones/series-del-libro';
import { type Pagina, verifyBook } from '../comunicaciones/verify-book';
import { checkAnexos } from './check-anexos';
import type { Colecciones, Revisiones } from './ports';
import { esSana, type Hallazgo, type Revision } from './revision';

export interface RevisarDeps {
  readonly colecciones: Colecciones;
  /** The communications of a series, first number first. */
  readonly pages: (serie: SerieDelLibro) => AsyncIterable<Pagina>;
  readonly anexos: Pick<AnexosStore, 'get' | 'has' | 'storedBefore'>;
  /** The attachments that cases refer to. */
  readonly referidos: () => AsyncIterable<string>;
  readonly revisiones: Revisiones;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly maxBytes?: number;
}

/** Checks everything and stores the outcome. Rejects when the signal aborts it; then nothing is stored. */
export type Revisar = (signal?: AbortSignal) => Promise<Revision>;

/** What a night reads of the attachments: some minutes of an old disk. Twenty-five nights go through 100 GB. */
const MAX_BYTES = 4 * 1024 ** 3;
const TOLD = 50;

/** One check, as it goes. */
class Cuenta {
  readonly hallazgos: Hallazgo[] = [];
  cuantos = 0;
  readonly vistos = { colecciones: 0, documentos: 0, comunicaciones: 0, anexos: 0 };
  hastaAnexo = '';

  add(clase: Hallazgo['clase'], donde: string, motivo: string): void {
    this.cuantos += 1;
    if (this.hallazgos.length < TOLD) this.hallazgos.push({ clase, donde, motivo });
  }

  /** A part that cannot be checked is found too, and the others go on. */
  async part(donde: string, signal: AbortSignal | undefined, work: () => Promise<void>): Promise<void> {
    signal?.throwIfAborted();
    try {
      await work();
    } catch (cause) {
      signal?.throwIfAborted();
      this.add('SIN_REVISAR', donde, codeOf(cause));
    }
  }
}

// A message may quote what a person wrote.
function codeOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'DESCONOCIDO';
  const { code } = cause as { readonly code?: string | number };
  return String(code ?? cause.name);
}

/** The check of everything that is kept: collections, books, attachments. Failures of a part are findings. */
export function createRevisar(deps: RevisarDeps): Revisar {
  const { revisiones, clock, logger } = deps;
  return async (signal) => {
    const [en, start] = [clock.now(), clock.monotonic()];
    const cuenta = new Cuenta();
    await checkColecciones(deps, cuenta, signal);
    await checkBooks(deps, cuenta, signal);
    await checkFiles(deps, cuenta, signal);
    const segundos = Math.round((clock.monotonic() - start) / 1000);
    const { vistos, cuantos, hallazgos, hastaAnexo } = cuenta;
    const revision: Revision = { en, segundos, ...vistos, cuantos, hallazgos, hastaAnexo };
    tell(logger, revision);
    await revisiones.add(revision).catch((cause: unknown) => logger.error('check.not-stored', {}, cause));
    return revision;
  };
}

function tell(logger: Logger, revision: Revision): void {
  const { segundos, colecciones, documentos, comunicaciones, anexos, cuantos, hallazgos } = revision;
  for (const { clase, donde } of hallazgos) logger.error('check.found', { clase, donde });
  const fields = { segundos, colecciones, documentos, comunicaciones, anexos, cuantos };
  if (esSana(revision)) logger.info('check.sound', fields);
  else logger.error('check.unsound', fields);
}

async function checkColecciones(
  { colecciones }: RevisarDeps,
  cuenta: Cuenta,
  signal?: AbortSignal,
): Promise<void> {
  await cuenta.part('colecciones', signal, async () => {
    for (const name of await colecciones.names())
      await cuenta.part(name, signal, async () => {
        const found = await colecciones.validate(name, signal);
        if (!found) return;
        cuenta.vistos.colecciones += 1;
        cuenta.vistos.documentos += found.documentos;
        if (found.errores.length > 0) cuenta.add('COLECCION', name, found.errores.join(' '));
      });
  });
}

async function checkBooks({ pages }: RevisarDeps, cuenta: Cuenta, signal?: AbortSignal): Promise<void> {
  for (const serie of TODAS_LAS_SERIES) {
    const donde = `${serie.libro} ${serie.serie}`;
    await cuenta.part(donde, signal, async () => {
      const report = await verifyBook(pages(serie));
      cuenta.vistos.comunicaciones += report.comunicaciones;
      if (!report.completo) cuenta.add('LIBRO', `${donde} ${report.recepcion}`, report.rotura);
    });
  }
}

async function checkFiles(deps: RevisarDeps, cuenta: Cuenta, signal?: AbortSignal): Promise<void> {
  const { anexos, referidos, revisiones, maxBytes = MAX_BYTES } = deps;
  await cuenta.part('anexos', signal, async () => {
    const desde = (await revisiones.last())?.hastaAnexo ?? '';
    const share = await checkAnexos({ anexos, desde, maxBytes, signal });
    cuenta.vistos.anexos = share.revisados;
    cuenta.hastaAnexo = share.hasta;
    for (const sha256 of share.danados) cuenta.add('ANEXO', sha256, 'HUELLA');
  });
  await cuenta.part('anexos referidos', signal, async () => {
    for await (const sha256 of referidos()) {
      signal?.throwIfAborted();
      if (!(await anexos.has(sha256))) cuenta.add('ANEXO_FALTANTE', sha256, 'FALTA');
    }
  });
}
