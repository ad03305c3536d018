import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Anexos } from '../base/anexos/anexos';
import type { Sealing } from '../base/kernel/sealing';
import type { AnexoDeCaso, Pqrsd } from '../pqrsd/pqrsd';
import { openContenido, openMensaje } from '../pqrsd/seal-case';

/** A file of a case with the name its person gave it. */
export interface NamedAnexo {
  readonly nombre: string;
  readonly anexo: AnexoDeCaso;
}

/** Every file of a case, of its filing and of its messages, in order. */
export function anexosOf(caso: Pqrsd, sealing: Sealing): NamedAnexo[] {
  const { anexos, mensajes = [] } = caso.pqrsd;
  const named = (files: readonly AnexoDeCaso[], names: readonly string[]) =>
    files.map((anexo, i) => ({ anexo, nombre: names[i] ?? anexo.sha256 }));
  return [
    ...named(anexos, openContenido(caso, sealing).nombresAnexos),
    ...mensajes.flatMap((one) => named(one.anexos, openMensaje(one.sellado, sealing).nombresAnexos)),
  ];
}

/** What happened to a file: ORIGINAL when there was no copy without hidden data and the original went out. */
export interface Saved {
  readonly nombre: string;
  readonly ruta?: string;
  readonly que: 'VISTA' | 'ORIGINAL' | 'DANADO';
}

/** Anything but letters, figures and a few signs: a name from outside is no path. */
const UNSAFE = /[^\p{L}\p{N}._ -]+/gu;

const fileName = (nombre: string, position: number): string =>
  `${String(position).padStart(2, '0')}-${nombre.replaceAll(UNSAFE, '_').slice(-100)}`;

/**
 * Saves files in a new folder that only its owner can read: copies without hidden data, or the originals when asked. Their
 * bytes are checked against their hash on the way. Rejects with EEXIST when the folder is there.
 */
export async function saveAnexos(
  anexos: Pick<Anexos, 'get'>,
  files: readonly NamedAnexo[],
  { carpeta, originales }: { readonly carpeta: string; readonly originales: boolean },
): Promise<readonly Saved[]> {
  await mkdir(carpeta, { mode: 0o700 });
  const saved: Saved[] = [];
  for (const [i, { nombre, anexo }] of files.entries()) {
    const vista = originales ? undefined : anexo.vista;
    const ruta = join(carpeta, fileName(nombre, i + 1));
    const que = vista ? 'VISTA' : 'ORIGINAL';
    saved.push(
      (await copy(anexos, (vista ?? anexo).sha256, ruta)) ? { nombre, ruta, que } : { nombre, que: 'DANADO' },
    );
  }
  return saved;
}

async function copy(anexos: Pick<Anexos, 'get'>, sha256: string, ruta: string): Promise<boolean> {
  const content = await anexos.get(sha256);
  if (!content) return false;
  try {
    await pipeline(content, createWriteStream(ruta, { flags: 'wx', mode: 0o600 }));
    return true;
  } catch {
    // Its bytes are not those of its hash: what was written is not the file.
    await rm(ruta, { force: true });
    return false;
  }
}
