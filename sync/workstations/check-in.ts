/**
 * A workstation tells the CRM of itself, once an hour or when what it tells has changed, and looks at every contact
 * whether it was revoked. Nothing of this keeps a round from going on: a CRM that knows no such thing, or refuses it,
 * is no revocation.
 */
import { readHead } from '../../db/audit-chain.ts';
import { readPeople } from '../../db/queries/people.ts';
import { readSetting, writeSetting } from '../../db/queries/settings.ts';
import { countSlice } from '../../db/queries/slice.ts';
import { OWN_WORKSTATION, readHeldKinds, type OwnWorkstation } from '../../db/queries/workstation.ts';
import type { Store } from '../../db/store.ts';
import type { Instant } from '../../domain/calendar/day.ts';
import type { Announcement, KeptBy } from '../../domain/workstation/announcement.ts';
import type { Connector } from '../connector.ts';
import { CrmFailure } from '../crm-failure.ts';
import type { WorkstationInCrm } from './workstations-of-crm.ts';

/** What only the host knows of its workstation. */
export interface WorkstationSelf {
  readonly version: string;
  readonly keptBy: () => KeptBy;
  readonly newId: () => string;
}

export interface CheckInContext {
  readonly store: Store;
  readonly connector: Connector;
  readonly now: () => Instant;
  readonly self: WorkstationSelf;
}

const TELL_EVERY_MILLISECONDS = 3_600_000;
const MOST_PEOPLE = 200;

/** @returns true when the CRM has said twice, and of this very workstation, that it is revoked */
export async function checkIn(context: CheckInContext): Promise<boolean> {
  const { store, connector, now } = context;
  const { workstations } = connector;
  if (workstations === undefined) return false;
  try {
    const own = await readOwn(context);
    const seen = await workstations.find(own.id, own.crmId);
    if (seen !== null && seen.state !== 'working') {
      // Who says so, and does it say so still?
      await connector.identify();
      const again = await workstations.find(own.id, own.crmId);
      if (again === null || again.state === 'working' || again.crmId !== seen.crmId) return false;
      const revokedAt = own.revokedAt ?? now();
      await store.write((writer) => writeSetting(writer, OWN_WORKSTATION, { ...own, crmId: again.crmId, revokedAt }));
      return true;
    }
    await tell(context, own, seen);
    return false;
  } catch (error) {
    if (error instanceof CrmFailure) return false;
    throw error;
  }
}

async function tell(context: CheckInContext, own: OwnWorkstation, seen: WorkstationInCrm | null): Promise<void> {
  const { store, connector, now, self } = context;
  const { workstations } = connector;
  if (workstations === undefined) return;
  const { reader } = store;
  const about = {
    version: self.version,
    kinds: [...(await readHeldKinds(reader))],
    keptBy: self.keptBy(),
    people: (await readPeople(reader)).map(({ name }) => name).slice(0, MOST_PEOPLE),
  };
  const told = JSON.stringify(about);
  const since = own.toldAt === null ? Infinity : Date.parse(now()) - Date.parse(own.toldAt);
  // A clock that was set back does not keep it from telling.
  const isDue = since >= TELL_EVERY_MILLISECONDS || since < 0;
  if (seen !== null && told === own.told && !isDue) return;
  // Counting a million donors takes a while, and nobody is answered meanwhile: only when it is told.
  const { inside: held } = await countSlice(reader);
  const announcement: Announcement = {
    ...about,
    since: own.since,
    seen: now(),
    held,
    most: Math.max(own.most, held),
    trail: await readHead(reader),
    revokedAt: own.revokedAt,
  };
  const crmId = seen?.crmId ?? (await workstations.announce(own.id, announcement));
  if (seen !== null && !(await workstations.renew(seen, announcement))) return;
  await store.write((writer) =>
    writeSetting(writer, OWN_WORKSTATION, { ...own, crmId, most: announcement.most, toldAt: now(), told }),
  );
}

async function readOwn({ store, now, self }: CheckInContext): Promise<OwnWorkstation> {
  const kept = await readSetting(store.reader, OWN_WORKSTATION);
  if (kept !== null) return kept;
  const fresh = { most: 0, crmId: null, toldAt: null, told: null, revokedAt: null };
  const own: OwnWorkstation = { id: self.newId(), since: now(), ...fresh };
  await store.write((writer) => writeSetting(writer, OWN_WORKSTATION, own));
  return own;
}
