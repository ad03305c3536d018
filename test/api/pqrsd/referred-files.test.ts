import { referredIn } from '../../../api/base/anexos/mongo-referred';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Model } from 'mongoose';
import { sweepOrphans, type Referred } from '../../../api/base/anexos/sweep-orphans';
import { silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import type { AnexoRecibido } from '../../../api/base/kernel/solicitud';
import { ensureIndexes } from '../../../api/base/store/connect';
import { createMongoPorRadicar, porRadicarModel } from '../../../api/pqrsd/mongo-por-radicar';
import { pqrsdModel } from '../../../api/pqrsd/mongo-pqrsd';
import { createReferredByCases } from '../../../api/pqrsd/mongo-referred';
import type { Pqrsd } from '../../../api/pqrsd/pqrsd';
import { conversationId } from '../../../bot/inbox/conversation-id';
import { openMongoInbox } from '../../../bot/inbox/mongo-inbox';
import { openReferredByInbox } from '../../../bot/inbox/mongo-referred';
import { newChat } from '../../../bot/engine/chat-state';
import { openMongoConversaciones } from '../../../bot/engine/mongo-conversaciones';
import { openReferredByConversations } from '../../../bot/engine/mongo-referred';
import { manualClock } from '../../fakes/manual-clock';
import { memoryAnexos } from '../../fakes/memory-anexos';
import { aPendiente } from '../../fakes/a-pendiente';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { temporaryStore, type TemporaryStore } from '../../fakes/temporary-store';

const ENTIDAD = 'candelaria-valle';
const HOUR = 3_600_000;
const hash = (letter: string): string => letter.repeat(64);
const anexo = (letter: string): AnexoRecibido => ({
  sha256: hash(letter),
  nombre: 'a',
  tipo: 'image/jpeg',
  bytes: 1,
});
const withVista = (letter: string, vista: string): AnexoRecibido => ({
  ...anexo(letter),
  vista: { sha256: hash(vista), tipo: 'image/jpeg', bytes: 1 },
});

describe('a file that something refers to', () => {
  let store: TemporaryStore;
  let model: Model<Pqrsd>;
  beforeAll(async () => {
    store = await temporaryStore();
    model = pqrsdModel(store.connection);
    await ensureIndexes(store.connection);
  });
  afterAll(() => store.close());
  const all = Array.from('abcdef0123', hash);

  it('is found in a case: its files, their derivatives, and those of what was said in it', async () => {
    const { filePqrsd, book } = pqrsdOffice();
    valueOf(
      await filePqrsd(
        solicitud({ anexos: [withVista('a', 'b')], identidad: { modo: 'IDENTIFICADO', correo: 'a@b.co' } }),
      ),
    );
    const page = book.pages[0] as Pqrsd;
    const { nombre: _nombre, ...said } = withVista('c', 'd');
    const mensajes = [{ n: 2, de: 'CIUDADANO', sellado: page.pqrsd.contenido, anexos: [said] }] as const;
    await model.create([{ ...page, pqrsd: { ...page.pqrsd, mensajes } }]);
    const found = await createReferredByCases(model, ENTIDAD)(all);
    expect(new Set(found)).toEqual(new Set(Array.from('abcd', hash)));
    expect(await createReferredByCases(model, 'otro')(all)).toEqual([]);
  });

  it('is found in what waits for its number', async () => {
    const waiting = porRadicarModel(store.connection);
    await waiting.createIndexes();
    await createMongoPorRadicar(waiting, { entidad: ENTIDAD, libro: 'PRUEBA' }).keep(
      aPendiente('k', '2026-11-24'),
    );
    expect(await referredIn(waiting, ENTIDAD)(all)).toEqual([hash('a')]);
  });

  it('is found in a message until a turn consumed it', async () => {
    const { sealing, clock } = pqrsdOffice();
    const inbox = await openMongoInbox({
      connection: store.connection,
      entidad: ENTIDAD,
      sealing,
      clock,
      logger: silentLogger,
    });
    const referred = await openReferredByInbox(store.connection, ENTIDAD);
    const who = { canal: 'WHATSAPP', conversacion: 'ana' } as const;
    valueOf(
      await inbox.accept({
        ...who,
        externalId: '1',
        texto: '',
        anexos: [withVista('e', 'f')],
        enviadoEn: clock.now(),
      }),
    );
    expect([...(await referred(all))].toSorted()).toEqual([hash('e'), hash('f')]);
    const waiting = await inbox.waiting(conversationId(sealing, who), 10);
    await inbox.consumed(waiting.map(({ id }) => id));
    expect(await referred(all)).toEqual([]);
  });

  it('is found in a draft, active or set aside, until the conversation forgets it', async () => {
    const { sealing, clock } = pqrsdOffice();
    const stored = { connection: store.connection, entidad: ENTIDAD, sealing };
    const conversaciones = await openMongoConversaciones(stored);
    const referred = await openReferredByConversations(store.connection, ENTIDAD);
    const run = (letter: string) => ({
      dialog: 'radicar',
      version: 1,
      step: 'texto',
      data: { texto: 'x', anexos: [anexo(letter)] },
      key: letter,
      steps: [],
    });
    const chat = {
      id: 'c1',
      who: { canal: 'WEB_CHAT' as const, conversacion: 'c1' },
      version: 1,
      state: { ...newChat, active: run('0'), parked: [run('1')] },
      replies: [],
      lastSeq: 0,
      delivered: 0,
      consumed: [],
      notices: [],
      updatedAt: clock.now(),
    };
    expect(await conversaciones.save(chat)).toBe(true);
    expect([...(await referred(all))].toSorted()).toEqual([hash('0'), hash('1')]);
    expect(await conversaciones.save({ ...chat, version: 2, state: newChat })).toBe(true);
    expect(await referred(all)).toEqual([]);
  });
});

describe('the sweep of orphans', () => {
  it('never removes what some place refers to, also while it travels from one to the next', async () => {
    const travel = fc.array(fc.record({ from: fc.nat(3), moves: fc.boolean(), orphan: fc.boolean() }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(travel, async (files) => {
        const clock = manualClock();
        const anexos = memoryAnexos(clock);
        const at = new Map<string, { place: number; moves: boolean }>();
        for (const [i, { from, moves, orphan }] of files.entries()) {
          const { sha256 } = valueOf(
            await anexos.put(Buffer.from(`file ${i}`), { nombre: 'a', tipo: 'text/plain' }),
          );
          if (!orphan) at.set(sha256, { place: from, moves });
        }
        const places: Referred[] = [0, 1, 2, 3].map((place) => async (asked) => {
          const found = asked.filter((sha256) => at.get(sha256)?.place === place);
          // Between one question and the next a reference goes on to the next place.
          for (const one of at.values()) if (one.moves && one.place < 3) one.place += 1;
          return found;
        });
        clock.advance(49 * HOUR);
        expect(await sweepOrphans({ anexos, clock, places })).toBe(
          files.filter(({ orphan }) => orphan).length,
        );
        for (const sha256 of at.keys()) expect(await anexos.has(sha256)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
