/** The practice evening: invented donors in a profile and a CRM of their own, beside whatever the workstation is for. */
import { z } from 'zod';
import { OBJECTION_ANSWERS } from '../../domain/operation.ts';
import { OUTCOME_IDS } from '../../domain/outcome.ts';
import { SITUATION_IDS } from '../../domain/practice/situation.ts';
import { ROLES } from '../../domain/role.ts';
import { command, query } from '../procedure.ts';
import { done, instantSchema, nothing } from '../values.ts';

const situationSchema = z.object({
  id: z.enum(SITUATION_IDS),
  donorId: z.int(),
  callItemId: z.int().nullable(),
  isBegun: z.boolean(),
  objectionAnswer: z.enum(OBJECTION_ANSWERS).nullable(),
  checked: z.int(),
  complaints: z.int(),
  outcome: z.enum(OUTCOME_IDS).nullable(),
  finishedAt: instantSchema.nullable(),
  hasUndone: z.boolean(),
});

export const practiceProcedures = {
  'practice.state': query(
    ROLES,
    nothing,
    z.object({
      /** Whether there is a practice evening on this workstation. */
      isAvailable: z.boolean(),
      /** Somebody who has neither called nor practised here, and did not say that it is not needed. */
      isInvited: z.boolean(),
    }),
  ),
  /** Makes the practice evening ready, or goes on with the one that was begun; the window then asks there. */
  'practice.begin': command(ROLES, z.object({ anew: z.boolean() }), done),
  /** "Not needed": nobody is invited a second time. */
  'practice.decline': command(ROLES, nothing, done),
  /** What was done in the practice calls. Asked of the practice evening itself; elsewhere there are none. */
  'practice.progress': query(ROLES, nothing, z.object({ situations: z.array(situationSchema) })),
  /** The window goes back to the workstation's own work. What was practised stays, to go on with. */
  'practice.leave': command(ROLES, nothing, done),
};
