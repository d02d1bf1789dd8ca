/** Recorded without a CRM, killed in between, and all the same in the CRM once: correction, objection and six calls. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileURLToPath } from 'node:url';
import type { OutcomeId } from '../../../domain/outcome.ts';
import { startBackendProcess, startCrmProcess, type BackendProcess } from '../../support/processes.ts';
import { runCommand } from '../../support/run-command.ts';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { AFTERNOON } from '../../support/workstation.ts';

const CAPTURED = fileURLToPath(new URL('../../fixtures/civicrm/captured', import.meta.url));

async function finishNext(backend: BackendProcess, outcome: OutcomeId): Promise<number> {
  const { next } = await backend.ask('today.get', { lane: 'caller' });
  const { callItemId, numbers, donorId } = await backend.ask('call.open', { donorId: next!.donorId });
  await backend.ask('call.dial', { callItemId, number: numbers[0]!.number });
  await backend.ask('call.saveNotes', { callItemId, notes: `notitie bij ${outcome}` });
  await backend.ask('call.answerObjection', { callItemId, answer: 'offered' });
  await backend.ask('call.finish', { callItemId, outcome, callback: null, number: null });
  return donorId;
}

describe('what was acknowledged', () => {
  it('survives a stopped CRM and a backend that is killed twice, and arrives exactly once', async () => {
    const crmFolder = temporaryFolder();
    const folder = temporaryFolder();
    const crm = await startCrmProcess(['--load', CAPTURED, '--data', crmFolder]);
    const port = new URL(crm.url).port;
    const keyFile = join(folder, 'api.key');
    writeFileSync(keyFile, crm.apiKey);
    const profile = join(folder, 'profile');
    expect((await runCommand(['connect', '--url', crm.url, '--api-key-file', keyFile, '--data', profile])).code).toBe(
      0,
    );
    expect((await runCommand(['sync', '--data', profile, '--json'])).code).toBe(0);
    await crm.killHard();

    const first = await startBackendProcess(profile, AFTERNOON);
    for (const outcome of ['conversation', 'no-answer', 'voicemail-left'] as const) await finishNext(first, outcome);
    const { next } = await first.ask('today.get', { lane: 'caller' });
    const call = await first.ask('call.open', { donorId: next!.donorId });
    const email = call.details.find(({ field }) => field === 'email')!;
    await first.ask('call.correctDetail', {
      callItemId: call.callItemId,
      key: email.key,
      correction: { field: 'email', value: 'gecorrigeerd@voorbeeld.nl' },
      checkedBy: 'spelled',
    });
    await first.ask('call.saveNotes', { callItemId: call.callItemId, notes: 'half getypt' });
    await first.killHard();

    const second = await startBackendProcess(profile, AFTERNOON);
    expect(await second.ask('call.get', { callItemId: call.callItemId })).toMatchObject({ notes: 'half getypt' });
    await second.ask('call.finish', {
      callItemId: call.callItemId,
      outcome: 'objection',
      callback: null,
      number: null,
    });
    for (const outcome of ['busy', 'conversation'] as const) await finishNext(second, outcome);
    expect((await second.ask('sync.status', {})).waiting).toBe(8);
    await second.killHard();

    const offline = await runCommand(['sync', '--data', profile, '--json']);
    expect([offline.code, JSON.parse(offline.out).waiting]).toEqual([3, 8]);
    expect(offline.problem).toContain('Het CRM antwoordt niet');

    const restarted = await startCrmProcess(['--data', crmFolder, '--port', port]);
    expect(restarted.apiKey).toBe(readFileSync(keyFile, 'utf8'));
    const online = await runCommand(['sync', '--data', profile, '--json']);
    expect([online.code, JSON.parse(online.out)]).toMatchObject([
      0,
      { pushed: 8, waiting: 0, conflicts: 0, rejected: 0 },
    ]);
    expect(JSON.parse((await runCommand(['sync', '--data', profile, '--json'])).out)).toMatchObject({
      pushed: 0,
      waiting: 0,
    });

    const ask = async (entity: string, params: object): Promise<readonly Record<string, unknown>[]> => {
      const response = await fetch(`${restarted.url}/civicrm/ajax/api4/${entity}/get`, {
        method: 'POST',
        headers: { 'X-Civi-Auth': `Bearer ${restarted.apiKey}` },
        body: new URLSearchParams({ params: JSON.stringify(params) }),
      });
      return ((await response.json()) as { values: Record<string, unknown>[] }).values;
    };
    const activities = await ask('Activity', {
      select: ['subject', 'status_id:name'],
      where: [['subject', 'LIKE', '%[Dankbel %']],
      orderBy: { id: 'ASC' },
    });
    expect(activities.map((activity) => activity['status_id:name']).sort()).toEqual([
      'Completed',
      'Completed',
      'Completed',
      'Left Message',
      'Unreachable',
      'Unreachable',
    ]);
    expect(new Set(activities.map((activity) => activity['subject'])).size).toBe(6);
    expect(
      await ask('Email', { select: ['email'], where: [['email', '=', 'gecorrigeerd@voorbeeld.nl']] }),
    ).toHaveLength(1);
    const objecting = await ask('Contact', {
      select: ['do_not_phone', 'email_primary.email'],
      where: [['email_primary.email', '=', 'gecorrigeerd@voorbeeld.nl']],
    });
    expect(objecting).toMatchObject([{ do_not_phone: true }]);
    // Four programs, one after the other: on a busy machine each takes seconds to start.
  }, 120_000);
});
