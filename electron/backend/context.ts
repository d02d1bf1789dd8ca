/** What every handler works with. */
import type { Topic } from '../../contract/event.ts';
import type { CalendarDay, Instant } from '../../domain/calendar/day.ts';
import { dayOfInstant } from '../../domain/calendar/day.ts';
import { DEFAULT_SETTINGS, type ProgrammeSettings } from '../../domain/programmes/settings.ts';
import { DEFAULT_CALLING_HOURS, type CallingHours } from '../../domain/calling-hours/calling-hours.ts';
import type { CrashHook } from '../../db/crash-point.ts';
import type { ProfilePaths } from '../../db/open/profile-folder.ts';
import type { Person } from '../../db/queries/people.ts';
import { readCurrentVersion } from '../../db/queries/programme-versions.ts';
import type { Costs } from '../../db/secret.ts';
import type { Store } from '../../db/store.ts';
import type { KeptLists } from './calls/kept-lists.ts';
import type { ClaimService } from './claims/claim-service.ts';
import type { UpdateKeeper } from '../updates/keeper.ts';
import type { ExportService } from './files/export-service.ts';
import type { FileService } from './files/file-service.ts';
import type { Policy } from './policy/policy.ts';
import type { CrmReach } from './open-connector.ts';
import type { Recognition } from './files/recognition.ts';
import type { Presence } from './people/presence.ts';
import type { SignInService } from './salesforce/sign-in-service.ts';
import type { RegisterUpload } from './postcodes/register-upload.ts';
import type { PracticeDoor } from './practice/practice-door.ts';
import type { SourceService } from './sources/source-service.ts';
import type { SyncService } from './sync-service.ts';
import type { TelephoneService } from './telephone/telephone-service.ts';

export interface BackendContext {
  readonly store: Store;
  readonly now: () => Instant;
  /** Makes the id of an operation or an attempt: a UUIDv7 of now. */
  readonly newId: () => string;
  readonly sync: SyncService;
  readonly claims: ClaimService;
  /** Reads the places besides the CRM. */
  readonly sources: SourceService;
  /** Takes over the connection that the profile has now. */
  readonly reconnect: () => Promise<void>;
  /** How the CRMs are reached. */
  readonly reach: CrmReach;
  /** The sign-in at Salesforce that is going on. */
  readonly signIn: SignInService;
  readonly lists: KeptLists;
  /** The register of postcodes that is being loaded. */
  readonly register: RegisterUpload;
  /** The file that is on its way in. */
  readonly files: FileService;
  /** Recognises those who came with files of places. */
  readonly recognition: Recognition;
  /** Files that were made and are being fetched. */
  readonly exports: ExportService;
  readonly telephone: TelephoneService;
  /** What the administrator of this machine fixed. */
  readonly policy: Policy;
  /** Started with as little as possible: nothing is fetched or sent. */
  readonly isSafe: boolean;
  /** Decides about newer versions of the program. */
  readonly updates: UpdateKeeper;
  /** Whether somebody is still there. */
  readonly presence: Presence;
  /** The way into the practice evening and out of it; null where nobody can practise. */
  readonly practice: PracticeDoor | null;
  /** What hashes of PINs and passphrases cost. */
  readonly costs: Costs;
  /** Where the key lies. */
  readonly paths: ProfilePaths;
  /** For the proof only: told where the code is. */
  readonly at: CrashHook;
  /** Tells the screens that answers on these topics are no longer fresh. */
  readonly announce: (topics: readonly Topic[]) => void;
}

/** A handler's context: the backend's, and who is asking. */
export interface AskContext extends BackendContext {
  readonly person: Person;
  readonly today: CalendarDay;
  readonly programmes: ProgrammeSettings;
  /** The version of these settings; null for the defaults. */
  readonly programmeVersion: number | null;
  readonly callingHours: CallingHours;
}

export async function askContext(context: BackendContext, person: Person): Promise<AskContext> {
  const version = await readCurrentVersion(context.store.reader);
  return {
    ...context,
    person,
    today: dayOfInstant(context.now()),
    programmes: version?.settings ?? DEFAULT_SETTINGS,
    programmeVersion: version?.number ?? null,
    callingHours: DEFAULT_CALLING_HOURS,
  };
}
