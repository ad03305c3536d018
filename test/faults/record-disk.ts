import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { FORMAT } from '../../api/base/store/embedded/ownership/owner-record';
import type { DiskEvent, Recording } from './disk-recording';
import type { Told } from './known-writes';
import type { Bundled } from './store-bundle';
import { type Call, descriptorOf, lastNumber, type Step, stepsOf, stringsOf } from './strace-calls';

const FILE = 'data.mdb';
const WRITES = 'write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,msync';
const CALLS = `${WRITES},fsync,fdatasync,openat,open,close,lseek,link,linkat,rename,renameat,renameat2`;

const isWrite = (name: string): boolean => name.includes('write');

/** Turns the steps of a trace into what happened to the store's file. */
class Recorder {
  readonly events: DiskEvent[] = [];
  readonly bytes: Buffer[] = [];
  /** Descriptors of the file: where the next sequential write goes, and whether it waits for the disk. */
  private readonly open = new Map<number, { at: number; durable: boolean }>();
  private storeThread = '';

  constructor(private readonly folder: string) {}

  take({ call, at }: Step): void {
    const { fd, path } = descriptorOf(call.args);
    if (this.isFile(path)) {
      this.storeThread = call.thread;
      if (at === 'end') this.ends(call, fd);
      else if (isWrite(call.name)) this.begins(fd);
    } else if (at === 'end') this.around(call, path);
    else if (isWrite(call.name)) this.says(call, fd, path);
  }

  /** The file under its name, or as the draft that gets it. */
  private isFile(path: string): boolean {
    const folder = dirname(path);
    return basename(path) === FILE && (folder === this.folder || dirname(folder) === this.folder);
  }

  /** What is done to files and folders by name. */
  private around({ name, args, result = -1 }: Call, path: string): void {
    if (result < 0) return;
    const names = /^(open|link|rename)/.test(name) ? stringsOf(args).map(String) : [];
    const last = names.at(-1) ?? '';
    if (name === 'fsync' && path === this.folder) this.events.push({ kind: 'folder-synced' });
    else if (name.startsWith('open') && this.isFile(last))
      this.open.set(result, { at: 0, durable: /O_D?SYNC/.test(args) });
    else if (/^(link|rename)/.test(name) && last === join(this.folder, FILE))
      this.events.push({ kind: 'named' });
  }

  private begins(fd: number): void {
    const durable = this.open.get(fd)?.durable ?? false;
    // Its place and bytes are known where it returns.
    this.events.push({ kind: 'write', at: -1, size: 0, durable });
  }

  private ends(call: Call, fd: number): void {
    const { name, args, result = -1 } = call;
    const descriptor = this.open.get(fd) ?? { at: 0, durable: false };
    if (result < 0) throw new Error(`a call on the file failed: ${name}`);
    if (name === 'close') this.open.delete(fd);
    else if (name === 'lseek') descriptor.at = result;
    else if (name === 'ftruncate') this.events.push({ kind: 'resized', size: lastNumber(args) });
    else if (name === 'fdatasync' || name === 'fsync') this.events.push({ kind: 'synced' });
    else if (isWrite(name)) this.written(call, descriptor);
    else throw new Error(`a call that the recorder does not know: ${name}`);
  }

  private written(
    { name, args, result: size = 0 }: Call,
    descriptor: { at: number; durable: boolean },
  ): void {
    const placed = name.startsWith('pwrite');
    const { durable } = descriptor;
    const at = placed ? lastNumber(args) : descriptor.at;
    this.events[this.events.findLastIndex(({ kind }) => kind === 'write')] = {
      kind: 'write',
      at,
      size,
      durable,
    };
    this.bytes.push(Buffer.concat(stringsOf(args)).subarray(0, size));
    if (!placed) descriptor.at += size;
    if (durable) this.events.push({ kind: 'landed' });
  }

  /** What the writers tell, and what the store sends to its clients. */
  private says({ thread, args }: Call, fd: number, path: string): void {
    if (fd === 1) {
      const told = JSON.parse(Buffer.concat(stringsOf(args)).toString()) as Told;
      this.events.push({ kind: 'told', told });
    } else if (thread === this.storeThread && path.startsWith('socket:'))
      this.events.push({ kind: 'replied' });
  }
}

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
