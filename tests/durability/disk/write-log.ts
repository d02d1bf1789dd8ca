/** What a process did to its disk, call by call, as `disk.c` wrote it down. */
import { readFileSync } from 'node:fs';

export type DiskCall =
  | { readonly kind: 'create'; readonly inode: number; readonly path: string }
  | { readonly kind: 'write'; readonly inode: number; readonly place: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly inode: number; readonly size: number }
  /** Everything written to a file so far is on the disk. */
  | { readonly kind: 'force'; readonly inode: number }
  /** So are the names in a folder. */
  | { readonly kind: 'forceFolder'; readonly path: string }
  | { readonly kind: 'rename' | 'link'; readonly from: string; readonly to: string }
  | { readonly kind: 'remove'; readonly path: string };

const HEAD_BYTES = 25;

export function readWriteLog(file: string): readonly DiskCall[] {
  const log = readFileSync(file);
  const calls: DiskCall[] = [];
  for (let at = 0; at < log.length;) {
    const kind = String.fromCharCode(log[at] ?? 0);
    const inode = Number(log.readBigUInt64LE(at + 1));
    const number = Number(log.readBigUInt64LE(at + 9));
    const one = log.subarray(at + HEAD_BYTES, at + HEAD_BYTES + log.readUInt32LE(at + 17));
    const two = log.subarray(at + HEAD_BYTES + one.length, at + HEAD_BYTES + one.length + log.readUInt32LE(at + 21));
    at += HEAD_BYTES + one.length + two.length;
    calls.push(callOf(kind, { inode, number, one, two }));
  }
  return calls;
}

interface Noted {
  readonly inode: number;
  readonly number: number;
  readonly one: Buffer;
  readonly two: Buffer;
}

function callOf(kind: string, { inode, number, one, two }: Noted): DiskCall {
  switch (kind) {
    case 'c':
      return { kind: 'create', inode, path: one.toString() };
    case 'w':
      return { kind: 'write', inode, place: number, bytes: one };
    case 't':
      return { kind: 'truncate', inode, size: number };
    case 'f':
      return { kind: 'force', inode };
    case 'd':
      return { kind: 'forceFolder', path: one.toString() };
    case 'r':
    case 'l':
      return { kind: kind === 'r' ? 'rename' : 'link', from: one.toString(), to: two.toString() };
    case 'u':
      return { kind: 'remove', path: one.toString() };
    default:
      throw new Error(`a write log cannot say "${kind}"`);
  }
}
