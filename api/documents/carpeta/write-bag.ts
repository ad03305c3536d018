import { join } from 'node:path';
import type { LocalDate } from '../../base/kernel/local-date';
import { metadatosCsv } from '../metadatos-csv';
import type { ArchivoDePaquete, Paquete } from '../paquete';
import {
  BAG_INFO,
  bagInfoText,
  BAGIT,
  DECLARATION,
  type Hashed,
  MANIFEST,
  manifestText,
  TAG_MANIFEST,
} from './bag';
import { makeSharedFolder, syncSharedFolder, writeSharedFile } from './shared-folder';

type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/** A file of the case that is missing, cut or altered. */
export class UnreadableAnexo extends Error {}

/** Writes a bag, whole and synced, in a new folder. Throws `UnreadableAnexo`, or what the file system says. */
export async function writeBag(dir: string, paquete: Paquete, fecha: LocalDate): Promise<void> {
  const { recepcion, huella, entidad, prueba } = paquete;
  await makeSharedFolder(dir);
  const payload = await writePayload(dir, paquete);
  const tags: Hashed[] = [];
  const tag = async (path: string, content: string) => void tags.push(await put(dir, path, content));
  await tag(BAGIT, DECLARATION);
  await tag(BAG_INFO, bagInfoText({ entidad, fecha, recepcion, huella, prueba }, payload));
  await tag(MANIFEST, manifestText(payload));
  await put(dir, TAG_MANIFEST, manifestText(tags));
  await syncSharedFolder(dir);
}

async function writePayload(dir: string, paquete: Paquete): Promise<Hashed[]> {
  const { texto, metadatos, constancia, anexos } = paquete;
  await makeSharedFolder(join(dir, 'data'));
  const written = [
    await put(dir, 'data/texto.txt', texto),
    await put(dir, 'data/metadatos.json', `${JSON.stringify(metadatos, undefined, 2)}\n`),
    await put(dir, 'data/metadatos.csv', metadatosCsv(metadatos)),
    await put(dir, 'data/constancia.pdf', constancia),
  ];
  if (anexos.length > 0) {
    await makeSharedFolder(join(dir, 'data/anexos'));
    for (const anexo of anexos) written.push(await putAnexo(dir, anexo));
    await syncSharedFolder(join(dir, 'data/anexos'));
  }
  await syncSharedFolder(join(dir, 'data'));
  return written;
}

async function put(dir: string, path: string, content: Content): Promise<Hashed> {
  return { path, ...(await writeSharedFile(join(dir, path), content)) };
}

async function putAnexo(dir: string, anexo: ArchivoDePaquete): Promise<Hashed> {
  const source = await anexo.open();
  if (!source) throw new UnreadableAnexo('it is not stored');
  const written = await put(dir, `data/anexos/${anexo.nombre}`, watched(source));
  if (written.sha256 !== anexo.sha256) throw new UnreadableAnexo('it is another content');
  return written;
}

/** Tells a file that cannot be read from a folder that cannot be written. */
async function* watched(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await chunks.next().catch((cause: unknown) => {
        throw new UnreadableAnexo('it is cut or altered', { cause });
      });
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await chunks.return?.();
  }
}
