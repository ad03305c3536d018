/** One thing that happened. `en` is the simulator's clock, in milliseconds. */
export interface TraceEvent {
  readonly n: number;
  readonly en: number;
  readonly que: string;
  readonly [field: string]: unknown;
}

/** All that happened, in order. It holds no wall time, no port and no secret, so two runs can be compared byte by byte. */
export interface Trace {
  record(que: string, fields?: Record<string, unknown>): void;
  events(): readonly TraceEvent[];
  /** One JSON object a line. */
  lines(): string;
}

/** `keeps` false is for measuring: nothing is kept. */
export function createTrace(now: () => number, keeps: boolean): Trace {
  const events: TraceEvent[] = [];
  return {
    record(que, fields = {}) {
      if (keeps) events.push({ n: events.length + 1, en: now(), que, ...fields });
    },
    events: () => events,
    lines: () => events.map((event) => `${JSON.stringify(event)}\n`).join(''),
  };
}
