import { z } from 'zod';
import type { Clock } from '../../api/base/kernel/clock';
import type { DatosPorEnlace, EstadoEnlace } from '../../api/base/kernel/datos-por-enlace';
import { ok } from '../../api/base/kernel/result';
import type { Sealing } from '../../api/base/kernel/sealing';
import type { Chat } from '../channels/channel';
import type { Conversaciones } from '../engine/conversaciones';
import { conversationId } from '../inbox/conversation-id';
import { huellaOf } from './crear-enlace';
import type { Enlace, Enlaces } from './enlaces';

interface Deps {
  readonly enlaces: Enlaces;
  readonly conversaciones: Pick<Conversaciones, 'load'>;
  readonly chat: Pick<Chat, 'accept'>;
  readonly sealing: Pick<Sealing, 'blind'>;
  readonly clock: Clock;
}

/** Kept this long after they expire, so that whoever opens one is told that it did. */
const DAYS_AFTER = 7;
const DAY_MS = 86_400_000;

/** Deletes the links that nobody is to be told of any longer. */
export const purgeEnlaces = ({ enlaces, clock }: Pick<Deps, 'enlaces' | 'clock'>): Promise<void> =>
  enlaces.purge(new Date(clock.now().getTime() - DAYS_AFTER * DAY_MS));

const TOKEN = /^[\w-]{43}$/;

/** What the page of a link asks for. What is sent by it reaches the conversation as one more message of the person. */
export function createDatosPorEnlace(deps: Deps): DatosPorEnlace {
  const { enlaces, chat, clock } = deps;
  const found = (token: string) =>
    TOKEN.test(token) ? enlaces.find(huellaOf(token)) : Promise.resolve(undefined);
  return {
    estado: async (token) => estadoOf(deps, await found(token)),
    async enviar(token, documento) {
      const enlace = await found(token);
      if (!enlace) return ok('DESCONOCIDO');
      const estado = await estadoOf(deps, enlace);
      if (estado !== 'VIGENTE') return ok(estado);
      const accepted = await chat.accept({
        ...enlace.de,
        // The link is the key: sent twice, or cut short before it is spent, it reaches the conversation once.
        externalId: `enlace:${enlace.id}`,
        texto: '',
        anexos: [],
        documento: { ...documento, enlace: enlace.id },
        enviadoEn: clock.now(),
      });
      const isOther = !accepted.ok && accepted.failure.code === 'IDEMPOTENCY_KEY_REUSED';
      if (!accepted.ok && !isOther) return accepted;
      await enlaces.spend(enlace.id);
      return ok(isOther ? 'GASTADO' : 'RECIBIDO');
    },
  };
}

async function estadoOf(deps: Deps, enlace: Enlace | undefined): Promise<EstadoEnlace> {
  if (!enlace) return 'DESCONOCIDO';
  if (enlace.gastado) return 'GASTADO';
  return enlace.venceEn <= deps.clock.now() ? 'VENCIDO' : estadoOfDraft(deps, enlace);
}

const draft = z.object({ enlace: z.string() });

/** Whether the draft that asked for it still waits in the conversation, and for this one. */
async function estadoOfDraft({ conversaciones, sealing }: Deps, { id, de }: Enlace): Promise<EstadoEnlace> {
  const conversation = await conversaciones.load(conversationId(sealing, de));
  const { active, parked = [] } = conversation?.state ?? {};
  const expected = [...(active ? [active] : []), ...parked].flatMap(({ data }) => {
    const read = draft.safeParse(data);
    return read.success ? [read.data.enlace] : [];
  });
  if (expected.includes(id)) return 'VIGENTE';
  return expected.length > 0 ? 'CAMBIADO' : 'TERMINADO';
}
