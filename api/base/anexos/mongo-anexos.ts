import { Readable } from 'node:stream';
import type { mongo } from 'mongoose';
import type { Clock } from '../kernel/clock';
import { failure, type Failure } from '../kernel/failures';
import { err, ok, type Result } from '../kernel/result';
import type { FileCipher } from '../sealing/file-cipher';
import { isSha256, type AboutAnexo, type AnexoContent, type AnexoGuardado, type AnexosStore } from './anexos';
import { cleanAbout } from './clean-about';
import { checked, measured } from './measured';
import type { Grid } from './mongo-grid';

export interface MongoAnexosDeps {
  readonly grid: Grid;
  readonly entidad: string;
  readonly cipher: FileCipher;
  readonly clock: Clock;
  readonly maxBytes: number;
}

const UNFINISHED = 'sin-terminar';
// Pieces older than this were swept before: reading them all again each time would grow without end.
const WINDOW_MS = 30 * 86_400_000;

const named = (filename: string, entidad: string) => ({ filename, 'metadata.entidad': entidad });
// Who puts a content again marks it: only what is not marked was put one time.
const AGAIN = { 'metadata.repetido': true } as const;
const savedBefore = (before: Date) => ({ 'metadata.guardadoEn': { $lt: before } });

async function put(
  deps: MongoAnexosDeps,
  content: AnexoContent,
  about: AboutAnexo,
): Promise<Result<AnexoGuardado, Failure>> {
  const { grid, entidad, cipher, clock, maxBytes } = deps;
  const passing = measured(content, maxBytes);
  const metadata = { entidad, esquema: 1, guardadoEn: clock.now() };
  const id = await grid.write(UNFINISHED, cipher.seal(passing.bytes), metadata);
  if (passing.tooLarge()) {
    await grid.remove({ _id: id });
    return err(failure('TOO_LARGE', { maximo: maxBytes }));
  }
  const { sha256, bytes } = passing.result();
  const renewed = await grid.set(named(sha256, entidad), {
    'metadata.guardadoEn': clock.now(),
    ...AGAIN,
  });
  if (renewed) await grid.remove({ _id: id });
  else await takeName(grid, id, named(sha256, entidad));
  return ok({ sha256, bytes, ...cleanAbout(about) });
}

/** Two that put the same content at the same moment both take its name; then each is put again. */
async function takeName(grid: Grid, _id: mongo.ObjectId, name: ReturnType<typeof named>): Promise<void> {
  await grid.set({ _id }, { filename: name.filename });
  const another = await grid.set({ ...name, _id: { $ne: _id } }, AGAIN);
  if (another) await grid.set({ _id }, AGAIN);
}

async function get(deps: MongoAnexosDeps, sha256: string): Promise<Readable | undefined> {
  const { grid, entidad, cipher } = deps;
  const file = isSha256(sha256) ? await grid.findOne(named(sha256, entidad)) : null;
  if (!file) return undefined;
  return Readable.from(checked(cipher.open(grid.read(file._id)), sha256), { objectMode: false });
}

/**
 * Sealed files in GridFS, so that every copy of the program sees them. A file is written under a provisional name and
 * takes the name of its content at the end; a content already there only has its time renewed.
 */
export function createMongoAnexos(deps: MongoAnexosDeps): AnexosStore {
  const { grid, entidad } = deps;
  return {
    put: (content, about) => put(deps, content, about),
    get: (sha256) => get(deps, sha256),
    has: async (sha256) => isSha256(sha256) && (await grid.findOne(named(sha256, entidad))) !== null,
    async *storedBefore(before) {
      const old = grid.find({ 'metadata.entidad': entidad, ...savedBefore(before) });
      for await (const { filename } of old) if (isSha256(filename)) yield filename;
    },
    removePutOnce: async (sha256) =>
      isSha256(sha256) &&
      (await grid.remove({ ...named(sha256, entidad), 'metadata.repetido': { $ne: true } })) > 0,
    removeStoredBefore: async (sha256, before) =>
      (await grid.remove({ ...named(sha256, entidad), ...savedBefore(before) })) > 0,
    async removeUnfinishedBefore(before) {
      const cut = await grid.remove({ ...named(UNFINISHED, entidad), ...savedBefore(before) });
      return cut + (await grid.removeLoosePieces(new Date(before.getTime() - WINDOW_MS), before));
    },
  };
}
