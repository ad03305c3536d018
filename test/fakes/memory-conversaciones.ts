import type { Sealing } from '../../api/base/kernel/sealing';
import { dayOf, hourAfter } from '../../api/base/kernel/coarse-time';
import { bajaOf } from '../../bot/engine/baja';
import type { Conversaciones, Conversation } from '../../bot/engine/conversaciones';
import { openConversation, sealConversation } from '../../bot/engine/conversation-blob';

type Row = Omit<Conversation, 'state' | 'replies' | 'notices' | 'consumed'> & { readonly estado: string };

/** Conversations in memory, sealed as in the store. `beforeSave` runs before each write: another copy, or a crash. */
export function memoryConversaciones(sealing: Sealing) {
  const rows = new Map<string, Row>();
  const hooks: { beforeSave?: (next: Conversation) => Promise<void> } = {};
  const counts = { saves: 0 };
  const idleSince = (since: Date) => [...rows.values()].filter(({ updatedAt }) => updatedAt < dayOf(since));
  const inBaja = ({ estado }: Row) => bajaOf(openConversation(sealing, estado).state) !== undefined;
  const store: Conversaciones = {
    async load(id) {
      const row = rows.get(id);
      if (!row) return undefined;
      const { estado, ...plain } = row;
      const { conversacion, ...opened } = openConversation(sealing, estado);
      return { ...plain, ...opened, who: { canal: row.who.canal, conversacion } };
    },
    async save(next) {
      await hooks.beforeSave?.(next);
      if ((rows.get(next.id)?.version ?? 0) !== next.version - 1) return false;
      const { state: _s, replies: _r, notices: _n, consumed: _c, ...plain } = next;
      const who = { canal: next.who.canal, conversacion: '' };
      const times = {
        forgetAt: next.forgetAt && hourAfter(next.forgetAt),
        updatedAt: dayOf(next.updatedAt),
      };
      rows.set(next.id, { ...plain, ...times, who, estado: sealConversation(sealing, next) });
      counts.saves += 1;
      return true;
    },
    toForget: async (now, limit) =>
      [...rows.values()]
        .filter(({ forgetAt }) => forgetAt !== undefined && forgetAt <= now)
        .map(({ id }) => id)
        .slice(0, limit),
    toLookAt: async (now, limit) =>
      [...rows.values()]
        .filter(({ lookAt }) => lookAt !== undefined && lookAt <= now)
        .map(({ id }) => id)
        .slice(0, limit),
    async deleteIdle(since) {
      const idle = idleSince(since).filter((row) => !inBaja(row));
      for (const { id } of idle) rows.delete(id);
      return idle.length;
    },
    idleInBaja: async (since, limit) =>
      idleSince(since)
        .filter(inBaja)
        .map(({ id }) => id)
        .slice(0, limit),
    async sent(id, seq) {
      const row = rows.get(id);
      if (!row || row.lastSeq !== seq) return;
      const { toSend: _sent, ...rest } = row;
      rows.set(id, { ...rest, delivered: seq });
    },
    unsent: async (limit, after = '') =>
      [...rows.values()]
        .filter(({ id, toSend }) => toSend && id > after)
        .map(({ id }) => id)
        .toSorted((a, b) => a.localeCompare(b))
        .slice(0, limit),
    lastSeqs: async (ids) =>
      new Map(ids.flatMap((id) => (rows.has(id) ? [[id, rows.get(id)?.lastSeq ?? 0] as const] : []))),
  };
  return {
    ...store,
    hooks,
    counts,
    /** All it holds, with what is sealed opened. */
    opened: () =>
      [...rows.values()]
        .map((row) => JSON.stringify([row, openConversation(sealing, row.estado)]))
        .join('\n'),
    closed: () => JSON.stringify([...rows.values()]),
  };
}
