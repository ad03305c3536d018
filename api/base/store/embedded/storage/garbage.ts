import { ByteWriter } from '../values/byte-writer';
import type { Environment } from './environment';
import { afterPrefix, keyOf } from './key-space';

/* What was dropped is first noted, in the same commit that forgets it, and then removed in pieces: a crash loses nothing. */

function noteKey(space: number): Buffer {
  const out = new ByteWriter();
  out.uint32(0);
  out.text(`gone:${String(space).padStart(10, '0')}`);
  return out.copyFrom(0);
}

const NOTES = Buffer.concat([Buffer.alloc(4), Buffer.from('gone:')]);
const PIECE = 1000;

/** Only inside a write: the keys of this collection or index are to go. */
export function noteGarbage(env: Environment, space: number): void {
  const stored = Buffer.alloc(4);
  stored.writeUInt32BE(space);
  env.put(noteKey(space), stored);
}

async function removeAll(env: Environment, space: number): Promise<void> {
  const from = keyOf(space);
  const to = afterPrefix(from);
  for (let left = true; left;) {
    left = await env.write(() => {
      const keys = [...env.entries({ from, to, limit: PIECE })].map(({ key }) => key);
      for (const key of keys) env.remove(key);
      if (keys.length < PIECE) env.remove(noteKey(space));
      return keys.length === PIECE;
    });
  }
}

/** Removes everything that is noted, in many short writes. */
export async function collectGarbage(env: Environment): Promise<void> {
  for (const { value } of Array.from(env.entries({ from: NOTES, to: afterPrefix(NOTES) }))) {
    await removeAll(env, value.readUInt32BE(0));
  }
}
