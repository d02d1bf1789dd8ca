/** Reads the policy of this machine. A file that cannot be understood stops the start: guessing would undo it. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Sentence } from '../../domain/language.ts';
import { NO_POLICY, policySchema, type Policy } from '../backend/policy/policy.ts';
import type { Environment } from './find-executable.ts';

const LARGEST_BYTES = 64 * 1024;

export class PolicyFailure extends Error {
  override readonly name = 'PolicyFailure';
  readonly sentence: Sentence;
  constructor(file: string, why: string) {
    const sentence = {
      nl: `Dankbel start niet: het beleid van deze computer klopt niet (${file}: ${why}). Vraag je beheerder om het te herstellen.`,
      en: `Dankbel does not start: the policy of this computer is not right (${file}: ${why}). Ask your administrator to mend it.`,
    };
    super(sentence.en);
    this.sentence = sentence;
  }
}

/** Where only an administrator can write. */
export function policyFile(environment: Environment, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(environment['ProgramData'] ?? 'C:\\ProgramData', 'Dankbel', 'policy.json');
  if (platform === 'darwin') return join('/Library', 'Application Support', 'Dankbel', 'policy.json');
  return join('/etc', 'dankbel', 'policy.json');
}

/** Nothing is fixed when there is no file. @throws PolicyFailure */
export function readPolicy(file: string): Policy {
  const text = readBounded(file);
  if (text === null) return NO_POLICY;
  let value: unknown;
  try {
    // Windows editors put a mark before the first brace.
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new PolicyFailure(file, 'no JSON');
  }
  const parsed = policySchema.safeParse(value);
  if (parsed.success) {
    const { $schema: _, ...policy } = parsed.data;
    return policy;
  }
  const [issue] = parsed.error.issues;
  throw new PolicyFailure(file, [...(issue?.path ?? []), issue?.message ?? ''].join(' '));
}

/** Null when there is none. A file that is there and cannot be read is no permission. */
function readBounded(file: string): string | null {
  try {
    if (statSync(file).size > LARGEST_BYTES) throw new PolicyFailure(file, 'too large');
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof PolicyFailure) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    throw new PolicyFailure(file, code);
  }
}
