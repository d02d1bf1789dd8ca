/** The whole contract: everything that a screen may ask of the backend. */
import type { z } from 'zod';
import { achievedProcedures } from './procedures/achieved.ts';
import { auditProcedures } from './procedures/audit.ts';
import { briefingProcedures } from './procedures/briefing.ts';
import { callProcedures } from './procedures/call.ts';
import { charityProcedures } from './procedures/charity.ts';
import { claimProcedures } from './procedures/claims.ts';
import { connectionProcedures } from './procedures/connection.ts';
import { crashProcedures } from './procedures/crashes.ts';
import { donorExportProcedures } from './procedures/donor-export.ts';
import { donorPageProcedures } from './procedures/donor-page.ts';
import { donorProcedures } from './procedures/donor.ts';
import { erasureProcedures } from './procedures/erasure.ts';
import { fileProcedures } from './procedures/files.ts';
import { followUpProcedures } from './procedures/follow-ups.ts';
import { forecastProcedures } from './procedures/forecast.ts';
import { listProcedures } from './procedures/list.ts';
import { matchingProcedures } from './procedures/matching.ts';
import { paperProcedures } from './procedures/paper.ts';
import { peopleProcedures } from './procedures/people.ts';
import { pictureProcedures } from './procedures/picture.ts';
import { postProcedures } from './procedures/post.ts';
import { postcodeProcedures } from './procedures/postcodes.ts';
import { practiceProcedures } from './procedures/practice.ts';
import { pullProcedures } from './procedures/pull.ts';
import { resultProcedures } from './procedures/results.ts';
import { retentionProcedures } from './procedures/retention.ts';
import { sessionProcedures } from './procedures/session.ts';
import { settingsProcedures } from './procedures/settings.ts';
import { signInProcedures } from './procedures/sign-in.ts';
import { sourceProcedures } from './procedures/sources.ts';
import { syncProcedures } from './procedures/sync.ts';
import { talkProcedures } from './procedures/talk.ts';
import { telephoneProcedures } from './procedures/telephone.ts';
import { todayProcedures } from './procedures/today.ts';
import { updateProcedures } from './procedures/updates.ts';
import { workstationProcedures } from './procedures/workstations.ts';
import { verifyProcedures } from './procedures/verify.ts';

export const PROCEDURES = {
  ...sessionProcedures,
  ...signInProcedures,
  ...peopleProcedures,
  ...todayProcedures,
  ...listProcedures,
  ...donorProcedures,
  ...donorPageProcedures,
  ...callProcedures,
  ...talkProcedures,
  ...settingsProcedures,
  ...charityProcedures,
  ...postProcedures,
  ...paperProcedures,
  ...briefingProcedures,
  ...forecastProcedures,
  ...syncProcedures,
  ...pullProcedures,
  ...claimProcedures,
  ...connectionProcedures,
  ...verifyProcedures,
  ...followUpProcedures,
  ...resultProcedures,
  ...achievedProcedures,
  ...donorExportProcedures,
  ...erasureProcedures,
  ...retentionProcedures,
  ...practiceProcedures,
  ...postcodeProcedures,
  ...fileProcedures,
  ...auditProcedures,
  ...telephoneProcedures,
  ...workstationProcedures,
  ...sourceProcedures,
  ...updateProcedures,
  ...matchingProcedures,
  ...crashProcedures,
  ...pictureProcedures,
} as const;

export type ProcedureName = keyof typeof PROCEDURES;
export type QueryName = {
  [Name in ProcedureName]: (typeof PROCEDURES)[Name]['kind'] extends 'query' ? Name : never;
}[ProcedureName];
export type CommandName = Exclude<ProcedureName, QueryName>;

/** What a caller may send. */
export type InputOf<Name extends ProcedureName> = z.input<(typeof PROCEDURES)[Name]['input']>;
/** What a handler receives, parsed. */
export type ParsedInputOf<Name extends ProcedureName> = z.output<(typeof PROCEDURES)[Name]['input']>;
export type OutputOf<Name extends ProcedureName> = z.output<(typeof PROCEDURES)[Name]['output']>;

/** True for a name that exists; an own key, so that "constructor" is none. */
export function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(PROCEDURES, name);
}
