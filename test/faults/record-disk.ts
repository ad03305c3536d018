import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FORMAT } from '../../api/base/store/embedded/ownership/owner-record';
import type { DiskEvent, Recording } from './disk-recording';
import type { Told } from './known-writes';
import type { Bundled } from './store-bundle';
import { bytesOf, descriptorOf, type Step, stepsOf, unhex } from './strace-calls';

const FILE = 'data.mdb';
const WRITES = 'write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,msync';
const CALLS = `${WRITES},fsync,fdatasync,openat,open,close,lseek,link,linkat,rename,renameat,renameat2`;

/** Turns the steps of a trace into what happened to the store's file. */
class Recorder {
  readonly events: DiskEvent[] = [];
  readonly bytes: Buffer[] = [];
  /** Descriptors of the file: where the next sequential write goes, and whether it waits for the disk. */
  private readonly open = new Map<number, { at: number; durable: boolean }>();
  private storeThread = '';

  constructor(private readonly folder: string) {}

  take({ call, at }: Step): void {
    const { name, args, thread, result } = call;
    if (name === 'openat' || name === 'open') {
      if (at === 'end') this.opened(args, result ?? -1);
      return;
    }
    if (/^(link|rename)/.test(name)) {
      if (at === 'end' && result === 0 && this.linksFile(args)) this.events.push({ kind: 'named' });
      return;
    }
    const { fd, path } = descriptorOf(args);
    if (this.isFile(path)) {
      this.storeThread = thread;
      if (at === 'begin') this.begins(name, args, fd);
      else this.ends(name, args, fd, result);
    } else if (name === 'fsync' && path === this.folder && at === 'end' && result === 0) {
      this.events.push({ kind: 'folder-synced' });
    } else if (/^writev?$/.test(name) && at === 'begin') this.said(thread, fd, path, args);
  }

  private opened(args: string, fd: number): void {
    const path = unhex(/"((?:\\x[0-9a-f]{2})*)"/.exec(args)?.[1] ?? '').toString();
    if (fd < 0 || !this.isFile(path)) return;
    this.open.set(fd, { at: 0, durable: /O_D?SYNC/.test(args) });
  }

  /** The file under its name, or as the draft that gets it. */
  private isFile(path: string): boolean {
    const folder = dirname(path);
    return basename(path) === FILE && (folder === this.folder || dirname(folder) === this.folder);
  }

  private linksFile(args: string): boolean {
    const paths = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => unhex(hex).toString());
    return paths.at(-1) === join(this.folder, FILE);
  }

  private begins(name: string, args: string, fd: number): void {
    if (!/^p?write/.test(name)) return;
    const { at = 0, durable = false } = this.open.get(fd) ?? {};
    // A call that another thread interrupts has its bytes where it begins and its place where it returns.
    const place = /^pwrite/.test(name) ? -1 : at;
    this.events.push({ kind: 'write', at: place, size: 0, durable });
  }

  private ends(name: string, args: string, fd: number, result = -1): void {
    const descriptor = this.open.get(fd) ?? { at: 0, durable: false };
    if (name === 'close') this.open.delete(fd);
    else if (name === 'lseek') descriptor.at = result;
    else if (name === 'ftruncate') this.events.push({ kind: 'resized', size: lastNumber(args) });
    else if (name === 'fdatasync' || name === 'fsync') {
      if (result === 0) this.events.push({ kind: 'synced' });
    } else if (/^p?write/.test(name)) this.written(name, args, descriptor, result);
    else throw new Error(`a call that the recorder does not know: ${name}`);
  }

  private written(
    name: string,
    args: string,
    descriptor: { at: number; durable: boolean },
    size: number,
  ): void {
    const index = this.events.findLastIndex(({ kind }) => kind === 'write');
    const at = /^pwrite/.test(name) ? placeOf(args) : descriptor.at;
    this.events[index] = { kind: 'write', at, size, durable: descriptor.durable };
    this.bytes.push(bytesOf(args).subarray(0, size));
    if (!/^pwrite/.test(name)) descriptor.at += size;
    if (descriptor.durable) this.events.push({ kind: 'landed' });
  }

  private said(thread: string, fd: number, path: string, args: string): void {
    if (fd === 1) {
      const told = JSON.parse(bytesOf(args).toString()) as Told;
      this.events.push({ kind: 'told', told });
    } else if (thread === this.storeThread && path.startsWith('socket:'))
      this.events.push({ kind: 'replied' });
  }
}

const lastNumber = (args: string): number => Number(/(\d+)$/.exec(args)?.[1]);
/** pwrite64 and pwritev end with the offset. */
const placeOf = lastNumber;

/** Runs the writers under strace until so many acknowledgements and gives what happened to their file. Needs strace. */
export function recordDisk({ program, workerFile }: Bundled, acknowledgements: number): Recording {
  const dataDir = mkdtempSync(join(tmpdir(), 'store-trace-'));
  const trace = join(dataDir, 'trace');
  const flags = ['-f', '-y', '-xx', '-s', String(2 ** 24), '-e', `trace=${CALLS}`, '-o', trace];
  const child = [process.execPath, program, dataDir, 'r', workerFile, String(acknowledgements)];
  try {
    const ran = spawnSync('strace', [...flags, ...child], { maxBuffer: 2 ** 28 });
    if (ran.error || ran.status !== 0)
      throw new Error(`strace did not run: ${ran.error?.message ?? ran.stderr.toString()}`);
    const recorder = new Recorder(join(dataDir, 'store'));
    for (const step of stepsOf(readFileSync(trace, 'latin1').split('\n'))) recorder.take(step);
    return { format: FORMAT, events: recorder.events, bytes: Buffer.concat(recorder.bytes) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}
