import { readFile } from 'node:fs/promises';
import type { Terminos } from '../terminos/terminos';
import { vencimientosCsv } from '../terminos/vencimientos-csv';
import type { Texts } from '../../content/texts';
import type { Command } from './command';

/** `vencimientos FILE.csv`: the rows with their due dates, as CSV, and nothing else. */
export const createVencimientosCommand =
  (terminos: Terminos, texts: Texts): Command =>
  async ([file, ...rest], io) => {
    if (!file || rest.length > 0) {
      io.err(texts('admin.vencimientos.uso'));
      return 2;
    }
    const csv = await readFile(file, 'utf8').catch(() => undefined);
    if (csv === undefined) {
      io.err(texts('admin.archivoIlegible', { archivo: file }));
      return 1;
    }
    const dated = vencimientosCsv(csv, terminos);
    if (dated.ok) io.out(dated.value.replace(/\n$/, ''));
    else io.err(texts('admin.vencimientos.falla', { linea: 0, mensaje: '', ...dated.failure.detail }));
    return dated.ok ? 0 : 1;
  };
