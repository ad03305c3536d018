import type { MensajeDicho } from '../../base/kernel/seguimiento';
import type { Sealing } from '../../base/kernel/sealing';
import type { Pqrsd } from '../pqrsd';
import { openMensaje } from '../seal-case';

/** What was said in a case, opened for whoever holds its code. Who of the office wrote it is not told. */
export function mensajesDichos({ pqrsd, eventos }: Pqrsd, sealing: Sealing): readonly MensajeDicho[] {
  const when = new Map(eventos.map(({ n, en }) => [n, en]));
  return (pqrsd.mensajes ?? []).flatMap(({ n, de, sellado }) => {
    const en = when.get(n);
    if (!en) return [];
    const { texto, nombresAnexos, noRecibidos = [] } = openMensaje(sellado, sealing);
    return [{ n, de, en, texto, archivos: nombresAnexos, noRecibidos }];
  });
}
