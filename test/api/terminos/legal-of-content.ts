import { join } from 'node:path';
import { valueOf } from '../../../api/base/kernel/result';
import { createTerminos } from '../../../api/terminos/terminos';
import type { Terminos } from '../../../api/terminos/terminos';
import { loadLegal } from '../../../content/load-legal';
import type { LegalData } from '../../../content/load-legal';

/** The legal data that the product ships. */
export const legal: LegalData = valueOf(loadLegal(join(__dirname, '../../../content')));

export const terminos: Terminos = createTerminos(legal);

/** The same law in a town with these local days. */
export const withLocalDays = (...days: string[]): Terminos =>
  createTerminos({
    ...legal,
    diasLocales: days.map((fecha) => ({
      fecha,
      decreto: `Decreto ${fecha}`,
      alcance: 'TERMINOS',
      norma: 'Ley 4 de 1913, art. 62',
      fuente: ['D'],
      vigencia: { desde: fecha, hasta: fecha, confirmada: true },
      confirmado: true,
    })),
  });
