import type { Request, RequestHandler } from 'express';
import { cleanFileName } from '../../base/anexos/clean-about';
import { isReceived, type Recibos } from '../../base/anexos/recibos';
import { formBody } from '../../base/http/body';
import { readMultipart } from '../../base/http/multipart';
import { clientKey, type RateLimit } from '../../base/http/rate-limit';
import type { Responder } from '../../base/http/responder';
import { failure, type Failure } from '../../base/kernel/failures';
import { newId } from '../../base/kernel/ids';
import { type ArrivingFile, MAX_ANEXOS, type ReceiveFile } from '../../base/kernel/receive-file';
import { err, ok, type Result } from '../../base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../base/kernel/solicitud';
import { type FormValues, type Paso, readFormValues } from './form-values';

/** Receives the files of a form, and keeps them between its steps. */
export interface FormFiles {
  readonly receive: ReceiveFile;
  readonly recibos: Recibos;
}

export type FormFile = AnexoRecibido | AnexoNoRecibido;

/** A form that was sent, with the files that came in this step and in those before. */
export interface ReadForm {
  readonly values: FormValues & { readonly clave: string };
  readonly paso: Paso;
  readonly files: readonly FormFile[];
}

// The text percent-encoded can take nine bytes a letter, and the review sends it once more.
const MAX_BODY = 2 * 1024 * 1024;

/** Where a receipt is good: one act of filing. */
export const ambitoOf = (clave: string): string => `formulario:${clave}`;

interface Deps {
  readonly responder: Responder;
  readonly files?: FormFiles;
  /** How many files one address may send. */
  readonly fileLimit: RateLimit;
}

const isMultipart = (req: Request): boolean => req.is('multipart/form-data') === 'multipart/form-data';

/** Reads the form into `req.body` as `ReadForm`, with files or without them; what is no such form is answered here. */
export function formReader(deps: Deps): RequestHandler {
  const plain = formBody(deps.responder, MAX_BODY);
  return (req, res, next) => {
    const answer = (read: Result<ReadForm, Failure>): void => {
      if (!read.ok) deps.responder.failure(req, res, read.failure);
      else {
        req.body = read.value;
        next();
      }
    };
    if (isMultipart(req)) readWithFiles(deps, req).then(answer, next);
    else {
      plain(req, res, (error?: unknown) => {
        if (error !== undefined) next(error);
        else answer(assemble(deps, listed(req.body), []));
      });
    }
  };
}

/** A plain form has at most one receipt: the parser refuses what is repeated. */
function listed(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('recibo' in body)) return body;
  return { ...body, recibo: [body.recibo] };
}

async function readWithFiles(deps: Deps, req: Request): Promise<Result<ReadForm, Failure>> {
  const receive = (file: ArrivingFile, position: number) => receiveOne(deps, req, file, position);
  const form = await readMultipart(req, { receive, maxFieldBytes: MAX_BODY });
  if (!form.ok) return form;
  const { campos, archivos } = form.value;
  const repeated = [...campos].some(([name, values]) => name !== 'recibo' && values.length > 1);
  if (repeated) return err(failure('INVALID_INPUT'));
  const body = [...campos].map(([name, values]) => [name, name === 'recibo' ? values : values[0]] as const);
  return assemble(
    deps,
    Object.fromEntries(body),
    archivos.map(({ resultado }) => resultado),
  );
}

async function receiveOne(
  { files, fileLimit }: Deps,
  req: Request,
  file: ArrivingFile,
  position: number,
): Promise<FormFile> {
  const tooMany: AnexoNoRecibido = { nombre: cleanFileName(file.nombre), motivo: 'DEMASIADOS' };
  if (!files || position >= MAX_ANEXOS || !fileLimit.take(clientKey(req)).ok) return tooMany;
  const received = await files.receive(file);
  return received.ok ? received.value : received.failure;
}

function assemble(deps: Deps, body: unknown, arrived: readonly FormFile[]): Result<ReadForm, Failure> {
  const posted = readFormValues(body);
  if (!posted) return err(failure('INVALID_INPUT'));
  const { values, paso } = posted;
  const clave = values.clave ?? newId();
  const earlier = posted.recibos.flatMap((recibo) => deps.files?.recibos.take(recibo, ambitoOf(clave)) ?? []);
  return ok({ values: { ...values, clave }, paso, files: bounded([...earlier, ...arrived]) });
}

/** The same file twice is one; past the limit they are told as not received. */
function bounded(files: readonly FormFile[]): FormFile[] {
  const seen = new Set<string>();
  let received = 0;
  return files.flatMap((file): FormFile[] => {
    const key = isReceived(file) ? file.sha256 : `${file.motivo} ${file.nombre}`;
    if (seen.has(key)) return [];
    seen.add(key);
    if (!isReceived(file)) return [file];
    received += 1;
    return received <= MAX_ANEXOS ? [file] : [{ nombre: file.nombre, motivo: 'DEMASIADOS' }];
  });
}
