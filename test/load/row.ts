/** One figure of the benchmark. */
export interface Row {
  readonly nombre: string;
  readonly valor: number;
  readonly unidad: string;
}

export const row = (nombre: string, valor: number, unidad: string): Row => ({
  nombre,
  valor: Math.round(valor * 100) / 100,
  unidad,
});

/** The value below which a share of the samples lies, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** p50, p95 and p99 of durations in milliseconds. */
export const latencies = (nombre: string, samples: readonly number[]): Row[] =>
  [50, 95, 99].map((p) => row(`${nombre}, p${p}`, percentile(samples, p / 100), 'ms'));

/** Runs `work` `total` times with `width` at once; gives what each took in milliseconds, and the whole. */
export async function inParallel(width: number, total: number, work: (i: number) => Promise<unknown>) {
  const samples: number[] = [];
  let next = 0;
  const start = performance.now();
  const lane = async () => {
    while (next < total) {
      const i = next++;
      const began = performance.now();
      await work(i);
      samples.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  const ms = performance.now() - start;
  return { samples, ms, perSecond: (total / ms) * 1000 };
}
