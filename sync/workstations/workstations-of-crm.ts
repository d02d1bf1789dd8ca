/** What a CRM must be able to do for workstations that tell of themselves. */
import type { Announcement } from '../../domain/workstation/announcement.ts';
import type { SubjectState, WorkstationState } from '../../domain/workstation/revocation.ts';

/** A workstation as the CRM has it. */
export interface WorkstationInCrm extends SubjectState {
  readonly crmId: number;
  readonly id: string;
  readonly state: WorkstationState;
  /** As it stands there: a change names it, so that nobody's word is written over. */
  readonly subject: string;
  /** Name of the CRM user whose key it has. */
  readonly who: string;
  /** Null when somebody made it unreadable. */
  readonly announcement: Announcement | null;
}

/** All of these throw CrmFailure when the CRM does not answer. */
export interface WorkstationsOfCrm {
  /** @param crmId as it was called when it was made; null when that is not known. Null when nothing is there. */
  find(id: string, crmId: number | null): Promise<WorkstationInCrm | null>;
  /** Newest first, five hundred at most. */
  readAll(): Promise<readonly WorkstationInCrm[]>;
  /** @returns what the CRM calls it */
  announce(id: string, announcement: Announcement): Promise<number>;
  /** False when somebody changed it meanwhile; then nothing was written. */
  renew(seen: WorkstationInCrm, announcement: Announcement): Promise<boolean>;
  /** Writes what became of it. False when somebody changed it meanwhile. */
  setState(seen: WorkstationInCrm, state: SubjectState, announcement: Announcement | null): Promise<boolean>;
}
