const SMALLEST = 5;
const LARGEST = 17 * 1024 * 1024;

/** Cuts bytes into the documents that lie one after another in them; throws when they do not end with one. */
export async function* bsonDocuments(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let pending: Uint8Array[] = [];
  let length = 0;
  let wanted = SMALLEST;
  for await (const chunk of source) {
    pending.push(chunk);
    length += chunk.length;
    if (length < wanted) continue;
    const bytes = Buffer.concat(pending);
    let at = 0;
    for (wanted = sizeAt(bytes, at); bytes.length - at >= wanted; wanted = sizeAt(bytes, at)) {
      yield bytes.subarray(at, at + wanted);
      at += wanted;
    }
    pending = [bytes.subarray(at)];
    length = bytes.length - at;
  }
  if (length > 0) throw new Error('the last document is cut');
}

/** Length of the document there; that of the shortest one while its own is not there yet. */
function sizeAt(bytes: Buffer, at: number): number {
  if (bytes.length - at < 4) return SMALLEST;
  const size = bytes.readInt32LE(at);
  if (size < SMALLEST || size > LARGEST) throw new Error(`a document of ${size} bytes`);
  return size;
}
