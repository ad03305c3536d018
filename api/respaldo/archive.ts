import { bsonDocuments } from './bson-documents';
import type { SealedFolder } from './sealed-folder';

/* What a backup looks like: `manifiesto`, `colecciones/00…` in its order, `anexos/lista` and `anexos/0000/000…` in its. */

export const MANIFEST = 'manifiesto';
export const ANEXOS_LIST = 'anexos/lista';

const padded = (n: number, width: number): string => String(n).padStart(width, '0');

export const collectionFile = (n: number): string => `colecciones/${padded(n, 2)}`;

/** A thousand in each folder: file systems of memory sticks hold few names in one. */
export const anexoFile = (n: number): string =>
  `anexos/${padded(Math.floor(n / 1000), 4)}/${padded(n % 1000, 3)}`;

/** One attachment of the list. Its name is the SHA-256 of its content. */
export interface ListedAnexo {
  readonly sha256: string;
  readonly bytes: number;
}

export const listLine = ({ sha256, bytes }: ListedAnexo): Buffer => Buffer.from(`${sha256} ${bytes}\n`);

const LINE = /^([0-9a-f]{64}) (\d+)$/;

/** The attachments of a list, from its bytes; throws on what is no list. */
export async function* listedAnexos(list: AsyncIterable<Uint8Array>): AsyncGenerator<ListedAnexo> {
  let rest = '';
  for await (const chunk of list) {
    const lines = (rest + Buffer.from(chunk).toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield listed(line);
  }
  if (rest !== '') throw new Error('the list is cut');
}

function listed(line: string): ListedAnexo {
  const [, sha256, bytes] = LINE.exec(line) ?? [];
  if (sha256 === undefined) throw new Error('not a line of the list');
  return { sha256, bytes: Number(bytes) };
}

/** The documents of a collection of the backup, in order. */
export const archivedDocuments = (folder: SealedFolder, n: number): AsyncGenerator<Buffer> =>
  bsonDocuments(folder.read(collectionFile(n)));
