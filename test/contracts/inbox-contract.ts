import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Sealing } from '../../api/base/kernel/sealing';
import { newKeyFile, parseKeys } from '../../api/base/sealing/keys';
import { createSealing } from '../../api/base/sealing/sealing';
import type { InboundMessage } from '../../bot/channels/channel';
import { conversationId } from '../../bot/inbox/conversation-id';
import type { Inbox } from '../../bot/inbox/inbox';
import { manualClock, type ManualClock } from '../fakes/manual-clock';

const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));

const message = (externalId: string, texto: string, conversacion = 'ana'): InboundMessage => ({
  canal: 'WHATSAPP',
  conversacion,
  externalId,
  texto,
  anexos: [{ sha256: 'a'.repeat(64), nombre: 'foto.jpg', tipo: 'image/jpeg', bytes: 3 }],
  enviadoEn: new Date('2026-11-24T08:59:58-05:00'),
});
const ana = conversationId(sealing, { canal: 'WHATSAPP', conversacion: 'ana' });
const luz = conversationId(sealing, { canal: 'WHATSAPP', conversacion: 'luz' });
const DAY = 86_400_000;

/** What every inbox must do; `create` gives an empty one. */
export function inboxContract(
  name: string,
  create: (sealing: Sealing, clock: ManualClock) => Promise<Inbox>,
): void {
  describe(`an inbox (${name})`, () => {
    let inbox: Inbox;
    let clock: ManualClock;
    const textsOf = async (id: string) => (await inbox.waiting(id, 50)).map((one) => one.message.texto);
    const consumeAll = async (id: string) =>
      inbox.consumed((await inbox.waiting(id, 50)).map((one) => one.id));
    beforeEach(async () => {
      clock = manualClock();
      inbox = await create(sealing, clock);
    });

    it('gives a message back whole', async () => {
      expect(await inbox.accept(message('1', 'Hay un hueco'))).toEqual({ ok: true, value: { nuevo: true } });
      const [waiting] = await inbox.waiting(ana, 10);
      expect(waiting?.message).toEqual(message('1', 'Hay un hueco'));
    });

    it('accepts a repeated message once, also among others at the same time', async () => {
      const results = await Promise.all(
        ['1', '2', '1', '3', '1'].map((id) => inbox.accept(message(id, `texto ${id}`))),
      );
      expect(results.map((one) => one.ok && one.value.nuevo)).toEqual([true, true, false, true, false]);
      expect(await textsOf(ana)).toEqual(['texto 1', 'texto 2', 'texto 3']);
      expect(await inbox.accept(message('2', 'texto 2'))).toEqual({ ok: true, value: { nuevo: false } });
    });

    it('accepts the messages of a delivery in order, with one result for each', async () => {
      expect(await inbox.acceptAll([])).toEqual([]);
      await inbox.accept(message('2', 'dos'));
      const results = await inbox.acceptAll([
        message('1', 'uno'),
        message('2', 'dos'),
        message('2', 'otro'),
        message('1', 'uno'),
        message('3', 'tres', 'luz'),
        message('4', 'cuatro'),
      ]);
      expect(results.map((one) => (one.ok ? one.value.nuevo : one.failure.code))).toEqual([
        true,
        false,
        'IDEMPOTENCY_KEY_REUSED',
        false,
        true,
        true,
      ]);
      expect(await textsOf(ana)).toEqual(['dos', 'uno', 'cuatro']);
      expect(await textsOf(luz)).toEqual(['tres']);
    });

    it('accepts deliveries of a thousand that come at the same time, each message once', async () => {
      const delivery = (from: number) =>
        Array.from({ length: 1_000 }, (_, i) => message(`${from + i}`, `texto ${from + i}`));
      const both = await Promise.all([inbox.acceptAll(delivery(0)), inbox.acceptAll(delivery(500))]);
      const entered = both.flat().filter((one) => one.ok && one.value.nuevo);
      expect(both.map((one) => one.length)).toEqual([1_000, 1_000]);
      expect(entered.length).toBe(1_500);
      const first = await inbox.waiting(ana, 3);
      expect(first.map((one) => one.message.texto)).toEqual(['texto 0', 'texto 1', 'texto 2']);
    });

    it('refuses the same id with another body, or from another person', async () => {
      await inbox.accept(message('1', 'uno'));
      const reused = { ok: false, failure: { code: 'IDEMPOTENCY_KEY_REUSED' } };
      expect(await inbox.accept(message('1', 'dos'))).toEqual(reused);
      expect(await inbox.accept(message('1', 'uno', 'luz'))).toEqual(reused);
      expect(await textsOf(ana)).toEqual(['uno']);
    });

    it('keeps the order of arrival when the clock goes back', async () => {
      await inbox.accept(message('1', 'uno'));
      clock.skew(-DAY);
      await inbox.accept(message('2', 'dos'));
      expect(await textsOf(ana)).toEqual(['uno', 'dos']);
    });

    it('keeps conversations apart and names those that are not finished', async () => {
      await inbox.accept(message('1', 'uno'));
      await inbox.accept(message('2', 'dos', 'luz'));
      await inbox.accept(message('3', 'tres', 'luz'));
      expect(await textsOf(luz)).toEqual(['dos', 'tres']);
      const [first, second] = [ana, luz].toSorted();
      expect(await inbox.unfinished(10)).toEqual([first, second]);
      expect(await inbox.unfinished(10, first)).toEqual([second]);
      await consumeAll(ana);
      expect(await inbox.unfinished(10)).toEqual([luz]);
    });

    it('gives each conversation its own when many ask at the same time, each within its limit', async () => {
      for (const id of ['1', '2', '3']) await inbox.accept(message(id, `ana ${id}`));
      await inbox.accept(message('4', 'luz 4', 'luz'));
      const asked = [ana, luz, 'nadie', ana].map((id, i) => inbox.waiting(id, i === 3 ? 2 : 50));
      const found = (await Promise.all(asked)).map((one) => one.map(({ message: { texto } }) => texto));
      expect(found).toEqual([['ana 1', 'ana 2', 'ana 3'], ['luz 4'], [], ['ana 1', 'ana 2']]);
    });

    it('gives the oldest of everybody also when one has a long backlog', async () => {
      const many = Array.from({ length: 600 }, (_, i) => inbox.accept(message(`a${i}`, `ana ${i}`)));
      await Promise.all(many);
      await inbox.accept(message('l', 'luz', 'luz'));
      const [first, ofAna, ofLuz] = await Promise.all([ana, ana, luz].map((id) => inbox.waiting(id, 2)));
      expect(first?.map((one) => one.message.texto)).toEqual(['ana 0', 'ana 1']);
      expect(ofAna).toEqual(first);
      expect(ofLuz?.map((one) => one.message.texto)).toEqual(['luz']);
    });

    it('does not give again what was consumed, and remembers that it came', async () => {
      await inbox.accept(message('1', 'uno'));
      await consumeAll(ana);
      await inbox.consumed([]);
      expect(await textsOf(ana)).toEqual([]);
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: false } });
      expect((await inbox.past(ana, 10)).map(({ texto }) => texto)).toEqual(['uno']);
    });

    it('gives at most the messages asked for: the oldest that wait, the newest of the past', async () => {
      for (const id of ['1', '2', '3']) await inbox.accept(message(id, id));
      expect((await inbox.waiting(ana, 2)).map((one) => one.message.texto)).toEqual(['1', '2']);
      expect((await inbox.past(ana, 2)).map(({ texto }) => texto)).toEqual(['2', '3']);
    });

    it('forgets the bodies of a conversation but not what still waits, nor that they came', async () => {
      await inbox.accept(message('1', 'uno'));
      await consumeAll(ana);
      await inbox.accept(message('2', 'dos'));
      await inbox.forget(ana);
      expect((await inbox.past(ana, 10)).map(({ texto }) => texto)).toEqual(['dos']);
      expect(await textsOf(ana)).toEqual(['dos']);
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: false } });
    });

    it('purges what is left of a forgotten message too', async () => {
      await inbox.accept(message('1', 'uno'));
      await consumeAll(ana);
      await inbox.forget(ana);
      await inbox.forget(ana);
      clock.advance(60 * DAY);
      const before = (days: number) => new Date(clock.now().getTime() - days * DAY);
      await inbox.purge({ bodies: before(30), documents: before(62) });
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: false } });
      await inbox.purge({ bodies: before(30), documents: before(59) });
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: true } });
    });

    it('purges by age what was consumed, and nothing that waits', async () => {
      await inbox.accept(message('1', 'uno'));
      await consumeAll(ana);
      await inbox.accept(message('2', 'espera'));
      clock.advance(40 * DAY);
      await inbox.accept(message('3', 'nuevo'));
      const daysAgo = (days: number) => new Date(clock.now().getTime() - days * DAY);
      await inbox.purge({ bodies: daysAgo(30), documents: daysAgo(60) });
      expect((await inbox.past(ana, 10)).map(({ texto }) => texto)).toEqual(['espera', 'nuevo']);
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: false } });
      await inbox.purge({ bodies: daysAgo(30), documents: daysAgo(35) });
      expect(await inbox.accept(message('1', 'uno'))).toEqual({ ok: true, value: { nuevo: true } });
    });
  });
}
