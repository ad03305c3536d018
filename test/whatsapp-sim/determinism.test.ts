import { afterEach, describe, expect, it } from '@jest/globals';
import { simAndBot, type SimAndBot } from './sim-and-bot';

let both: SimAndBot | undefined;
afterEach(() => both?.close());

/** One day of several people, with things that go wrong. */
async function play(seed: number): Promise<string> {
  both = await simAndBot({ seed, identityMode: 'mixed' });
  const { sim } = both;
  const people = [sim.citizen(), sim.citizen(), sim.citizen({ openChat: true })];
  sim.fault({
    match: { endpoint: 'webhook', probability: 0.3 },
    fault: { kind: 'duplicate', times: 1, everyMs: 700 },
  });
  sim.fault({ match: { endpoint: 'webhook', probability: 0.2 }, fault: { kind: 'drop' } });
  sim.fault({
    match: { endpoint: 'messages', probability: 0.2 },
    fault: { kind: 'graphError', code: 130429 },
  });
  for (let round = 0; round < 6; round += 1) {
    for (const citizen of people) await citizen.text(`mensaje ${round}`);
    await sim.advance(3_000);
  }
  await people[0]?.image({ bytes: Buffer.from('imagen'), mime: 'image/jpeg' });
  await people[1]?.changeNumber('573009999999');
  await sim.advance(60_000);
  const trace = sim.trace();
  await both.close();
  both = undefined;
  return trace;
}

describe('the trace', () => {
  it('is the same, byte by byte, with the same seed and the same calls', async () => {
    const first = await play(7);
    expect(first.split('\n').length).toBeGreaterThan(100);
    expect(await play(7)).toBe(first);
  });

  it('is another one with another seed', async () => {
    expect(await play(8)).not.toBe(await play(9));
  });

  it('holds no port, no token, no secret and no wall time', async () => {
    const trace = await play(7);
    for (const secret of ['127.0.0.1', 'sim-token', 'sim-app-secret']) expect(trace).not.toContain(secret);
    const instants = trace
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { en: number }).en);
    expect(Math.min(...instants)).toBeGreaterThanOrEqual(Date.parse('2026-11-24T09:00:00-05:00'));
    expect(Math.max(...instants)).toBeLessThan(Date.parse('2026-11-24T09:10:00-05:00'));
    expect(instants).toEqual(instants.toSorted((a, b) => a - b));
  });
});

describe('with the clock of the machine', () => {
  it('gives no message the id of one of an earlier run, which who keeps its data would take for a repetition', async () => {
    const ids: string[] = [];
    for (const _run of [1, 2]) {
      both = await simAndBot({ seed: 7, clock: 'real' });
      ids.push(await both.sim.citizen().text('buenas'));
      await both.close();
    }
    expect(new Set(ids).size).toBe(2);
  });
});
