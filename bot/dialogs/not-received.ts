import type { AnexoNoRecibido } from '../ventanilla/ventanilla-unica';
import type { Facts, Say } from './dialog';
import { excerpt } from './excerpt';

/** So many are told one by one; of more, how many. */
const TOLD = 4;

/** Which files could not be received, why, and that the rest goes on. */
export function notReceivedSay(
  noRecibidos: readonly AnexoNoRecibido[],
  { texts }: Pick<Facts, 'texts'>,
): Say {
  const told = noRecibidos.slice(0, TOLD).map(({ nombre, motivo }) =>
    texts('dialogo.no_recibido.uno', {
      nombre: excerpt(nombre, 40),
      motivo: texts(`constancia.anexos.motivo.${motivo}`),
    }),
  );
  const more = noRecibidos.length - told.length;
  if (more > 0) told.push(texts('dialogo.no_recibido.mas', { cuantos: more }));
  return { texto: [...told, texts('dialogo.no_recibido.siga')].join('\n') };
}
