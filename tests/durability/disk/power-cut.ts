/**
 * What can be on a disk when the power fails: all that was forced to it, and of the rest anything. Written bytes may be
 * lost or kept in any choice of 512-byte sectors; names (new, renamed, removed) up to any moment since their folder was
 * forced, in their order, as a journal of the file system keeps it.
 */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DiskCall } from './write-log.ts';

const SECTOR = 512;

/** What is left of what was not forced. */
export type Cut =
  /** The machine goes on: only the process is gone. */
  | { readonly kind: 'everything' }
  | { readonly kind: 'nothing' }
  /** All names, and none of the bytes: a file that was renamed before it was forced is empty. */
  | { readonly kind: 'names' }
  | { readonly kind: 'some'; readonly random: () => number };

type Change = { readonly place: number; readonly bytes: Buffer } | { readonly size: number };

interface File {
  now: Buffer;
  forced: Buffer;
  since: Change[];
}

type NameCall = Extract<DiskCall, { kind: 'create' | 'rename' | 'link' | 'remove' }>;

export class CutDisk {
  readonly #files = new Map<number, File>();
  /** As they are now, and as they surely are on the disk: by path. */
  #names = new Map<string, number>();
  #forcedNames = new Map<string, number>();
  #namesSince: NameCall[] = [];

  /** A disk on which a folder lies, all of it forced. */
  constructor(folder: string) {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const { ino } = statSync(path);
      this.#files.set(ino, { now: bytes, forced: bytes, since: [] });
      this.#names.set(path, ino);
    }
    this.#forcedNames = new Map(this.#names);
  }

  apply(call: DiskCall): void {
    switch (call.kind) {
      case 'create':
        this.#files.set(call.inode, { now: Buffer.alloc(0), forced: Buffer.alloc(0), since: [] });
        this.#name(call);
        break;
      case 'write':
      case 'truncate':
        this.#change(call);
        break;
      case 'force': {
        const file = this.#file(call.inode);
        file.forced = file.now;
        file.since = [];
        break;
      }
      case 'forceFolder': {
        const isHere = (path: string): boolean => dirname(path) === call.path;
        const isAbout = (name: NameCall): boolean =>
          'path' in name ? isHere(name.path) : isHere(name.from) || isHere(name.to);
        for (const name of this.#namesSince.filter(isAbout)) move(this.#forcedNames, name);
        this.#namesSince = this.#namesSince.filter((name) => !isAbout(name));
        break;
      }
      case 'rename':
      case 'link':
      case 'remove':
        this.#name(call);
    }
  }

  /** There is nothing below a folder that a power cut could take along. */
  isAllForced(folder: string): boolean {
    const isHere = (path: string): boolean => path.startsWith(`${folder}/`);
    return (
      this.#namesSince.every((name) => !isHere('path' in name ? name.path : name.to)) &&
      [...this.#names].every(([path, inode]) => !isHere(path) || this.#file(inode).since.length === 0)
    );
  }

  /** The file of a path as it is now. */
  read(path: string): Buffer {
    const inode = this.#names.get(path);
    return inode === undefined ? Buffer.alloc(0) : this.#file(inode).now;
  }

  /**
   * Puts into `to` what a cut leaves of the files below `from`.
   *
   * @param isSafe for paths that lie on another machine, which goes on
   */
  leave(from: string, to: string, cut: Cut, isSafe: (path: string) => boolean = () => false): void {
    for (const [path, inode] of this.#namesAfter(cut, isSafe)) {
      if (!path.startsWith(`${from}/`)) continue;
      const target = join(to, path.slice(from.length + 1));
      mkdirSync(dirname(target), { recursive: true });
      const file = this.#file(inode);
      writeFileSync(target, isSafe(path) || cut.kind === 'everything' ? file.now : bytesAfter(file, cut));
    }
  }

  #namesAfter(cut: Cut, isSafe: (path: string) => boolean): ReadonlyMap<string, number> {
    if (cut.kind === 'everything' || cut.kind === 'names') return this.#names;
    const names = new Map(this.#forcedNames);
    const kept = cut.kind === 'some' ? Math.floor(cut.random() * (this.#namesSince.length + 1)) : 0;
    for (const name of this.#namesSince.slice(0, kept)) move(names, name);
    const elsewhere = [...this.#names].filter(([path]) => isSafe(path));
    return new Map([...[...names].filter(([path]) => !isSafe(path)), ...elsewhere]);
  }

  #change(call: Extract<DiskCall, { kind: 'write' | 'truncate' }>): void {
    const file = this.#file(call.inode);
    const change = call.kind === 'write' ? { place: call.place, bytes: call.bytes } : { size: call.size };
    file.now = changed(file.now, change);
    file.since.push(change);
  }

  #name(call: NameCall): void {
    move(this.#names, call);
    this.#namesSince.push(call);
  }

  #file(inode: number): File {
    const file = this.#files.get(inode);
    if (file === undefined) throw new Error(`the write log names a file that was never made: ${inode}`);
    return file;
  }
}

function move(names: Map<string, number>, call: NameCall): void {
  if (call.kind === 'create') {
    names.set(call.path, call.inode);
    return;
  }
  if (call.kind === 'remove') {
    names.delete(call.path);
    return;
  }
  const inode = names.get(call.from);
  if (inode === undefined) return;
  names.set(call.to, inode);
  if (call.kind === 'rename') names.delete(call.from);
}

function bytesAfter({ forced, since }: File, cut: Cut): Buffer {
  if (cut.kind !== 'some') return forced;
  let bytes = forced;
  for (const change of since) {
    if ('size' in change) {
      if (cut.random() < 0.5) bytes = changed(bytes, change);
      continue;
    }
    for (let at = 0; at < change.bytes.length;) {
      const length = Math.min(SECTOR - ((change.place + at) % SECTOR), change.bytes.length - at);
      const sector = { place: change.place + at, bytes: change.bytes.subarray(at, at + length) };
      if (cut.random() < 0.5) bytes = changed(bytes, sector);
      at += length;
    }
  }
  return bytes;
}

/** A copy: what was forced may not change with what is now. */
function changed(before: Buffer, change: Change): Buffer {
  if ('size' in change) {
    const after = Buffer.alloc(change.size);
    before.copy(after);
    return after;
  }
  const after = Buffer.alloc(Math.max(before.length, change.place + change.bytes.length));
  before.copy(after);
  change.bytes.copy(after, change.place);
  return after;
}
