/** What the backend tells the screens without being asked: which answers are no longer fresh. Never any data. */
import { z } from 'zod';

export const TOPICS = [
  'session',
  'people',
  'audit',
  'workstations',
  'today',
  'call',
  'talk',
  'donor',
  'sync',
  'connection',
  'claims',
  'settings',
  'charity',
  'post',
  'paper',
  'briefing',
  'list',
  'forecast',
  'verify',
  'followups',
  'practice',
  'postcodes',
  'files',
  'erasure',
  'retention',
  'telephone',
  'sources',
  'updates',
  'news',
  'matching',
  'crashes',
] as const;
export const backendEventSchema = z.object({
  changed: z.array(z.enum(TOPICS)),
  /** It happened among the invented donors of the practice evening, and concerns no other window. */
  practice: z.literal(true).optional(),
});
export type BackendEvent = z.infer<typeof backendEventSchema>;
export type Topic = (typeof TOPICS)[number];
