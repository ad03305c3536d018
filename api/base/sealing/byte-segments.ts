type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

interface Segment {
  readonly bytes: Buffer;
  readonly last: boolean;
}

/** The same bytes in pieces of exactly `size`, but the last, which is never empty unless there are no bytes at all. */
export async function* segments(source: Bytes, size: number): AsyncGenerator<Segment> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    pending.push(chunk);
    length += chunk.length;
    if (length <= size) continue;
    const all = Buffer.concat(pending);
    let at = 0;
    for (; all.length - at > size; at += size) yield { bytes: all.subarray(at, at + size), last: false };
    pending = [all.subarray(at)];
    length = all.length - at;
  }
  yield { bytes: Buffer.concat(pending), last: true };
}

async function* startingWith(start: Buffer, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** The first `count` bytes (fewer when there are no more) and what follows them. Closing the source is the caller's. */
export async function firstBytes(
  source: AsyncIterator<Uint8Array>,
  count: number,
): Promise<{ first: Buffer; rest: AsyncGenerator<Uint8Array> }> {
  let start = Buffer.alloc(0);
  while (start.length < count) {
    const next = await source.next();
    if (next.done) break;
    start = Buffer.concat([start, next.value]);
  }
  return { first: start.subarray(0, count), rest: startingWith(start.subarray(count), source) };
}
