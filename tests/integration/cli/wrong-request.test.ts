/** A request that is wrong in itself: one sentence on standard error, exit code 1, nothing on standard output. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../electron/cli/main.ts';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

describe('a wrong request', () => {
  it.each([
    [['nonsense'], 'Say which command'],
    [['list', '--lane', 'kapitein', '--data', 'x'], '--lane must be'],
    [['list'], '--data DIR is missing'],
    [['list', '--date', '2026-02-29', '--data', 'x'], '--date must be a day'],
    [['list', '--now', 'gisteren', '--data', 'x'], '--now must be a moment'],
    [['list', '--onbekend'], "Unknown option '--onbekend'"],
    [['connect', '--data', 'x'], '--url is missing'],
    [['connect', '--url', 'http://127.0.0.1:1', '--api-key-file', '/bestaat/niet', '--data', 'x'], 'cannot be read'],
    [['ask', 'bestaat.niet', '--data', 'x'], 'ask needs one of'],
    [['ask', 'session.get', '{kapot', '--data', 'x'], 'as JSON'],
    [['practice-crm', '--donors', 'veel', '--data', 'x'], '--donors must be a whole number'],
    [['practice-crm', '--donors', '1', '--load', 'x', '--data', 'x'], 'not both'],
    [['practice-crm', '--version', '4.7', '--data', 'x'], '--version must be'],
  ])('%j exits with 1 and one sentence', async (words, sentence) => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const problem = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    vi.stubEnv('DANKBEL_DATA', '');
    expect(await main(words)).toBe(1);
    expect(out).not.toHaveBeenCalled();
    const said = problem.mock.calls.map(([text]) => String(text)).join('');
    expect(said.trim().split('\n')).toHaveLength(1);
    expect(said).toContain(sentence);
  });
});
