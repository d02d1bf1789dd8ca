/** The proof of why a donor may or may not be called, in sentences that can be handed over (rules-nl.md L18). */
import type { EVIDENCE_PARTS } from '../../../contract/procedures/donor.ts';
import { ownNumber } from '../../../domain/donor-number.ts';
import { wallClock, type CalendarDay, type Instant } from '../../../domain/calendar/day.ts';
import { writeDay } from '../../../domain/calendar/write-day.ts';
import type { DonorFacts } from '../../../domain/donor-facts.ts';
import { givingOn } from '../../../domain/giving.ts';
import { sentence, type Language, type Sentence } from '../../../domain/language.ts';
import { legalBasisOf, writeLegalBasis, type LegalBasis } from '../../../domain/legal-basis.ts';
import { writeMoney } from '../../../domain/money.ts';
import { OUTCOMES } from '../../../domain/outcome.ts';
import { fullName } from '../../../domain/person-name.ts';
import { writeNumber, type E164 } from '../../../domain/phone-number.ts';
import { PROGRAMMES } from '../../../domain/programmes/index.ts';
import { readDonors } from '../../../db/queries/donor-details.ts';
import { readEvidence, type Evidence } from '../../../db/queries/evidence.ts';
import { readFacts } from '../../../db/queries/facts.ts';
import type { Handler } from '../dispatcher.ts';
import { noteExport } from '../exports.ts';
import { notFound } from '../refusal.ts';
import { findDonor } from './list.ts';
import { readCharityName } from '../charity/read-own-charity.ts';

/** Years are written out: a proof is read later. */
const NO_YEAR = '0001-01-01';

export const getEvidence: Handler<'donor.evidence'> = async (context, { donor: asked }) => {
  const { store, today, programmes, now } = context;
  const donorId = await findDonor(context, asked);
  const donor = donorId === null ? undefined : (await readDonors(store.reader, [donorId])).get(donorId);
  const [facts] = donor === undefined ? [] : await readFacts(store.reader, [donor.donorId]);
  if (donor === undefined || facts === undefined) throw notFound();
  await noteExport(context, 'evidence', [donor.donorId]);
  const recorded = await readEvidence(store.reader, donor.donorId);
  const giving = givingOn(today, facts.gifts, facts.mandates);
  const lines: Readonly<Record<Part, readonly Sentence[]>> = {
    basis: basisLines(facts),
    consent: consentLines(recorded),
    objection: objectionLines(recorded, donor.doesNotWantCalls),
    requested: promiseLines(recorded),
    call: callLines(recorded),
  };
  return {
    madeAt: now(),
    charity: await readCharityName(store.reader),
    name: fullName(donor.details.name),
    externalId: ownNumber(donor.externalId),
    crmId: donor.crmId,
    basis: writeLegalBasis(legalBasisOf(facts, giving, today, programmes.legal), NO_YEAR),
    parts: PARTS.map((part) => ({ part, title: TITLES[part], lines: [...lines[part]] })),
  };
};

type Part = (typeof EVIDENCE_PARTS)[number];
const PARTS: readonly Part[] = ['basis', 'consent', 'objection', 'requested', 'call'];

const TITLES: Readonly<Record<Part, Sentence>> = {
  basis: { nl: 'Giften, machtigingen en deelname', en: 'Gifts, mandates and taking part' },
  consent: { nl: 'Toestemming', en: 'Consent' },
  objection: { nl: 'Verzet', en: 'Objection' },
  requested: { nl: 'Gevraagd om gebeld te worden', en: 'Asked to be called' },
  call: { nl: 'Gesprekken en pogingen', en: 'Calls and attempts' },
};

const on = (day: CalendarDay, language: Language): string => writeDay(day, language, { today: NO_YEAR });

function at(instant: Instant, language: Language): string {
  const { day, time } = wallClock(instant);
  return `${on(day, language)} ${time}`;
}

function basisLines({ gifts, mandates, involvements }: DonorFacts): readonly Sentence[] {
  const given = gifts
    .filter(({ status }) => status !== 'cancelled')
    .toSorted((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ id, day, amount }) =>
      sentence((language) => `${on(day, language)}: gift ${id}, ${writeMoney(amount, language, 'spoken')}.`),
    );
  const signed = mandates.map(({ id, startDay }) =>
    sentence((language) => `${on(startDay, language)}: ${language === 'nl' ? 'machtiging' : 'mandate'} ${id}.`),
  );
  const tookPart = involvements.map(({ id, day, kind }) =>
    sentence((language) => {
      const what = { volunteer: { nl: 'vrijwilliger', en: 'volunteer' }, event: { nl: 'evenement', en: 'event' } };
      return `${on(day, language)}: ${what[kind][language]} (${id}).`;
    }),
  );
  return [...given, ...signed, ...tookPart];
}

function consentLines({ consents }: Evidence): readonly Sentence[] {
  return consents.map(({ day, words, source, name, at: recordedAt }) =>
    sentence((language) =>
      language === 'nl'
        ? `${on(day, language)}: “${words}” (${source}); vastgelegd door ${name}, ${at(recordedAt, language)}.`
        : `${on(day, language)}: “${words}” (${source}); recorded by ${name}, ${at(recordedAt, language)}.`,
    ),
  );
}

function objectionLines({ objections }: Evidence, isFlagged: boolean): readonly Sentence[] {
  const recorded = objections.map(({ at: madeAt, undone_at: undoneAt, name }) =>
    sentence((language) => {
      const dutch = language === 'nl';
      const made = dutch
        ? `${at(madeAt, language)}: verzet, vastgelegd door ${name}`
        : `${at(madeAt, language)}: objection, recorded by ${name}`;
      if (undoneAt === null) return `${made}.`;
      return dutch
        ? `${made}; ongedaan gemaakt ${at(undoneAt, language)}.`
        : `${made}; undone ${at(undoneAt, language)}.`;
    }),
  );
  const flag = { nl: 'In het CRM staat nu: niet bellen.', en: 'The CRM says now: do not call.' };
  return isFlagged ? [...recorded, flag] : recorded;
}

function promiseLines({ promises }: Evidence): readonly Sentence[] {
  return promises.map(({ made_at: madeAt, promised_day: day, promised_time: time }) =>
    sentence((language) => {
      const when = `${on(day, language)}${time === null ? '' : ` ${time}`}`;
      return language === 'nl'
        ? `${at(madeAt, language)}: afgesproken voor ${when}.`
        : `${at(madeAt, language)}: agreed for ${when}.`;
    }),
  );
}

const ANSWERS: Readonly<Record<NonNullable<Evidence['attempts'][number]['objection_answer']>, Sentence>> = {
  offered: { nl: 'verzet aangeboden, niet gebruikt', en: 'objecting was offered, not used' },
  used: { nl: 'verzet aangeboden en gebruikt', en: 'objecting was offered and used' },
  'not-offered': { nl: 'verzet niet aangeboden', en: 'objecting was not offered' },
};

function callLines({ attempts, elsewhere }: Evidence): readonly Sentence[] {
  const here = attempts.map((attempt) =>
    sentence((language) => {
      const { programme, outcome, number, objection_answer: answer, legal_basis: stamped } = attempt;
      const basis = stamped === null ? null : (JSON.parse(stamped) as LegalBasis | null);
      const parts = [
        PROGRAMMES[programme].name[language],
        OUTCOMES[outcome].name[language],
        attempt.name,
        number === null ? null : writeNumber(number as E164),
        answer === null ? null : ANSWERS[answer][language],
        basis === null ? null : writeLegalBasis(basis, NO_YEAR)[language],
        attempt.undone_at === null ? null : language === 'nl' ? 'teruggedraaid' : 'taken back',
      ].filter((part) => part !== null);
      return `${at(attempt.at, language)}: ${parts.join('; ')}.`;
    }),
  );
  const others = elsewhere.map(({ day, status_name: status, subject }) =>
    sentence((language) => `${on(day, language)}: CRM, ${status}${subject === '' ? '' : `, ${subject}`}.`),
  );
  return [...others, ...here];
}
