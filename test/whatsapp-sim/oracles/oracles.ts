import type { TraceEvent } from '../trace';
import type { World } from '../world';
import { answersOnce } from './answers-once';
import { hidesSecrets } from './hides-secrets';
import { keepsPace } from './keeps-pace';
import { knowsItsFiles } from './knows-its-files';
import { respectsLimits } from './respects-limits';
import { respectsOptOut } from './respects-opt-out';
import { respectsWindow } from './respects-window';
import { staysInBudget } from './stays-in-budget';

/** Something that a good bot does not do. */
export interface Violation {
  readonly oracle: string;
  /** Phone of the person it happened to. */
  readonly a?: string;
  readonly detail: string;
  /** Of the event of the trace where it is seen. */
  readonly n?: number;
}

export interface OracleOptions {
  /** Everything is over: a message that nobody answered is a fault. True by default. */
  readonly finished?: boolean;
  /** More sends than messages that a person wrote, as when a form is answered elsewhere. None by default. */
  readonly extraReplies?: number;
  /** Templates that go out even after BAJA: notices that the law orders. */
  readonly legalTemplates?: readonly string[];
  /** Billable messages that one person may cost. */
  readonly budget?: number;
  /** Values that a test planted and must not come back. */
  readonly planted?: readonly string[];
}

/** One rule that is read in the trace alone. */
export type Oracle = (
  events: readonly TraceEvent[],
  options: OracleOptions,
  world: World,
) => readonly Violation[];

const ORACLES: readonly Oracle[] = [
  answersOnce,
  respectsWindow,
  keepsPace,
  knowsItsFiles,
  respectsOptOut,
  respectsLimits,
  hidesSecrets,
  staysInBudget,
];

/** What the bot did wrong, as far as it is seen from here. */
export function violations(world: World, options: OracleOptions = {}): readonly Violation[] {
  const events = world.trace.events();
  return ORACLES.flatMap((oracle) => oracle(events, options, world));
}
