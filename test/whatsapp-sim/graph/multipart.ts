export interface Part {
  readonly name: string;
  readonly filename?: string;
  readonly type?: string;
  readonly bytes: Buffer;
}

const attribute = (header: string, name: string) =>
  new RegExp(`[; ]${name}="([^"]*)"`, 'i').exec(header)?.[1];

const CRLF = Buffer.from('\r\n');

function partOf(chunk: Buffer): Part | undefined {
  const end = chunk.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const head = chunk.subarray(0, end).toString('utf8');
  const name = attribute(head, 'name');
  if (name === undefined) return undefined;
  const filename = attribute(head, 'filename');
  const type = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]?.trim();
  return { name, filename, type, bytes: chunk.subarray(end + 4, chunk.length - CRLF.length) };
}

/** The parts of a form with files; nothing when it is not one. */
export function readMultipart(contentType: string | undefined, body: Buffer): readonly Part[] | undefined {
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType ?? '')?.[1];
  if (!boundary) return undefined;
  const limit = Buffer.from(`--${boundary}`);
  const parts: Part[] = [];
  let from = body.indexOf(limit);
  while (from !== -1) {
    const start = from + limit.length + CRLF.length;
    const end = body.indexOf(limit, start);
    if (end === -1) return parts;
    const part = partOf(body.subarray(start, end));
    if (part) parts.push(part);
    from = end;
  }
  return parts;
}
