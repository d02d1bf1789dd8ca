/**
 * A file that waits to be read or to be handed out, on the disk and not in memory. It holds donors, so it is encrypted
 * under a key that only this process has and that is never written down: after a kill nobody can read what was left.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

export interface Spool {
  readonly size: number;
  /** Of what was appended at once. */
  readonly blockCount: number;
  append(bytes: Uint8Array): Promise<void>;
  /** What was appended as the `index`th. */
  block(index: number): Promise<Buffer>;
  /** Any part of the whole; shorter at its end. */
  read(start: number, length: number): Promise<Buffer>;
  blocks(): AsyncGenerator<Buffer>;
  /** Takes it off the disk. Doing it again changes nothing. */
  remove(): Promise<void>;
}

/** With the number of the process, so that what a kill left behind is told from what is in use. */
const NAME = 'dankbel-file-';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
const NONCE_BYTES = 12;

interface Block {
  /** In the file. */
  readonly position: number;
  /** In what was appended. */
  readonly start: number;
  readonly length: number;
}

/** @param parent the folder in which it lies, in one of its own */
export async function createSpool(parent: string): Promise<Spool> {
  const folder = mkdtempSync(join(parent, `${NAME}${process.pid}-`));
  const handle = await open(join(folder, 'spool'), 'wx+', 0o600);
  const key = randomBytes(32);
  const blocks: Block[] = [];
  let size = 0;
  let isRemoved = false;
  let newest: { readonly index: number; readonly bytes: Buffer } | null = null;

  const read = async (index: number): Promise<Buffer> => {
    if (newest?.index === index) return newest.bytes;
    const block = blocks[index];
    if (block === undefined) throw new Error('a block that was never written');
    const kept = await readExactly(handle, block.position, block.length + TAG_BYTES);
    const decipher = createDecipheriv(CIPHER, key, nonceOf(index));
    decipher.setAuthTag(kept.subarray(block.length));
    const bytes = Buffer.concat([decipher.update(kept.subarray(0, block.length)), decipher.final()]);
    newest = { index, bytes };
    return bytes;
  };

  return {
    get size() {
      return size;
    },
    get blockCount() {
      return blocks.length;
    },
    append: async (bytes) => {
      const index = blocks.length;
      const cipher = createCipheriv(CIPHER, key, nonceOf(index));
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
      blocks.push({ position: size + index * TAG_BYTES, start: size, length: bytes.length });
      size += bytes.length;
      await handle.appendFile(sealed);
    },
    block: read,
    read: async (start, length) => {
      const end = Math.min(start + length, size);
      const parts: Buffer[] = [];
      for (let index = blockAt(blocks, start); index < blocks.length; index += 1) {
        const block = blocks[index];
        if (block === undefined || block.start >= end) break;
        const bytes = await read(index);
        parts.push(bytes.subarray(Math.max(0, start - block.start), end - block.start));
      }
      return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
    },
    blocks: async function* () {
      for (let index = 0; index < blocks.length; index += 1) yield await read(index);
    },
    remove: async () => {
      if (isRemoved) return;
      isRemoved = true;
      newest = null;
      key.fill(0);
      await handle.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Takes away what processes left that are no longer there. Nobody could read it. */
export function removeLeftSpools(parent: string): void {
  for (const name of readdirSync(parent)) {
    const pid = name.startsWith(NAME) ? Number.parseInt(name.slice(NAME.length), 10) : Number.NaN;
    if (Number.isInteger(pid) && !isAlive(pid)) rmSync(join(parent, name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Each block has a number of its own, and the key is used for nothing else. */
function nonceOf(index: number): Buffer {
  const nonce = Buffer.alloc(NONCE_BYTES);
  nonce.writeUInt32BE(index, NONCE_BYTES - 4);
  return nonce;
}

/** The block that holds this place, by halving. */
function blockAt(blocks: readonly Block[], start: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((blocks[middle]?.start ?? 0) <= start) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function readExactly(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled);
    if (bytesRead === 0) throw new Error('a spool that was cut short');
    filled += bytesRead;
  }
  return buffer;
}
