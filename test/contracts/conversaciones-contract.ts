import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Sealing } from '../../api/base/kernel/sealing';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import type { Conversaciones, Conversation } from '../../bot/engine/conversaciones';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
const at = new Date('2026-11-24T09:12:34.567-05:00');
const day = new Date('2026-11-24T00:00:00Z');
const DAY = 86_400_000;

const conversation = (id: string, version = 1, over: Partial<Conversation> = {}): Conversation => ({
  id,
  who: { canal: 'WHATSAPP', conversacion: '573001112233' },
  version,
  state: {
    active: {
      dialog: 'radicar',
      version: 1,
      step: 'lugar',
      data: { texto: 'ñandú {{x}}' },
      key: 'k',
      steps: ['texto'],
    },
    parked: [],
    unreadable: [],
    shown: [{ id: 'a', titulo: 'A' }],
    misses: 1,
    lastAt: at.toISOString(),
  },
  replies: [{ seq: 1, texto: '¿Dónde?', opciones: [], en: at }],
  lastSeq: 1,
  delivered: 0,
  consumed: ['m1'],
  notices: [{ version: 'v1', textHash: 'h', at: at.toISOString(), messageId: '1' }],
  updatedAt: at,
  ...over,
});

/** What every store of conversations must do; `create` gives an empty one. */
export function conversacionesContract(
  name: string,
  create: (sealing: Sealing) => Promise<Conversaciones>,
): void {
  describe(`conversations (${name})`, () => {
    let store: Conversaciones;
    beforeEach(async () => {
      store = await create(sealing);
    });

    it('come back whole', async () => {
      expect(await store.load('a')).toBeUndefined();
      expect(await store.save(conversation('a'))).toBe(true);
      expect(await store.load('a')).toEqual({ ...conversation('a'), forgetAt: undefined, updatedAt: day });
    });

    it('take a write only over the version it read', async () => {
      await store.save(conversation('a'));
      expect(await store.save(conversation('a'))).toBe(false);
      expect(await store.save(conversation('a', 3))).toBe(false);
      expect(await store.save(conversation('a', 2, { lastSeq: 7 }))).toBe(true);
      expect(await store.load('a')).toMatchObject({ version: 2, lastSeq: 7 });
    });

    it('let only one of two first writes in', async () => {
      const both = await Promise.all([store.save(conversation('a')), store.save(conversation('a'))]);
      expect(both.toSorted()).toEqual([false, true]);
    });

    it('written at the same time enter each by its own version: the one that lost is told, the others are not', async () => {
      const ids = Array.from({ length: 12 }, (_, i) => `c${i}`);
      expect(await Promise.all(ids.map((id) => store.save(conversation(id))))).toEqual(ids.map(() => true));
      await store.save(conversation('c3', 2, { lastSeq: 9 }));
      const seconds = ids.map((id) => store.save(conversation(id, 2, { lastSeq: 7 })));
      expect(await Promise.all(seconds)).toEqual(ids.map((id) => id !== 'c3'));
      const loaded = await Promise.all(ids.map((id) => store.load(id)));
      expect(loaded.map((one) => one?.lastSeq)).toEqual(ids.map((id) => (id === 'c3' ? 9 : 7)));
    });

    it('new ones at the same time as an old one with the same id: only what is new enters', async () => {
      await store.save(conversation('a', 1, { lastSeq: 5 }));
      const saved = ['x', 'a', 'y'].map((id) => store.save(conversation(id)));
      expect(await Promise.all(saved)).toEqual([true, false, true]);
      expect(await store.load('a')).toMatchObject({ lastSeq: 5 });
    });

    it('let only one of two second writes in', async () => {
      await store.save(conversation('a'));
      await store.save(conversation('b'));
      const other = store.save(conversation('b', 2));
      const both = [3, 4].map((lastSeq) => store.save(conversation('a', 2, { lastSeq })));
      const entered = await Promise.all(both);
      expect(entered.filter(Boolean).length).toBe(1);
      expect((await store.load('a'))?.lastSeq).toBe(entered[0] ? 3 : 4);
      expect(await other).toBe(true);
    });

    it('do not come back by a later write once they are gone', async () => {
      expect(await store.save(conversation('a', 2))).toBe(false);
      expect(await store.load('a')).toBeUndefined();
    });

    it('no longer hold what a later write leaves out', async () => {
      await store.save(conversation('a', 1, { forgetAt: at }));
      await store.save(conversation('a', 2));
      expect((await store.load('a'))?.forgetAt).toBeUndefined();
    });

    it('say which have something to forget from the hour after on, until it is forgotten', async () => {
      const hour = new Date('2026-11-24T10:00:00-05:00');
      await store.save(conversation('a', 1, { forgetAt: at }));
      await store.save(conversation('b'));
      expect(await store.toForget(new Date(hour.getTime() - 1), 10)).toEqual([]);
      expect(await store.toForget(hour, 10)).toEqual(['a']);
      expect((await store.load('a'))?.forgetAt).toEqual(hour);
      await store.save(conversation('a', 2));
      expect(await store.toForget(hour, 10)).toEqual([]);
    });

    it('say which have an acuse to look at from that instant on, until there is none', async () => {
      await store.save(conversation('a', 1, { unproved: [1], lookAt: at }));
      await store.save(conversation('b', 1, { unproved: [1] }));
      expect(await store.toLookAt(new Date(at.getTime() - 1), 10)).toEqual([]);
      expect(await store.toLookAt(at, 10)).toEqual(['a']);
      expect(await store.load('a')).toMatchObject({ unproved: [1], lookAt: at });
      await store.save(conversation('a', 2));
      expect(await store.toLookAt(at, 10)).toEqual([]);
      expect(Object.keys((await store.load('a')) ?? {})).not.toContain('unproved');
    });

    it('tell the last reply of those that exist', async () => {
      await store.save(conversation('a', 1, { lastSeq: 4 }));
      expect(await store.lastSeqs(['a', 'b'])).toEqual(new Map([['a', 4]]));
    });

    it('are deleted when nobody wrote for long, never before their time', async () => {
      await store.save(conversation('a'));
      await store.save(conversation('b', 1, { updatedAt: new Date(at.getTime() + DAY) }));
      expect(await store.deleteIdle(at)).toBe(0);
      expect(await store.deleteIdle(new Date(at.getTime() + 1))).toBe(0);
      expect(await store.deleteIdle(new Date(at.getTime() + DAY))).toBe(1);
      expect(await store.load('a')).toBeUndefined();
      expect(await store.load('b')).toBeDefined();
    });

    it('of who wants no notices are told instead of deleted, until they want them again', async () => {
      const { state } = conversation('a');
      const later = new Date(at.getTime() + DAY);
      await store.save(conversation('a', 1, { state: { ...state, baja: at.toISOString() } }));
      expect([await store.deleteIdle(later), await store.idleInBaja(later, 10)]).toEqual([0, ['a']]);
      expect(await store.idleInBaja(at, 10)).toEqual([]);
      await store.save(conversation('a', 2));
      expect([await store.idleInBaja(later, 10), await store.deleteIdle(later)]).toEqual([[], 1]);
    });
  });
}
