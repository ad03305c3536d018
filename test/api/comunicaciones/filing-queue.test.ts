import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { silentLogger } from '../../../api/base/kernel/logger';
import { valueOf } from '../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { createClockGuard } from '../../../api/comunicaciones/clock-guard';
import type { Comunicacion } from '../../../api/comunicaciones/comunicacion';
import { FilingQueue } from '../../../api/comunicaciones/filing-queue';
import { createNextPlace } from '../../../api/comunicaciones/place';
import { bookContract } from '../../contracts/book-contract';
import { bareFiling } from '../../fakes/comunicacion';
import { manualClock } from '../../fakes/manual-clock';
import { MemoryBook } from '../../fakes/memory-book';

bookContract('memory', () => Promise.resolve(new MemoryBook()));

function setUp(book = new MemoryBook<Comunicacion>(), clock = manualClock()) {
  const nextPlace = createNextPlace({ book, guard: createClockGuard(clock), logger: silentLogger });
  return { book, clock, queue: new FilingQueue({ book, nextPlace, logger: silentLogger }) };
}

function expectUnbrokenBook(pages: readonly Comunicacion[]) {
  const inOrder = pages.toSorted((a, b) => a.anio - b.anio || a.numero - b.numero);
  expect(inOrder.map((page) => page.numero)).toEqual(inOrder.map((_, i) => i + 1));
  let anterior = GENESIS;
  for (const page of inOrder) {
    expect(firstBrokenLink(page.eventos, anterior)).toBeUndefined();
    anterior = page.eventos[0]?.hash ?? '';
  }
  const times = inOrder.map((page) => page.radicadoEn.getTime());
  expect(times).toEqual(times.toSorted((a, b) => a - b));
}

describe('the filing queue', () => {
  it('numbers in order of arrival, one commit a batch', async () => {
    const { book, queue } = setUp();
    const results = await Promise.all(Array.from({ length: 65 }, (_, i) => queue.file(bareFiling(`k${i}`))));
    expect(results.map((r) => valueOf(r).comunicacion.numero)).toEqual(results.map((_, i) => i + 1));
    expect(book.inserts).toBe(2);
    expectUnbrokenBook(book.pages);
  });

  it('files one key once, however often and however close together it is repeated', async () => {
    const { book, queue } = setUp();
    const results = await Promise.all(Array.from({ length: 5 }, () => queue.file(bareFiling('k'))));
    expect(results.map((r) => valueOf(r).repetida)).toEqual([false, true, true, true, true]);
    expect(book.pages).toHaveLength(1);
  });

  it('refuses a key that comes back with another body', async () => {
    const { queue } = setUp();
    await queue.file(bareFiling('k', 'one body'));
    expect(await queue.file(bareFiling('k', 'another'))).toMatchObject({
      ok: false,
      failure: { code: 'IDEMPOTENCY_KEY_REUSED' },
    });
  });

  it('starts at the number the town set for its first year, and at 1 each new local year', async () => {
    const { book, queue, clock } = setUp(undefined, manualClock('2026-12-31T23:59:59.500-05:00'));
    book.firstNumbers.set(2026, 4_001);
    const before = valueOf(await queue.file(bareFiling('a')));
    clock.advance(600);
    const after = valueOf(await queue.file(bareFiling('b')));
    expect([before.comunicacion.recepcion, after.comunicacion.recepcion]).toEqual([
      '2026-E-004001',
      '2027-E-000001',
    ]);
    expect(after.comunicacion.eventos[0]?.anterior).toBe(before.comunicacion.eventos[0]?.hash);
  });

  it('goes on after the store fails; the filing that failed is filed once when it is repeated', async () => {
    const { book, queue } = setUp();
    book.beforeInsert.push(() => {
      throw new Error('gone');
    });
    expect(await queue.file(bareFiling('a'))).toMatchObject({ failure: { code: 'STORE_UNAVAILABLE' } });
    expect(valueOf(await queue.file(bareFiling('a'))).comunicacion.numero).toBe(1);
  });

  it('finds what it filed when the answer to the commit was lost', async () => {
    const { book, queue } = setUp();
    const insert = book.insertInOrder.bind(book);
    book.insertInOrder = async (pages) => {
      await insert(pages);
      book.insertInOrder = insert;
      throw new Error('connection lost after the commit');
    };
    expect((await queue.file(bareFiling('a'))).ok).toBe(false);
    expect(valueOf(await queue.file(bareFiling('a')))).toMatchObject({
      repetida: true,
      comunicacion: { numero: 1 },
    });
    expect(valueOf(await queue.file(bareFiling('b'))).comunicacion.numero).toBe(2);
  });

  it('does not fork at the new year, though a process was idle since long before', async () => {
    const { book, clock, queue: first } = setUp(undefined, manualClock('2026-12-31T23:00:00-05:00'));
    const { queue: idle } = setUp(book, clock);
    await first.file(bareFiling('a'));
    await idle.file(bareFiling('b'));
    for (const key of ['c', 'd', 'e']) await first.file(bareFiling(key));
    clock.advance(2 * 3_600_000);
    const newYear = valueOf(await idle.file(bareFiling('f')));
    expect(newYear.comunicacion.recepcion).toBe('2027-E-000001');
    expect(newYear.comunicacion.anterior).toBe(book.pages.at(-2)?.eventos[0]?.hash);
  });

  it('does not number in the old year once another process began the new one', async () => {
    const { book, clock, queue: behind } = setUp(undefined, manualClock('2026-12-31T23:59:59.950-05:00'));
    const { queue: ahead } = setUp(book, manualClock('2027-01-01T00:00:00.010-05:00'));
    await behind.file(bareFiling('a'));
    await ahead.file(bareFiling('b'));
    expect(valueOf(await behind.file(bareFiling('c'))).comunicacion.recepcion).toBe('2027-E-000002');
    expect(clock.now().toISOString() < '2027').toBe(false);
  });

  it('leaves no gap and no repeat with two processes on one book, whatever fails in between', async () => {
    const plan = fc.array(fc.record({ queue: fc.nat(1), key: fc.nat(30), yields: fc.nat(3) }), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(plan, fc.array(fc.boolean(), { maxLength: 10 }), async (steps, failures) => {
        const { book, clock, queue: first } = setUp();
        const { queue: second } = setUp(book, clock);
        book.beforeInsert = failures.map((fails) => () => {
          if (fails) throw new Error('store failure');
        });
        const results = [];
        for (const { queue, key, yields } of steps) {
          results.push((queue === 0 ? first : second).file(bareFiling(`k${key}`)));
          for (let i = 0; i < yields; i++) await Promise.resolve();
        }
        for (const result of await Promise.all(results)) {
          if (!result.ok) continue;
          expect(book.pages).toContain(result.value.comunicacion);
        }
        expectUnbrokenBook(book.pages);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the clock guard', () => {
  it('stops numbering when the wall clock jumps more than a minute, and goes on once an administrator accepts', async () => {
    const { book, clock, queue } = setUp();
    await queue.file(bareFiling('a'));
    clock.skew(61_000);
    expect(await queue.file(bareFiling('b'))).toMatchObject({ failure: { code: 'CLOCK_NOT_TRUSTED' } });
    book.acceptance = 'acepto la hora';
    expect((await queue.file(bareFiling('b'))).ok).toBe(true);
  });

  it('lets the clock be corrected by less than a minute, and no number goes back in time', async () => {
    const { book, clock, queue } = setUp();
    await queue.file(bareFiling('a'));
    clock.skew(-30_000);
    expect((await queue.file(bareFiling('b'))).ok).toBe(true);
    expectUnbrokenBook(book.pages);
  });

  it('does not number when it starts more than a minute before the last radicado', async () => {
    const { book, queue } = setUp(undefined, manualClock('2026-11-24T10:00:00-05:00'));
    await queue.file(bareFiling('a'));
    const { queue: restarted } = setUp(book, manualClock('2026-11-24T09:58:00-05:00'));
    expect(await restarted.file(bareFiling('b'))).toMatchObject({ failure: { code: 'CLOCK_NOT_TRUSTED' } });
  });

  it('accepts a clock as it was looked at, and stops again when it goes further back', async () => {
    const { book, clock, queue } = setUp();
    await queue.file(bareFiling('a'));
    clock.skew(-600_000);
    book.acceptance = 'diez minutos';
    expect((await queue.file(bareFiling('b'))).ok).toBe(true);
    clock.skew(-86_400_000);
    expect(await queue.file(bareFiling('c'))).toMatchObject({ failure: { code: 'CLOCK_NOT_TRUSTED' } });
  });
});
