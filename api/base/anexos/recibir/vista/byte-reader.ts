/** A view to read numbers of a file; reading past its end throws a RangeError, which its reader takes as damage. */
export const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Four letters at a place. */
export const fourAt = (bytes: Uint8Array, at: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + 4));

/** What a reader gives, or undefined when the file ended before what it announced. */
export function unlessCut<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}
