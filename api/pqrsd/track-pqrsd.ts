import type { Failure } from '../base/kernel/failures';
import { ok, type Result } from '../base/kernel/result';
import type { Seguimiento } from '../base/kernel/seguimiento';
import type { FindPqrsd } from './find-pqrsd';
import type { DescribeCase } from './seguimiento/describe-case';

interface Deps {
  readonly find: FindPqrsd;
  readonly describe: DescribeCase;
}

export type TrackPqrsd = (numero: string, codigo: string) => Promise<Result<Seguimiento, Failure>>;

/** A case for whoever holds its code. Failure: WRONG_CODE. */
export const createTrackPqrsd =
  ({ find, describe }: Deps): TrackPqrsd =>
  async (numero, codigo) => {
    const found = await find(numero, codigo);
    return found.ok ? ok(describe(found.value)) : found;
  };
