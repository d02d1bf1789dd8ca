import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '../../../domain/language.ts';
import { policyJsonSchema } from '../../../electron/backend/policy/policy.ts';
import { PolicyFailure, policyFile, readPolicy } from '../../../electron/launch/policy-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function written(text: string): string {
  const file = join(temporaryFolder(), 'policy.json');
  writeFileSync(file, text);
  return file;
}

function refusalOf(file: string): Sentence | null {
  try {
    readPolicy(file);
    return null;
  } catch (error) {
    if (error instanceof PolicyFailure) return error.sentence;
    throw error;
  }
}

describe('the policy of a machine', () => {
  it('lies where only an administrator can write', () => {
    expect(policyFile({}, 'linux')).toBe('/etc/dankbel/policy.json');
    expect(policyFile({ ProgramData: 'D:\\Data' }, 'win32')).toContain('D:\\Data');
    expect(policyFile({ HOME: '/somewhere' }, 'darwin')).toBe('/Library/Application Support/Dankbel/policy.json');
  });

  it('fixes nothing when there is no file', () => {
    expect(readPolicy(join(temporaryFolder(), 'policy.json'))).toEqual({});
    expect(readPolicy(join(written('{}'), 'policy.json'))).toEqual({});
  });

  it('is read, also with the mark of a Windows editor and the address of its schema', () => {
    const text = '\uFEFF{"$schema":"policy.schema.json","crmHost":"crm.kik.nl","lockMinutes":10,"roles":["caller"]}';
    expect(readPolicy(written(text))).toEqual({ crmHost: 'crm.kik.nl', lockMinutes: 10, roles: ['caller'] });
  });

  it.each([
    ['no JSON', '{"lockMinutes": 10'],
    ['a word that is not known', '{"lockMinuts":10}'],
    ['a number that cannot be', '{"lockMinutes":0}'],
    ['a role that does not exist', '{"roles":["beller"]}'],
    ['no role at all', '{"roles":[]}'],
    ['an address in place of a host', '{"crmHost":"https://crm.kik.nl/"}'],
    ['a list', '[]'],
    ['a file that is too large', `{"$schema":"${'x'.repeat(70_000)}"}`],
  ])('stops the start with %s, in both languages', (_, text) => {
    const file = written(text);
    const refusal = refusalOf(file);
    expect(refusal?.nl).toMatch(/^Dankbel start niet: .*Vraag je beheerder/);
    expect(refusal?.en).toMatch(/Ask your administrator/);
  });

  it('stops the start when what is there cannot be read', () => {
    const folder = join(temporaryFolder(), 'policy.json');
    mkdirSync(folder);
    expect(() => readPolicy(folder)).toThrow(PolicyFailure);
  });

  it('has its schema in the documents, for editors', async () => {
    await expect(`${JSON.stringify(policyJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      '../../../docs/policy.schema.json',
    );
  });
});
