import { failure, type Failure } from '../../../api/base/kernel/failures';
import { err, ok, type Result } from '../../../api/base/kernel/result';
import type { Sealing } from '../../../api/base/kernel/sealing';
import type { EstadoEnvio } from '../../envios/envio';
import type { Envios, Salida } from '../../envios/envios';
import type { PushChannel } from '../channel';
import { fileAsLink } from '../file-as-link';
import { createFate, replyEnvioId } from '../reply-envio';
import type { WhatsappWeb } from './whatsapp-web';

interface Deps {
  readonly web: Pick<WhatsappWeb, 'send'>;
  readonly envios: Pick<Envios, 'begin' | 'settle' | 'find'>;
  readonly sealing: Pick<Sealing, 'blind'>;
}

/** A page that refuses a message this often will not take it. */
const MOST_TRIES = 5;
const DAY_SPENT_SECONDS = 60 * 60;

/**
 * Answers through WhatsApp Web, each once: ENVIANDO is stored when its moment has come, before the page is told. What
 * may have gone is not sent again.
 */
export function createWebPush({ web, envios, sealing }: Deps): PushChannel {
  return {
    fate: createFate(envios, sealing),
    async deliver(who, reply, vez) {
      const id = replyEnvioId(sealing, who, reply, vez);
      const envio = { id, canal: who.canal };
      let begun: 'BEGUN' | EstadoEnvio | undefined;
      const begin = async (): Promise<boolean> => {
        begun = await envios.begin(envio);
        return begun === 'BEGUN';
      };
      // Perhaps it failed for its file.
      const salida = await web.send(who, vez === 'AGAIN' ? fileAsLink(reply) : reply, begin);
      if (begun === undefined && salida.estado === 'PENDIENTE') return err(failureOf(salida));
      if (begun === undefined) await begin();
      if (begun !== 'BEGUN') return ok(undefined);
      return settle(envios, id, salida);
    },
  };
}

async function settle(envios: Deps['envios'], id: string, salida: Salida): Promise<Result<void, Failure>> {
  const tries = (await envios.find(id))?.intentos ?? 1;
  const dead = salida.estado === 'PENDIENTE' && salida.codigo === 'RECHAZADO' && tries >= MOST_TRIES;
  const outcome: Salida = dead ? { estado: 'FALLIDO', codigo: 'RECHAZADO' } : salida;
  await envios.settle(id, outcome);
  return outcome.estado === 'PENDIENTE' ? err(failureOf(outcome)) : ok(undefined);
}

const failureOf = (salida: Salida): Failure =>
  'codigo' in salida && salida.codigo === 'TOPE_DEL_DIA'
    ? failure('TOO_MANY_REQUESTS', { segundos: DAY_SPENT_SECONDS })
    : failure('NOT_READY', { segundos: 5 });
