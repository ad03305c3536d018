import { readFileSync } from 'node:fs';

/**
 * Processor time of the main thread so far, in milliseconds; undefined where the system does not tell. On a machine
 * that others use too it says more than the clock: it does not grow while others run.
 */
export function mainThreadMs(): number | undefined {
  try {
    const [nanoseconds] = readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return undefined;
  }
}

/** What the main thread spends in `work`. */
export async function mainThreadOf<Value>(work: () => Promise<Value>): Promise<[Value, number | undefined]> {
  const before = mainThreadMs();
  const value = await work();
  const after = mainThreadMs();
  return [value, before === undefined || after === undefined ? undefined : after - before];
}
