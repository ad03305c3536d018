import { readFileSync } from 'node:fs';

/*
 * Reads an LMDB file (lmdb-js's format, version 2, pages of 4 kB) without LMDB and says what each page is for. In a sound
 * file every page is used once or free once.
 */

const PAGE = 4096;
const HEADER = 24;
const BRANCH = 1;
const BIG = 1;

export interface PageAudit {
  readonly used: number;
  readonly free: number;
  /** In no tree and in no list: nobody will write on them again. */
  readonly lost: number;
  /** Pages with two uses, or used and free: what one writes the other loses. */
  readonly shared: string[];
}

type Tree = 'free' | 'main';

class Pages {
  private readonly uses = new Map<number, string>();
  private readonly frees: number[] = [];
  readonly shared: string[] = [];

  constructor(private readonly file: Buffer) {}

  int64 = (at: number): number => Number(this.file.readBigInt64LE(at));

  note(page: number, use: string): void {
    const other = this.uses.get(page);
    if (other !== undefined) this.shared.push(`page ${page}: ${other} and ${use}`);
    this.uses.set(page, use);
  }

  walk(page: number, tree: Tree): void {
    this.note(page, tree);
    const at = page * PAGE;
    const flags = this.file.readUInt16LE(at + 18);
    const nodes = this.file.readUInt16LE(at + 20) / 2;
    for (let i = 0; i < nodes; i++) {
      const node = at + HEADER + this.file.readUInt16LE(at + HEADER + 2 * i);
      // Low, high and, in a branch, the top of a page's number.
      const number = this.file.readUIntLE(node, 6);
      if (flags & BRANCH) this.walk(number, tree);
      else this.leaf(node, tree);
    }
  }

  private leaf(node: number, tree: Tree): void {
    let data = node + 8 + this.file.readUInt16LE(node + 6);
    if (this.file.readUInt16LE(node + 4) & BIG) {
      const [first, count] = [this.int64(data), this.int64(data + 16)];
      for (let i = 0; i < count; i++) this.note(first + i, `${tree}, long value`);
      data = first * PAGE + HEADER;
    }
    if (tree === 'free') this.list(data);
  }

  /** Its length, then pages; 0 is a gap, a negative number says how many follow from the next one. */
  private list(at: number): void {
    for (let i = 1; i <= this.int64(at); i++) {
      const entry = this.int64(at + 8 * i);
      if (entry === 0) continue;
      const count = entry < 0 ? -entry : 1;
      const first = entry < 0 ? this.int64(at + 8 * ++i) : entry;
      for (let k = 0; k < count; k++) this.frees.push(first + k);
    }
  }

  audit(last: number): PageAudit {
    const used = this.uses.size;
    for (const page of this.frees) this.note(page, 'in the list of free pages');
    let lost = 0;
    for (let page = 2; page <= last; page++) if (!this.uses.has(page)) lost += 1;
    return { used, free: this.frees.length, lost, shared: this.shared };
  }
}

/** What the pages of the file are for, as of its last commit. Between commits only. */
export function auditPages(path: string): PageAudit {
  const file = readFileSync(path);
  const pages = new Pages(file);
  const metas = [HEADER, PAGE + HEADER].map((at) => ({
    free: pages.int64(at + 24 + 40),
    main: pages.int64(at + 72 + 40),
    last: pages.int64(at + 120),
    transaction: pages.int64(at + 128),
  }));
  const [newest] = metas.toSorted((a, b) => b.transaction - a.transaction);
  if (!newest) throw new Error('no meta page');
  // -1: an empty tree.
  if (newest.free >= 0) pages.walk(newest.free, 'free');
  if (newest.main >= 0) pages.walk(newest.main, 'main');
  return pages.audit(newest.last);
}
