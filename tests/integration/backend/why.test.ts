/** "Why not?" answered for captured donors, each for another reason, in words that a volunteer reads (both languages). */
import { describe, expect, it } from 'vitest';
import { FailureError } from '../../../contract/client.ts';
import { setCurrentPerson } from '../../../db/queries/people.ts';
import { writeEvidence } from '../../../domain/evidence.ts';
import { holdCall } from '../../support/hold-call.ts';
import { connectedWorkstation, donorIdOf, practiceCrm } from '../../support/workstation.ts';

/** Number, reason, Dutch, English. */
const ANSWERS = [
  ['NIEUW-0036', 'objection', 'Deze donateur wil niet gebeld worden.', 'This donor does not want to be called.'],
  ['NIEUW-0037', 'deceased', 'Deze donateur is overleden.', 'This donor has died.'],
  ['NIEUW-0038', 'no-phone', 'Er is geen telefoonnummer bekend.', 'No phone number is known.'],
  ['NIEUW-0039', 'bad-phone', 'Er is geen geldig telefoonnummer bekend.', 'No valid phone number is known.'],
  [
    'NIEUW-0041',
    'same-number',
    'Een andere donateur met hetzelfde telefoonnummer is eerst aan de beurt. Vanaf 22 november op de lijst.',
    'Another donor with the same phone number comes first. On the list from 22 November.',
  ],
  [
    'NIEUW-0043',
    'cool-down',
    'Op 16 november was er een gesprek; tot en met 13 februari 2027 bellen we niet opnieuw.',
    'There was a conversation on 16 November; we do not call again up to 13 February 2027.',
  ],
  [
    'NIEUW-0044',
    'attempt-pause',
    'Op 19 november is gebeld; daarna laten we even rust. Vanaf 23 november op de lijst.',
    'A call was made on 19 November; we leave a pause after it. On the list from 23 November.',
  ],
  [
    'NIEUW-0045',
    'scheduled',
    'In het CRM staat voor 21 november al een belafspraak van iemand anders. Vanaf 22 november op de lijst.',
    'The CRM has a call by somebody else in its calendar for 21 November. On the list from 22 November.',
  ],
  [
    'NIEUW-0046',
    'complaint',
    'Er loopt een klacht; die wordt eerst opgelost.',
    'A complaint is open; it is settled first.',
  ],
  [
    'NIEUW-0008',
    null,
    'Eerste gift van € 25 op 8 november; het bedanktelefoontje komt op 22 november.',
    'First gift of €25 on 8 November; the thank-you call comes on 22 November.',
  ],
  [
    'DON-00145',
    null,
    'Het bedanktelefoontje kon van 6 oktober tot en met 20 oktober; die tijd is voorbij.',
    'The thank-you call could be made from 6 October to 20 October; that time has passed.',
  ],
  ['DON-00013', null, 'Er is geen gift of machtiging bekend.', 'No gift or mandate is known.'],
] as const;

describe('why not?', () => {
  it('has another answer for each of twelve captured donors, in both languages', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    for (const [externalId, reason, nl, en] of ANSWERS) {
      const { explanation, programmes, name } = await workstation.ask('list.why', { donor: { externalId } });
      expect([externalId, explanation.on, explanation.suppressions[0] ?? null, explanation.sentence]).toEqual([
        externalId,
        false,
        reason,
        { nl, en },
      ]);
      expect(name?.nl).not.toBe('');
      // One sentence for every programme; the one that is suppressed gives the same reason.
      expect(programmes).toHaveLength(11);
      for (const { sentence } of programmes) expect([sentence.nl, sentence.en]).not.toContain('');
      expect(
        programmes.filter(({ state }) => state === 'suppressed').some(({ sentence }) => nl.startsWith(sentence.nl)),
      ).toBe(reason !== null);
    }
    expect(new Set(ANSWERS.map(([, , nl]) => nl)).size).toBe(ANSWERS.length);
  });

  it('agrees with the lists about everybody', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: null });
    const lists = [
      ...(await workstation.ask('list.get', { lane: 'caller' })).items,
      ...(await workstation.ask('list.get', { lane: 'director' })).items,
    ];
    const listed = new Map(lists.map(({ donorId, programme }) => [donorId, programme]));
    const { reader } = workstation.backend.store;
    for (const { id } of await reader
      .selectFrom('donor')
      .select('id')
      .where('external_id', 'like', 'NIEUW-%')
      .execute()) {
      const { explanation, programmes } = await workstation.ask('list.why', { donor: { donorId: id } });
      const on = programmes.filter(({ state, programme }) => state === 'on' && !WORK.has(programme));
      expect([id, explanation.on, on.map(({ programme }) => programme)]).toEqual([
        id,
        listed.has(id),
        listed.has(id) ? [listed.get(id)] : [],
      ]);
    }
  });

  it('knows whose details are not here, and who does not exist', async () => {
    const workstation = await connectedWorkstation(await practiceCrm(), { sliceDays: 14 });
    const why = await workstation.ask('list.why', { donor: { externalId: 'DON-00001' } });
    expect([why.name, why.programmes, why.legalBasis]).toEqual([null, [], null]);
    expect(why.explanation.sentence.nl).toContain('niet op deze werkplek');
    await expect(workstation.ask('list.why', { donor: { externalId: 'NIEMAND' } })).rejects.toThrow(FailureError);
  });
});

const WORK: ReadonlySet<string> = new Set(['missing-thanks', 'post', 'verify']);

describe('rules-nl.md L18: the proof of the basis', () => {
  it('holds gifts, consent, objection and calls with who and when, for the coordinator', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    await holdCall(workstation, 'NIEUW-0009', { outcome: 'conversation', objectionAnswer: 'offered' });
    const donor = { externalId: 'NIEUW-0009' };
    const evidence = await workstation.ask('donor.evidence', { donor });
    await workstation.ask('donor.recordConsent', {
      donorId: await donorIdOf(workstation, 'NIEUW-0009'),
      day: '2026-11-21',
      words: 'bel gerust',
      source: 'telefoon',
    });
    const dutch = writeEvidence(await workstation.ask('donor.evidence', { donor }), 'nl');
    expect(evidence.parts.map(({ part, lines }) => [part, lines.length])).toEqual([
      ['basis', 1],
      ['consent', 0],
      ['objection', 0],
      ['requested', 0],
      ['call', 1],
    ]);
    expect(dutch).toContain('Gaf het nummer bij de gift van 7 november 2026.');
    expect(dutch).toMatch(
      /- 21 november 2026 14:00: bedanktelefoontje; Gesprek gevoerd; .+; verzet aangeboden, niet gebruikt; Gaf het nummer/,
    );
    expect(dutch).toMatch(
      /- 21 november 2026: “bel gerust” \(telefoon\); vastgelegd door .+, 21 november 2026 14:01\./,
    );
    expect(dutch).toContain('- niets vastgelegd');
    await workstation.backend.store.write((writer) =>
      setCurrentPerson(writer, { crmId: 905, name: 'Bea', roles: ['caller'] }),
    );
    await expect(workstation.ask('donor.evidence', { donor })).rejects.toThrow(FailureError);
  });

  it('keeps an objection and how it was undone', async () => {
    const workstation = await connectedWorkstation(await practiceCrm());
    const donor = { externalId: 'NIEUW-0036' };
    const english = writeEvidence(await workstation.ask('donor.evidence', { donor }), 'en');
    expect(english).toContain('- The CRM says now: do not call.');
    expect(english).toContain('What Dankbel shows here is no legal advice.');
  });
});
