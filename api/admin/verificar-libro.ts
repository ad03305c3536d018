import { type BookReport, type Pagina, verifyBook } from '../comunicaciones/verify-book';
import { type SerieDelLibro, TODAS_LAS_SERIES } from '../comunicaciones/series-del-libro';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

interface Deps {
  /** The communications of a series, first number first. */
  readonly pages: (serie: SerieDelLibro) => AsyncIterable<Pagina>;
  readonly texts: Texts;
}

/** `libro verificar`: walks every series of the books and tells, for each, that it is complete or where it breaks. */
export const createVerifyBookCommand =
  ({ pages, texts }: Deps): Command =>
  async ([action, ...rest], io) => {
    if (action !== 'verificar' || rest.length > 0) {
      io.err(texts('admin.libro.uso'));
      return 2;
    }
    let total = 0;
    let rotas = 0;
    for (const serie of TODAS_LAS_SERIES) {
      const report = await verifyBook(pages(serie));
      if (report.completo && report.comunicaciones === 0) continue;
      io.out(line(texts, serie, report));
      total += report.comunicaciones;
      if (!report.completo) rotas += 1;
    }
    if (total === 0 && rotas === 0) io.out(texts('admin.libro.vacio'));
    return rotas === 0 ? 0 : 1;
  };

function line(texts: Texts, { libro, serie }: SerieDelLibro, report: BookReport): string {
  const { comunicaciones } = report;
  if (report.completo) return texts('admin.libro.completo', { libro, serie, comunicaciones });
  const { recepcion, rotura } = report;
  const motivo = texts(`admin.libro.rotura.${rotura}`);
  return texts('admin.libro.roto', { libro, serie, comunicaciones, recepcion, motivo });
}
