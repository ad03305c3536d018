import type { Examined } from './outcome';

/** What the thread is asked. */
export interface Question {
  readonly bytes: Uint8Array;
  readonly nombre: string;
}

/** What it answers: what the file is, or where our code failed. */
export type Answer = { readonly examined: Examined } | { readonly fault: string };
