import type { Clock } from '../../../api/base/kernel/clock';
import { localDate } from '../../../api/base/kernel/local-date';
import type { Salida } from '../../envios/envios';
import type { Interlocutor, OutboundMessage } from '../channel';
import { plainReply } from '../plain-reply';
import type { Addresses } from './address-of';
import { createHandOver, type HandOverDeps, later } from './hand-over';
import { lendFile, type LendDeps, takeBack } from './lend-file';
import { pace, ritmoOf } from './pace';
import type { KeptState } from './session/kept-state';

export interface SendDeps extends HandOverDeps, LendDeps {
  readonly addresses: Addresses;
  readonly clock: Clock;
  readonly kept: KeptState;
  /** Only then is anything sent. */
  readonly isReady: () => boolean;
  /** From 0 to 1. */
  readonly random: () => number;
}

/** Called once its moment has come, before anything is sent; false to leave it. */
export type Begin = () => Promise<boolean>;

/**
 * Sends one reply, at its pace, and tells how it ended. PENDIENTE: nothing was sent and it may be tried again (NO_LISTO,
 * TOPE_DEL_DIA, RECHAZADO). FALLIDO: this person cannot be reached here. INCIERTO: it may have gone.
 */
export function createSendReply(deps: SendDeps) {
  const { addresses, clock, kept, isReady, wait, random } = deps;
  const handing = createHandOver(deps);
  const { dia = '', cuantos = 0 } = kept.get().enviados ?? {};
  let ritmo = ritmoOf(dia, cuantos);

  /** Its moment, already kept for it: the count of the day is stored before anything is sent. */
  const takeTurn = (chat: string, acuse: boolean) => {
    const hoy = localDate(clock.now());
    const turno = pace(ritmo, { chat, acuse, ahora: clock.monotonic(), hoy, azar: random() });
    if (!turno) return undefined;
    ritmo = turno.ritmo;
    kept.keep({ enviados: { dia: ritmo.dia, cuantos: ritmo.hoy } });
    return turno;
  };

  return {
    async send({ conversacion }: Interlocutor, reply: OutboundMessage, begin: Begin): Promise<Salida> {
      if (!isReady()) return later('NO_LISTO');
      const a = await addresses.of(conversacion);
      if (a.length === 0) return { estado: 'FALLIDO', codigo: 'SIN_CHAT' };
      const turno = takeTurn(conversacion, reply.clase !== undefined);
      if (!turno) return later('TOPE_DEL_DIA');
      await wait(Math.max(0, turno.en - turno.tecleandoMs - clock.monotonic()));
      // It may have been long.
      if (!isReady()) return later('NO_LISTO');
      const archivo = await lendFile(deps, reply);
      const said = { texto: plainReply(reply, true), archivo, tecleandoMs: turno.tecleandoMs };
      try {
        // What was begun before is not sent again, whoever began it.
        if (!(await begin())) return { estado: 'INCIERTO' };
        return await handing.handOver({ a: [...a].slice(0, 3), ...said });
      } finally {
        await takeBack(deps, archivo);
      }
    },
    told: handing.told,
    gone: handing.gone,
    isBusy: handing.isBusy,
  };
}

export type SendReply = ReturnType<typeof createSendReply>;
