import type { Request } from 'express';
import { z } from 'zod';
import { type MultipartForm, readMultipart } from '../../base/http/multipart';
import { failure, type Failure } from '../../base/kernel/failures';
import { MAX_ANEXOS, type ReceiveFile } from '../../base/kernel/receive-file';
import { err, ok, type Result } from '../../base/kernel/result';
import type { AnexoNoRecibido, AnexoRecibido } from '../../base/kernel/solicitud';
import { type CaseKeys, readCaseKeys } from './case-keys';

/** What a person sends to the box of their case. */
export interface BoxMessage {
  readonly keys: CaseKeys;
  readonly clave: string;
  readonly texto: string;
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos: readonly AnexoNoRecibido[];
}

interface Deps {
  readonly receiveFile: ReceiveFile;
  /** Whether these open a case: nothing is received of whoever has no code. */
  readonly opens: (keys: CaseKeys) => Promise<boolean>;
}

const MAX_FIELD_BYTES = 300_000;

const fields = z.object({ clave: z.string().regex(/^[\w-]{8,64}$/), mensaje: z.string().default('') });

/** Reads the form of the box. Failures: INVALID_INPUT, and those of a form with files. */
export async function readMessage(
  req: Request,
  { receiveFile, opens }: Deps,
): Promise<Result<BoxMessage, Failure>> {
  let allowed: Promise<boolean> | undefined;
  const form = await readMultipart<Awaited<ReturnType<ReceiveFile>>>(req, {
    maxFieldBytes: MAX_FIELD_BYTES,
    async receive(file, position, before) {
      const keys = keysIn(before);
      allowed ??= keys ? opens(keys) : Promise.resolve(false);
      if (!(await allowed)) return err({ nombre: file.nombre, motivo: 'INCOMPLETO' });
      return position < MAX_ANEXOS ? receiveFile(file) : err({ nombre: file.nombre, motivo: 'DEMASIADOS' });
    },
  });
  if (!form.ok) return form;
  const { campos, archivos } = form.value;
  const keys = keysIn(campos);
  const read = fields.safeParse({ clave: campos.get('clave')?.[0], mensaje: campos.get('mensaje')?.[0] });
  if (!keys || !read.success) return err(failure('INVALID_INPUT'));
  const results = archivos.map(({ resultado }) => resultado);
  return ok({
    keys,
    clave: read.data.clave,
    texto: read.data.mensaje,
    anexos: results.flatMap((one) => (one.ok ? [one.value] : [])),
    noRecibidos: results.flatMap((one) => (one.ok ? [] : [one.failure])),
  });
}

const keysIn = (campos: MultipartForm<unknown>['campos']): CaseKeys | undefined =>
  readCaseKeys({ numero: campos.get('numero')?.[0], codigo: campos.get('codigo')?.[0] });
