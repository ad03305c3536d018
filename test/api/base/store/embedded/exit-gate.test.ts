import { describe, expect, it } from '@jest/globals';
import { closeGate, newGate, throughGate } from '../../../../../api/base/store/embedded/exit-gate';

describe('the gate between the process and its store', () => {
  it('lets transactions through, one that fails too', () => {
    const gate = newGate();
    const done: string[] = [];
    throughGate(gate, () => done.push('first'));
    const failing = () =>
      throughGate(gate, () => {
        throw new Error('refused');
      });
    expect(failing).toThrow('refused');
    throughGate(gate, () => done.push('second'));
    expect(done).toEqual(['first', 'second']);
    expect(closeGate(gate)).toBe(true);
  });

  it('tells a process that ends when a transaction does not', () => {
    const gate = newGate();
    let closed = true;
    throughGate(gate, () => {
      closed = closeGate(gate, 1);
    });
    expect(closed).toBe(false);
  });

  it('is no obstacle where there is none', () => {
    let done = false;
    throughGate(undefined, () => {
      done = true;
    });
    expect(done).toBe(true);
  });
});
