/**
 * A second home for what has not reached the CRM yet: an encrypted file beside the database, one line per operation,
 * forced to the disk before the command is acknowledged. When the database is lost, its newest snapshot and this file
 * together hold everything that was recorded.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { reserveLines, writeFileDurably } from './durable-file.ts';

/** An operation with everything needed to send it from another database: the donor by what the CRM calls her. */
export const copiedOperationSchema = z.object({
  id: z.uuid(),
  donor: z.object({ crmId: z.int().nullable(), externalId: z.string().nullable() }),
  kind: z.string(),
  body: z.string(),
  recordedAt: z.string(),
});
export type CopiedOperation = z.infer<typeof copiedOperationSchema>;

export interface OutboxCopy {
  append(operations: readonly CopiedOperation[]): void;
  /** Makes sure that there is room for them, before they are committed. @returns adds them, when they are */
  reserve(operations: readonly CopiedOperation[]): () => void;
  /** What the file holds; lines that a power cut left half-written are left out. */
  read(): readonly CopiedOperation[];
  /** Forgets all but these, once the others have reached the CRM. */
  keepOnly(operations: readonly CopiedOperation[]): void;
  /** Wipes the key; nothing can be added any more. */
  forget(): void;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export function openOutboxCopy(path: string, databaseKey: Buffer): OutboxCopy {
  const key = Buffer.from(hkdfSync('sha256', databaseKey, '', 'dankbel outbox copy', 32));
  let isForgotten = false;
  const sealed = (operations: readonly CopiedOperation[]): string => {
    if (isForgotten) throw new Error('the outbox copy is closed');
    return operations.map((operation) => seal(operation, key)).join('');
  };
  return {
    append: (operations) => {
      if (operations.length > 0) reserveLines(path, sealed(operations))();
    },
    reserve: (operations) => reserveLines(path, sealed(operations)),
    read: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .flatMap((line) => unseal(line, key))
        : [],
    keepOnly: (operations) => writeFileDurably(path, sealed(operations)),
    forget: () => {
      isForgotten = true;
      key.fill(0);
    },
  };
}

function seal(operation: CopiedOperation, key: Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(operation), 'utf8'), cipher.final()]);
  return `${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64')}\n`;
}

function unseal(line: string, key: Buffer): readonly CopiedOperation[] {
  const bytes = Buffer.from(line, 'base64');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return [];
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    const opened = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    return [copiedOperationSchema.parse(JSON.parse(opened.toString('utf8')))];
  } catch {
    return [];
  }
}
