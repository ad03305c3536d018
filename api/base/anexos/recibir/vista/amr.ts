const HEADERS = [
  { mark: '#!AMR-WB\n', sizes: [18, 24, 33, 37, 41, 47, 51, 59, 61, 6, 0, 0, 0, 0, 1, 1] },
  { mark: '#!AMR\n', sizes: [13, 14, 16, 18, 20, 21, 27, 32, 6, 0, 0, 0, 0, 0, 0, 1] },
] as const;

/** The mark and the frames of an AMR recording, whose kind tells their size; undefined when it is not so written. */
export function amrVista(bytes: Uint8Array): Uint8Array | undefined {
  const header = HEADERS.find(({ mark }) =>
    Buffer.from(bytes.subarray(0, mark.length)).equals(Buffer.from(mark)),
  );
  if (!header) return undefined;
  let at: number = header.mark.length;
  for (;;) {
    const size = at < bytes.length ? header.sizes[((bytes[at] ?? 0) >> 3) & 15] : 0;
    if (!size || at + size > bytes.length) break;
    at += size;
  }
  return at > header.mark.length ? bytes.slice(0, at) : undefined;
}
