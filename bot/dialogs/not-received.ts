import { whyNotReceived } from '../../api/base/kernel/why-not-received';
import type { AnexoNoRecibido } from '../ventanilla/ventanilla-unica';
import type { Facts, Say } from './dialog';
import { quoted } from './quoted';

/** So many are told one by one; of more, how many. */
const TOLD = 4;

/** Which files could not be received, why, and that the rest goes on. */
export function notReceivedSay(
  noRecibidos: readonly AnexoNoRecibido[],
  facts: Pick<Facts, 'texts' | 'canal'>,
): Say {
  const { texts } = facts;
  const told = noRecibidos.slice(0, TOLD).map(({ nombre, motivo }) =>
    texts('dialogo.no_recibido.uno', {
      nombre: quoted(facts, nombre, 40),
      motivo: whyNotReceived(texts, motivo),
    }),
  );
  const more = noRecibidos.length - told.length;
  if (more > 0) told.push(texts('dialogo.no_recibido.mas', { cuantos: more }));
  return { texto: [...told, texts('dialogo.no_recibido.siga')].join('\n') };
}
