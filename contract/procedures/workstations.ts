/** The workstations of the organisation, as they told the CRM of themselves. For the coordinator. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { done, languageSchema, nothing, sentenceSchema } from '../values.ts';
import { pdfSchema } from './paper.ts';

const COORDINATOR = ['coordinator'] as const;
const id = z.uuid();

const workstationSchema = z.object({
  id,
  who: z.string(),
  /** The one at which it is asked. */
  isSelf: z.boolean(),
  state: z.enum(['working', 'revoked', 'wiping', 'wiped']),
  stateName: sentenceSchema,
  /** When it was last in contact, written out; null when that can no longer be read. */
  seen: sentenceSchema.nullable(),
  facts: z.array(z.object({ label: sentenceSchema, value: sentenceSchema })),
});
export type WorkstationView = z.infer<typeof workstationSchema>;

export const workstationProcedures = {
  /** Asked from the CRM. Who was in contact last comes first. */
  'workstations.list': query(COORDINATOR, nothing, z.object({ workstations: z.array(workstationSchema) })),
  /** It sends what waits and wipes itself at its next contact; there is no way back once it has read that. */
  'workstations.revoke': command(COORDINATOR, z.object({ id }), done),
  /** For whoever must judge a loss within 72 hours (rules-nl.md P3). Making it is in the log. */
  'workstations.report': query(
    COORDINATOR,
    z.object({ id, language: languageSchema }),
    z.object({ pdf: pdfSchema, text: z.string() }),
  ),
};
