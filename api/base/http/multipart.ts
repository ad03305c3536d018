import { pipeline } from 'node:stream/promises';
import busboy from 'busboy';
import type { Request } from 'express';
import { failure, type Failure } from '../kernel/failures';
import type { ArrivingFile } from '../kernel/receive-file';
import { err, ok, type Result } from '../kernel/result';

/** A form with files: every field with its values in order, and what became of each file. */
export interface MultipartForm<F> {
  readonly campos: ReadonlyMap<string, readonly string[]>;
  readonly archivos: readonly { readonly campo: string; readonly resultado: F }[];
}

export interface MultipartDeps<F> {
  /** Called for one file at a time, in order; what it leaves unread is thrown away. */
  readonly receive: (file: ArrivingFile, position: number) => Promise<F>;
  /** Bytes of all the fields together. */
  readonly maxFieldBytes: number;
}

/** Past these the whole form is refused. */
const MOST_FILES = 40;
const MOST_FIELDS = 200;

/**
 * Reads a `multipart/form-data` body. A file input left empty is no file. Failures: UNSUPPORTED_TYPE, INVALID_INPUT for a
 * body that is cut or is no form, INVALID_ENCODING, TOO_LARGE.
 */
export async function readMultipart<F>(
  req: Request,
  deps: MultipartDeps<F>,
): Promise<Result<MultipartForm<F>, Failure>> {
  const parser = openParser(req, deps.maxFieldBytes);
  if (!parser) return err(failure('UNSUPPORTED_TYPE'));
  const fields = collectFields(parser, deps.maxFieldBytes);
  const files = collectFiles(parser, deps.receive);
  let tooMany = false;
  for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const) {
    parser.on(limit, () => (tooMany = true));
  }
  const whole = await pipeline(req, parser).then(
    () => true,
    () => false,
  );
  await files.received();
  if (tooMany) return err(failure('TOO_LARGE'));
  const fault = fields.fault();
  if (fault) return err(fault);
  return whole ? ok({ campos: fields.campos, archivos: files.archivos }) : err(failure('INVALID_INPUT'));
}

function collectFields(parser: busboy.Busboy, maxBytes: number) {
  const campos = new Map<string, string[]>();
  let fault: Failure | undefined;
  let bytes = 0;
  parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
    const [key, text] = [utf8(name), utf8(value)];
    bytes += value.length;
    if (key === undefined || text === undefined) fault ??= failure('INVALID_ENCODING');
    else if (nameTruncated || valueTruncated || bytes > maxBytes) fault ??= failure('TOO_LARGE');
    else campos.set(key, [...(campos.get(key) ?? []), text]);
  });
  return { campos, fault: () => fault };
}

function collectFiles<F>(parser: busboy.Busboy, receive: MultipartDeps<F>['receive']) {
  const archivos: { campo: string; resultado: F }[] = [];
  let position = 0;
  let receiving: Promise<unknown> = Promise.resolve();
  parser.on('file', (name, stream, { filename }) => {
    if (!filename) {
      stream.resume();
      return;
    }
    const at = position++;
    // Left half read, it must go on to the next part: an iterator closed early would destroy the stream.
    const content = stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
    receiving = receiving.then(async () => {
      const resultado = await receive({ nombre: utf8(filename) ?? filename, content }, at);
      archivos.push({ campo: utf8(name) ?? name, resultado });
      stream.resume();
    });
    // Told to whoever waits for all of them; here it must not look unhandled.
    receiving.catch(() => stream.resume());
  });
  return { archivos, received: () => receiving };
}

function openParser({ headers }: Request, maxFieldBytes: number): busboy.Busboy | undefined {
  if (!/^multipart\/form-data\b/i.test(headers['content-type'] ?? '')) return undefined;
  const limits = {
    files: MOST_FILES,
    fields: MOST_FIELDS,
    fieldNameSize: 100,
    fieldSize: maxFieldBytes,
    headerPairs: 20,
  };
  try {
    // As bytes: a decoder that replaces what is broken would change what the person wrote.
    return busboy({ headers, limits, defCharset: 'latin1', defParamCharset: 'latin1' });
  } catch {
    return undefined;
  }
}

const strict = new TextDecoder('utf-8', { fatal: true });

function utf8(bytes: string): string | undefined {
  try {
    return strict.decode(Buffer.from(bytes, 'latin1'));
  } catch {
    return undefined;
  }
}
