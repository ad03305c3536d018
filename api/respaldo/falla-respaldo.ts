import { codeOf } from '../base/anexos/durable-files';
import { err, type Result } from '../base/kernel/result';

/** Why a backup could not be made, is not good, or cannot be restored. Each has its words in `content/textos/respaldo.yaml`. */
export type MotivoRespaldo =
  | 'CARPETA_INACCESIBLE'
  | 'SIN_ESPACIO'
  | 'DATOS_SIN_ESPACIO'
  | 'ILEGIBLE'
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
  | 'DOCUMENTO_DANADO'
  | 'ALMACEN_FALLA';

export interface FallaRespaldo {
  readonly motivo: MotivoRespaldo;
  /** Which file, collection or folder; never personal data. */
  readonly donde: string;
}

export const falla = (motivo: MotivoRespaldo, donde = ''): Result<never, FallaRespaldo> =>
  err({ motivo, donde });

const NO_ROOM: readonly unknown[] = ['ENOSPC', 'EDQUOT', 'EFBIG'];

/** The system's code when it is the file system that refuses. */
function refusalCode(cause: unknown): string | undefined {
  const code = codeOf(cause);
  return typeof code === 'string' && /^E[A-Z]+$/.test(code) && 'syscall' in (cause as object)
    ? code
    : undefined;
}

/** A refusal of the folder where backups are made; undefined for what is not one. */
export function folderFault(cause: unknown, folder: string): FallaRespaldo | undefined {
  const code = refusalCode(cause);
  if (code === undefined) return undefined;
  if (NO_ROOM.includes(code)) return { motivo: 'SIN_ESPACIO', donde: folder };
  return { motivo: 'CARPETA_INACCESIBLE', donde: `${folder} (${code})` };
}

/** A refusal of the disks while a backup is read or restored; undefined for what is not one. */
export function diskFault(cause: unknown): FallaRespaldo | undefined {
  const code = refusalCode(cause);
  return code === undefined
    ? undefined
    : { motivo: NO_ROOM.includes(code) ? 'DATOS_SIN_ESPACIO' : 'ILEGIBLE', donde: code };
}
