import { describe, expect, it } from '@jest/globals';
import { startWithRoom } from '../../../../api/base/jobs/start-with-room';
import { silentLogger } from '../../../../api/base/kernel/logger';
import { manualTimers } from '../../../fakes/manual-timers';

const FULL = Object.assign(new Error('No space left on the disk'), { code: 14_031 });

/** Sweeps whose start fails with these, one after another, and then works. */
function sweeps(...failures: Error[]) {
  const timers = manualTimers();
  const seen = { asked: 0, started: 0 };
  const start = async (): Promise<void> => {
    seen.asked += 1;
    const failed = failures.shift();
    if (failed) throw failed;
    seen.started += 1;
  };
  return {
    timers,
    seen,
    begin: () => startWithRoom({ start }, { logger: silentLogger, every: timers.every }),
  };
}

describe('the start of the sweeps', () => {
  it('is at once where there is room', async () => {
    const { begin, seen, timers } = sweeps();
    await begin();
    await timers.advance(600_000);
    expect(seen).toEqual({ asked: 1, started: 1 });
  });

  it('waits for room on a full disk, while the rest of the program serves, and is once', async () => {
    const { begin, seen, timers } = sweeps(FULL, FULL, new Error('a moment without the store'));
    await begin();
    expect(seen).toEqual({ asked: 1, started: 0 });
    await timers.advance(600_000);
    expect(seen).toEqual({ asked: 4, started: 1 });
  });

  it('is not tried any more once the program stops', async () => {
    const { begin, seen, timers } = sweeps(FULL);
    const stop = await begin();
    stop();
    await timers.advance(600_000);
    expect(seen).toEqual({ asked: 1, started: 0 });
  });

  it('fails for any other reason', async () => {
    await expect(sweeps(new Error('a bug')).begin()).rejects.toThrow('a bug');
  });
});
