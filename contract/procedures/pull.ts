/** How far the first pull is, whose details are held here, and what the sync noticed. */
import { z } from 'zod';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { daySchema, done, instantSchema, nothing, sentenceSchema } from '../values.ts';

export const pullProgressSchema = z.object({
  /** `before`: nothing was asked yet. `first`: the first pull is under way, or waits. `done`: everything was read once. */
  state: z.enum(['before', 'first', 'done']),
  isPaused: z.boolean(),
  /** The lists of the coming days are complete; calling can begin while the rest comes in. */
  listsReady: z.boolean(),
  donorsDone: z.int(),
  donorsTotal: z.int().nullable(),
  rowsDone: z.int(),
  rowsTotal: z.int().nullable(),
  pages: z.int(),
  /** At the speed so far; null while nobody can tell. */
  secondsLeft: z.int().nullable(),
});
export type PullProgress = z.infer<typeof pullProgressSchema>;

const sliceSchema = z.object({
  /** The lists are complete up to this day; null when everybody is held. */
  until: daySchema.nullable(),
  inside: z.int(),
  /** Donors whose details are not on this workstation. */
  outside: z.int(),
});

const notice = z.object({
  noticeId: z.int(),
  at: instantSchema,
  kind: z.enum(['merged', 'removed', 'rewound']),
  donorName: sentenceSchema.nullable(),
  sentence: sentenceSchema,
});
export type SyncNoticeView = z.infer<typeof notice>;

export const pullProcedures = {
  'sync.progress': query(ROLES, nothing, pullProgressSchema),
  /** Counts all donors, which takes a moment for many of them: not for a screen that is open all evening. */
  'sync.slice': query(ROLES, nothing, sliceSchema),
  /** What is recorded goes out all the same. */
  'sync.setPaused': command(ROLES, z.object({ isPaused: z.boolean() }), done),
  'sync.notices': query(ROLES, nothing, z.object({ notices: z.array(notice) })),
  'sync.dismissNotice': command(ROLES, z.object({ noticeId: z.int() }), done),
};
