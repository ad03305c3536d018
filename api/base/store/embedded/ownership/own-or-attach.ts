import { connect } from 'node:net';
import { type Listener, removeSocket } from '../wire/listen';
import type { Environment } from '../storage/environment';
import { type Owner, claim, ownerOf } from './owner-record';
import { isRunning, thisProcess } from './process-identity';

/** True when somebody accepts connections there. */
function accepts(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

const STEP_MS = 50;
/** How long an owner may be running without accepting connections: while it opens or closes. */
const PATIENCE_MS = 10_000;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function stateOf(owner: Owner): Promise<'serving' | 'silent' | 'dead'> {
  // A process in another container of this machine has a number that says nothing here, but its socket answers.
  if (await accepts(owner.socket)) return 'serving';
  return isRunning(owner) ? 'silent' : 'dead';
}

export type Ownership =
  | { readonly kind: 'mine'; readonly owner: Owner; readonly listener: Listener }
  | { readonly kind: 'other'; readonly owner: Owner }
  /** Another process holds the folder and answers nobody. */
  | { readonly kind: 'stuck'; readonly owner: Owner };

/**
 * Takes the folder when nobody serves it. The socket listens before the record names it, so whoever reads the record
 * can connect at once.
 */
export async function ownOrAttach(env: Environment, start: () => Promise<Listener>): Promise<Ownership> {
  const limit = performance.now() + PATIENCE_MS;
  for (;;) {
    const seen = ownerOf(env);
    const state = seen ? await stateOf(seen) : 'dead';
    if (seen && state === 'serving') return { kind: 'other', owner: seen };
    if (seen && state === 'silent') {
      if (performance.now() > limit) return { kind: 'stuck', owner: seen };
      await wait(STEP_MS);
      continue;
    }
    const listener = await start();
    const mine: Owner = { ...thisProcess(), socket: listener.path };
    if (claim(env, seen, mine)) {
      if (seen) removeSocket(seen.socket);
      return { kind: 'mine', owner: mine, listener };
    }
    await listener.close();
  }
}
