import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Archivo } from '../../content/schemas/archivo';

type Known = Pick<Archivo, 'nombre' | 'sha256'>;

/** The bytes of the files that the content in force names. */
export interface ArchivosEnDisco {
  /** Where a file is; undefined when it is no longer there, or another is in its place. */
  readonly pathOf: (archivo: Known) => Promise<string | undefined>;
  /** Its bytes; undefined in the same cases. */
  readonly open: (archivo: Known) => Promise<Buffer | undefined>;
}

/**
 * Files of `content/archivos/`. One that was changed and is not in force yet is not given: nobody checked what it is.
 * @param dir the content folder.
 */
export function createArchivosEnDisco(dir: string): ArchivosEnDisco {
  const placeOf = (nombre: string): string => join(dir, 'archivos', nombre);
  /** By name, which content was found in the file as it stands. */
  const seen = new Map<string, { readonly as: string; readonly sha256: string }>();

  const open = async ({ nombre, sha256 }: Known): Promise<Buffer | undefined> => {
    const bytes = await readFile(placeOf(nombre)).catch(() => undefined);
    return bytes && hashOf(bytes) === sha256 ? bytes : undefined;
  };

  return {
    open,
    async pathOf(archivo) {
      const { nombre, sha256 } = archivo;
      const path = placeOf(nombre);
      const as = await stat(path).then(
        ({ mtimeMs, size, ino }) => [mtimeMs, size, ino].join(),
        () => undefined,
      );
      if (as === undefined) return undefined;
      const before = seen.get(nombre);
      if (before?.as === as && before.sha256 === sha256) return path;
      if (!(await open(archivo))) return undefined;
      seen.set(nombre, { as, sha256 });
      return path;
    },
  };
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
