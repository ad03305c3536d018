import { ByteWriter } from '../values/byte-writer';
import { decode, encode } from '../values/raw-document';
import { asNumber } from '../values/types';
import type { Environment } from '../storage/environment';
import type { ProcessIdentity } from './process-identity';

/** Who serves the data folder, and where. */
export interface Owner extends ProcessIdentity {
  readonly socket: string;
}

/**
 * Layout of the data folder. A release that changes it says how older ones are read.
 * 1: documents as BSON. 2: each followed by its sum; those without one are read too, and get theirs when they are written.
 */
export const FORMAT = 2;

function recordKey(name: string): Buffer {
  const out = new ByteWriter();
  out.uint32(0);
  out.text(name);
  return out.copyFrom(0);
}

const OWNER = recordKey('owner');
const FORMAT_KEY = recordKey('format');

function readOwner(env: Environment): Owner | undefined {
  const stored = env.get(OWNER);
  if (!stored) return undefined;
  const { pid, start, boot, socket } = decode(stored);
  return { pid: asNumber(pid) ?? 0, start: String(start), boot: String(boot), socket: String(socket) };
}

export const ownerOf = readOwner;

const same = (a: Owner | undefined, b: Owner | undefined): boolean =>
  a?.pid === b?.pid && a?.socket === b?.socket;

/**
 * Puts this owner in the place of the one that was seen before, inside one write transaction: LMDB lets one process
 * write at a time, so of several that saw the same owner dead exactly one succeeds.
 */
export function claim(env: Environment, seen: Owner | undefined, mine: Owner): boolean {
  return env.writeNow(() => {
    if (!same(readOwner(env), seen)) return false;
    env.put(OWNER, encode(mine));
    // From now on this folder holds what an older release cannot read.
    if (formatOf(env) !== FORMAT) env.put(FORMAT_KEY, encode({ format: FORMAT }));
    return true;
  });
}

/** Leaves the folder without an owner, unless another has taken it. Throws OutOfDiskSpace where not even that has room. */
export function release(env: Environment, mine: Owner): void {
  env.writeNow(() => {
    if (same(readOwner(env), mine)) env.remove(OWNER);
  });
}

/** The layout that the folder was written with; undefined when it is new. */
export function formatOf(env: Environment): number | undefined {
  const stored = env.get(FORMAT_KEY);
  return stored && asNumber(decode(stored).format);
}
