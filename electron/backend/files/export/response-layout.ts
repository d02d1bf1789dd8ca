/** What the calls brought: a row for every attempt, and one for everybody who was not called yet. */
import { readDonors, type Donor } from '../../../../db/queries/donor-details.ts';
import { groupByDonor, inList } from '../../../../db/queries/many.ts';
import { readObjecting } from '../../../../db/queries/overlay-facts.ts';
import type { Reader } from '../../../../db/store.ts';
import { wallClock } from '../../../../domain/calendar/day.ts';
import type { Language } from '../../../../domain/language.ts';
import { OUTCOMES } from '../../../../domain/outcome.ts';
import { fullName } from '../../../../domain/person-name.ts';
import { PROGRAMMES } from '../../../../domain/programmes/index.ts';
import type { Choice } from './choose-donors.ts';
import { fileNumber, headersOf, type ExportRow, type Layout } from './layout.ts';
import { yesNo } from './words.ts';

const HEADERS = {
  donorNumber: { nl: 'Relatienummer', en: 'Donor number' },
  name: { nl: 'Naam', en: 'Name' },
  programme: { nl: 'Belprogramma', en: 'Programme' },
  day: { nl: 'Beldatum', en: 'Call date' },
  time: { nl: 'Beltijd', en: 'Call time' },
  caller: { nl: 'Beller', en: 'Caller' },
  number: { nl: 'Gebeld nummer', en: 'Number called' },
  outcome: { nl: 'Uitkomst', en: 'Outcome' },
  seconds: { nl: 'Duur in seconden', en: 'Duration in seconds' },
  notes: { nl: 'Aantekening', en: 'Note' },
  nps: { nl: 'Cijfer (0 tot 10)', en: 'Score (0 to 10)' },
  said: { nl: 'Vragen, klachten en ideeën', en: 'Questions, complaints and ideas' },
  corrected: { nl: 'Gecorrigeerd', en: 'Corrected' },
  objects: { nl: 'Niet bellen', en: 'Do not phone' },
} as const;

export const RESPONSE_LAYOUT: Layout = {
  name: { nl: 'belresultaten', en: 'call-results' },
  header: headersOf(HEADERS, Object.keys(HEADERS) as (keyof typeof HEADERS)[]),
  rows: async (reader, donorIds, language, choice) => {
    const donors = await readDonors(reader, donorIds);
    const facts = await readFacts(reader, donorIds, choice);
    return donorIds.flatMap((id) => {
      const donor = donors.get(id);
      return donor === undefined ? [] : rowsOf(donor, facts, language);
    });
  },
};

type Facts = Awaited<ReturnType<typeof readFacts>>;

async function readFacts(reader: Reader, donorIds: readonly number[], choice: Choice) {
  const list = inList(donorIds);
  const attempts = await reader
    .selectFrom('attempt')
    .innerJoin('person', 'person.id', 'attempt.person_id')
    .selectAll('attempt')
    .select('person.name as caller')
    .where('attempt.donor_id', 'in', list)
    .where('attempt.undone_at', 'is', null)
    .orderBy('attempt.at')
    .execute();
  const isMeant = (day: string): boolean => choice.of !== 'called' || (day >= choice.from && day <= choice.to);
  const followUps = await reader
    .selectFrom('follow_up')
    .select(['donor_id', 'attempt_id', 'text'])
    .where('donor_id', 'in', list)
    .where('attempt_id', 'is not', null)
    .execute();
  const corrections = await reader
    .selectFrom('correction')
    .innerJoin('attempt', 'attempt.call_item_id', 'correction.call_item_id')
    .select(['correction.donor_id', 'correction.field', 'attempt.id as attemptId'])
    .where('correction.donor_id', 'in', list)
    .where('correction.undone_at', 'is', null)
    .execute();
  return {
    attempts: groupByDonor(
      attempts.filter(({ day }) => isMeant(day)),
      (row) => row,
    ),
    followUps: groupByDonor(followUps, (row) => row),
    corrections: groupByDonor(corrections, (row) => row),
    objecting: await readObjecting(reader, donorIds),
  };
}

const DETAILS = {
  name: { nl: 'naam', en: 'name' },
  address: { nl: 'adres', en: 'address' },
  phone: { nl: 'telefoon', en: 'phone' },
  email: { nl: 'e-mail', en: 'e-mail' },
} as const;

function rowsOf(donor: Donor, facts: Facts, language: Language): readonly ExportRow[] {
  const start = [fileNumber(donor), fullName(donor.details.name)];
  const objects = yesNo(facts.objecting.has(donor.donorId) || donor.doesNotWantCalls, language);
  const attempts = facts.attempts.get(donor.donorId) ?? [];
  if (attempts.length === 0) {
    const notYet = language === 'nl' ? 'Nog niet gebeld' : 'Not called yet';
    return [[...start, null, null, null, null, null, notYet, null, null, null, null, null, objects]];
  }
  return attempts.map((attempt) => {
    const said = facts.followUps.get(donor.donorId)?.filter((each) => each.attempt_id === attempt.id) ?? [];
    const corrected = facts.corrections.get(donor.donorId)?.filter((each) => each.attemptId === attempt.id) ?? [];
    return [
      ...start,
      PROGRAMMES[attempt.programme].name[language],
      { day: attempt.day },
      wallClock(attempt.at).time,
      attempt.caller,
      attempt.number,
      OUTCOMES[attempt.outcome].name[language],
      attempt.duration_seconds,
      attempt.notes,
      attempt.nps,
      said.map(({ text }) => text).join(' | '),
      [...new Set(corrected.map(({ field }) => DETAILS[field][language]))].join(', '),
      objects,
    ];
  });
}
