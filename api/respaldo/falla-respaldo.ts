import { codeOf } from '../base/anexos/durable-files';
import { err, type Result } from '../base/kernel/result';

/** Why a backup could not be made, is not good, or cannot be restored. Each has its words in `content/textos/respaldo.yaml`. */
export type MotivoRespaldo =
  | 'CARPETA_INACCESIBLE'
  | 'SIN_ESPACIO'
  | 'EN_CURSO'
  | 'VACIO'
  | 'NO_ES_RESPALDO'
  | 'ALTERADO'
  | 'OTRAS_CLAVES'
  | 'OTRA_ENTIDAD'
  | 'VERSION_POSTERIOR'
  | 'LUGAR_OCUPADO'
  | 'NO_COINCIDE'
  | 'SIN_INSTANTANEA'
  | 'ALMACEN_FALLA';

export interface FallaRespaldo {
  readonly motivo: MotivoRespaldo;
  /** Which file, collection or folder; never personal data. */
  readonly donde: string;
}

export const falla = (motivo: MotivoRespaldo, donde = ''): Result<never, FallaRespaldo> =>
  err({ motivo, donde });

const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** A refusal of the file system as a failure; undefined for what is not one. */
export function fileFault(cause: unknown, folder: string): FallaRespaldo | undefined {
  const code = codeOf(cause);
  if (NO_ROOM.includes(code)) return { motivo: 'SIN_ESPACIO', donde: folder };
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code) && 'syscall' in (cause as object))
    return { motivo: 'CARPETA_INACCESIBLE', donde: `${folder} (${code})` };
  return undefined;
}
