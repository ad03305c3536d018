import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { systemClock } from '../kernel/clock';
import { type Failure, failure } from '../kernel/failures';
import { err, ok, type Result } from '../kernel/result';
import { newKeyFile, parseKeys, type Keys, type OrigenClaves } from './keys';

/** Name of the only file of the key folder. */
export const KEY_FILE = 'claves.json';

const DRAFT = /^\.claves\..+\.tmp$/;

/** The keys of a folder, and whether this call made them: new keys beside old data mean that a folder was lost. */
export interface OpenedKeys {
  readonly keys: Keys;
  readonly created: boolean;
}

function syncFolder(path: string): void {
  const fd = openSync(path, 'r');
  try {
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

function makeFolder(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(path, { recursive: true, mode: 0o700 });
  chmodSync(path, 0o700);
  syncFolder(dirname(path));
}

function writeDraft(path: string, text: string): void {
  const fd = openSync(path, 'wx', 0o600);
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
}

const isErrno = (error: unknown): error is { code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';

/**
 * Puts a complete key file in the folder unless one is there. A hard link either takes the free name or fails, so of
 * two processes that start at once exactly one writes and none reads half a file.
 */
function createOnce(clavesDir: string, origen: OrigenClaves): boolean {
  const path = join(clavesDir, KEY_FILE);
  if (existsSync(path)) return false;
  const draft = join(clavesDir, `.claves.${randomBytes(8).toString('hex')}.tmp`);
  writeDraft(draft, newKeyFile(origen, systemClock.now()));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    // ENOENT: the winner already swept our draft away.
    if (isErrno(error) && ['EEXIST', 'ENOENT'].includes(error.code) && existsSync(path)) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Drafts of processes killed half way hold secrets that nobody will use. */
function sweepDrafts(clavesDir: string): void {
  for (const name of readdirSync(clavesDir)) {
    if (DRAFT.test(name)) rmSync(join(clavesDir, name), { force: true });
  }
}

// Windows has no such permissions: its mode bits say nothing.
const readableByOthers = (path: string): boolean =>
  process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0;

function open(clavesDir: string, origen: OrigenClaves): Result<OpenedKeys, Failure> {
  makeFolder(clavesDir);
  const created = createOnce(clavesDir, origen);
  syncFolder(clavesDir);
  sweepDrafts(clavesDir);
  const path = join(clavesDir, KEY_FILE);
  if (readableByOthers(path)) return err(failure('NOT_READY', { motivo: 'CLAVES_LEGIBLES_POR_OTROS' }));
  const text = readFileSync(path, 'utf8');
  try {
    return ok({ keys: parseKeys(text), created });
  } catch {
    // What is wrong with it may quote a secret, so only the fact is told.
    return err(failure('NOT_READY', { motivo: 'CLAVES_DANADAS' }));
  }
}

function openFolder(clavesDir: string, origen: OrigenClaves): Result<OpenedKeys, Failure> {
  try {
    return open(clavesDir, origen);
  } catch (error) {
    if (!isErrno(error)) throw error;
    return err(failure('NOT_READY', { motivo: 'CARPETA_DE_CLAVES_INACCESIBLE', codigo: error.code }));
  }
}

/**
 * The keys of an installation, made at the first use and never overwritten: a file that cannot be read is a failure
 * (NOT_READY with `motivo` CLAVES_DANADAS, CLAVES_LEGIBLES_POR_OTROS or CARPETA_DE_CLAVES_INACCESIBLE).
 */
export const openKeys = (clavesDir: string): Result<OpenedKeys, Failure> =>
  openFolder(clavesDir, 'AUTOGENERADA');

/**
 * The keys that are there, never made: for whoever must have the ones of some data. Failures as `openKeys`, and NOT_READY
 * with `motivo` SIN_CLAVES when there are none.
 */
export function openExistingKeys(clavesDir: string): Result<Keys, Failure> {
  if (!existsSync(join(clavesDir, KEY_FILE))) return err(failure('NOT_READY', { motivo: 'SIN_CLAVES' }));
  const opened = openKeys(clavesDir);
  return opened.ok ? ok(opened.value.keys) : opened;
}

/** Makes the town's own keys in a folder that has none; with keys there already, VERSION_CONFLICT and nothing changes. */
export function createOwnKeys(clavesDir: string): Result<Keys, Failure> {
  const opened = openFolder(clavesDir, 'PROPIA');
  if (!opened.ok) return opened;
  return opened.value.created ? ok(opened.value.keys) : err(failure('VERSION_CONFLICT'));
}
