import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createOutbox, type KeyStore } from '../../../../../bot/channels/web-chat/widget/outbox';
import { memoryStore } from './memory-store';

const message = (id: string) => ({ id, texto: `texto ${id}`, en: '2026-11-24T14:00:00.000Z' });
const ids = (store: KeyStore): string[] =>
  createOutbox(store)
    .all()
    .map(({ id }) => id);

describe('createOutbox', () => {
  it('keeps over a reload, in order, exactly what was added and not settled', () => {
    const step = fc.oneof(
      fc.record({ add: fc.nat(9) }),
      fc.record({ settle: fc.nat(9) }),
      fc.constant({ reload: true } as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const store = memoryStore();
        let outbox = createOutbox(store);
        let expected: string[] = [];
        for (const [index, one] of steps.entries()) {
          if ('add' in one) {
            outbox.add(message(`m${index}`));
            expected.push(`m${index}`);
          } else if ('settle' in one) {
            const id = expected[one.settle] ?? 'otro';
            outbox.settle(id);
            expected = expected.filter((other) => other !== id);
          } else outbox = createOutbox(store);
        }
        expect(outbox.all().map(({ id }) => id)).toEqual(expected);
        expect(ids(store)).toEqual(expected);
      }),
    );
  });

  it('leaves nothing on the computer when all is sent', () => {
    const store = memoryStore();
    const outbox = createOutbox(store);
    outbox.add(message('a'));
    outbox.settle('a');
    expect(store.size).toBe(0);
  });

  it('does not lose what another tab keeps', () => {
    const store = memoryStore();
    const [first, second] = [createOutbox(store), createOutbox(store)];
    first.add(message('a'));
    second.add(message('b'));
    first.settle('a');
    expect(ids(store)).toEqual(['b']);
  });

  it('stays in memory where the browser forbids its storage', () => {
    const forbidden = (): never => {
      throw new Error('SecurityError');
    };
    const outbox = createOutbox({ getItem: forbidden, setItem: forbidden, removeItem: forbidden });
    outbox.add(message('a'));
    expect(outbox.all()).toEqual([message('a')]);
  });

  it('starts empty over what is not its own', () => {
    for (const stored of ['', '{', '7', '[1,{"id":1}]']) {
      const store = memoryStore();
      store.setItem('candelaria-chat.por-enviar', stored);
      expect(ids(store)).toEqual([]);
    }
  });
});
