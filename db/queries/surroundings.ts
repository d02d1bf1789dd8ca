/** What lies around the gifts and calls of donors: moments, actions, consents, steps, draws. See `SurroundingFacts`. */
import { sql } from 'kysely';
import type {
  Consent,
  ContactMoment,
  DonorAction,
  Involvement,
  JourneyStep,
  SurroundingFacts,
} from '../../domain/donor-facts.ts';
import { actionIn } from '../../domain/loyalty/action-words.ts';
import type { ProgrammeId } from '../../domain/programmes/programme-id.ts';
import { readSourceConsents } from '../sources/consents.ts';
import type { Reader } from '../store.ts';
import type { DonorMoment } from './donor-moments.ts';
import { groupByDonor, inList } from './many.ts';

export type FromMoments = Pick<SurroundingFacts, 'moments' | 'actions' | 'involvements'>;
export type FromHere = Pick<SurroundingFacts, 'consents' | 'steps' | 'heldOutOf'>;
/** What the CRM's activity types are as contact; what is not here reached nobody. */
const CHANNELS: ReadonlyMap<string, Pick<ContactMoment, 'channel' | 'isOutgoing'>> = new Map(
  Object.entries<Pick<ContactMoment, 'channel' | 'isOutgoing'>>({
    Email: { channel: 'email', isOutgoing: true },
    'Bulk Email': { channel: 'email', isOutgoing: true },
    'Inbound Email': { channel: 'email', isOutgoing: false },
    'Phone Call': { channel: 'phone', isOutgoing: true },
    'Print PDF Letter': { channel: 'post', isOutgoing: true },
    SMS: { channel: 'text', isOutgoing: true },
    'Mass SMS': { channel: 'text', isOutgoing: true },
    'Inbound SMS': { channel: 'text', isOutgoing: false },
    Meeting: { channel: 'visit', isOutgoing: true },
  }),
);
const INVOLVEMENTS: ReadonlyMap<string, Involvement['kind']> = new Map(
  Object.entries<Involvement['kind']>({
    Volunteer: 'volunteer',
    Volunteering: 'volunteer',
    'Event Registration': 'event',
    'Event Attendance': 'event',
  }),
);
const THANKS = /bedank|dank u|dank je|thank/i;

/** What the completed ones of a donor's moments say, oldest first. */
export function fromMoments(all: readonly DonorMoment[]): FromMoments {
  const own = all
    .filter(({ status_name }) => status_name === 'Completed')
    .map((row) => ({ ...row, number: row.crm_id ?? row.id }));
  return {
    moments: own.flatMap(({ number, day, type_name, subject }): ContactMoment[] => {
      const channel = CHANNELS.get(type_name);
      return channel === undefined ? [] : [{ id: number, day, ...channel, isThanks: THANKS.test(subject) }];
    }),
    involvements: own.flatMap(({ number, day, type_name }): Involvement[] => {
      const kind = INVOLVEMENTS.get(type_name);
      return kind === undefined ? [] : [{ id: number, day, kind }];
    }),
    actions: own.flatMap(({ number, day, type_name, subject }): DonorAction[] => {
      const kind = actionIn(`${type_name}: ${subject}`);
      return kind === null ? [] : [{ day, kind, record: { kind: 'moment', id: number } }];
    }),
  };
}

export async function readFromHere(
  reader: Reader,
  donorIds: readonly number[],
): Promise<(donorId: number) => FromHere> {
  const list = inList(donorIds);
  const consents = await reader.selectFrom('consent').selectAll().where('donor_id', 'in', list).orderBy('id').execute();
  const given = await readSourceConsents(reader, donorIds);
  const steps = await reader
    .selectFrom('journey_step')
    .select(['donor_id', 'programme', 'day'])
    .where('donor_id', 'in', list)
    .where('undone_at', 'is', null)
    .orderBy('id')
    .execute();
  const draws = await reader
    .selectFrom('hold_out')
    .select(['donor_id', 'programme'])
    .where('donor_id', 'in', list)
    .where('is_held', '=', 1)
    .execute();
  const consentsOf = groupByDonor(consents, ({ id, day, at, words, source }): Consent => ({
    id,
    day,
    at,
    words,
    source,
  }));
  const stepsOf = groupByDonor(steps, ({ programme, day }): JourneyStep => ({ programme, day }));
  const drawsOf = groupByDonor(draws, ({ programme }): ProgrammeId => programme);
  return (donorId) => ({
    consents: [...(consentsOf.get(donorId) ?? []), ...(given.get(donorId) ?? [])],
    steps: stepsOf.get(donorId) ?? [],
    heldOutOf: drawsOf.get(donorId) ?? [],
  });
}

export interface HouseholdCall {
  readonly number: string;
  readonly donorId: number;
  readonly day: `${number}-${number}-${number}`;
}

/** Calls from here on these numbers, with whom: a household may share a number. */
export async function readHouseholdCalls(
  reader: Reader,
  numbers: readonly string[],
): Promise<readonly HouseholdCall[]> {
  const { rows } = await sql<HouseholdCall>`
    SELECT number, donor_id AS donorId, day FROM attempt
     WHERE number IN (SELECT value FROM json_each(${JSON.stringify(numbers)})) AND undone_at IS NULL`.execute(reader);
  return rows;
}

/** These donors, and everybody who has a number in common with one of them. */
export async function withHousehold(reader: Reader, donorIds: readonly number[]): Promise<readonly number[]> {
  if (donorIds.length === 0) return donorIds;
  const { rows } = await sql<{ donor_id: number }>`
    SELECT DISTINCT other.donor_id FROM donor_phone AS own
      JOIN donor_phone AS other ON other.number = own.number
     WHERE own.donor_id IN ${inList(donorIds)} AND own.number IS NOT NULL`.execute(reader);
  return [...new Set([...donorIds, ...rows.map(({ donor_id }) => donor_id)])];
}
