import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const DATA = 'data.mdb';
const LOCK = 'lock.mdb';
/** Somewhat more than LMDB's table of readers needs. */
const LOCK_BYTES = 12_288;

function syncFolder(path: string): void {
  const handle = openSync(path, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

function writeWhole(path: string, bytes: Buffer): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Gives a whole file its name, unless another process did so first. */
function place(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
  }
}

/** Makes the files in a folder of their own and places those that are missing. */
function makeFiles(folder: string, openAt: (path: string) => { close(): unknown }): void {
  const draft = mkdtempSync(join(folder, 'nuevo-'));
  try {
    writeWhole(join(draft, LOCK), Buffer.alloc(LOCK_BYTES));
    place(join(draft, LOCK), join(folder, LOCK));
    if (existsSync(join(folder, DATA))) return;
    const model = join(draft, 'modelo');
    mkdirSync(model);
    writeWhole(join(model, LOCK), Buffer.alloc(LOCK_BYTES));
    openAt(model).close();
    // A copy: the library knows its open files by their inode, and closing may take a moment.
    writeWhole(join(draft, DATA), readFileSync(join(model, DATA)));
    place(join(draft, DATA), join(folder, DATA));
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/**
 * Makes the folder and LMDB's files, whole from the moment they have their names. LMDB by itself writes the first pages of
 * its file without waiting for the disk (a power cut then left a file whose opening ended the process), and grows
 * its lock's file by mapping it (on a full disk that ends the process too). Names and folders are on the disk on return.
 */
export function prepareFolder(folder: string, openAt: (path: string) => { close(): unknown }): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, DATA)) || !existsSync(join(folder, LOCK))) makeFiles(folder, openAt);
  const own = resolve(folder);
  const data = dirname(own);
  for (const path of [own, data]) syncFolder(path);
  // The data folder may be new as well. Where its parent is not ours to read, we did not make a name in it either.
  try {
    syncFolder(dirname(data));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EACCES') throw cause;
  }
}
