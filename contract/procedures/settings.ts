/** The settings of the programmes: what they are, what a change would do to today's list, saving, and taking back. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { instantSchema, laneSchema, nothing, programmeSchema, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

/** Values by section and field, as they were typed; each is checked against its field, and refused in words. */
const changeSchema = z.record(z.string().max(40), z.record(z.string().max(40), z.unknown()));

const valueSchema = z.union([z.number(), z.boolean(), z.string(), z.array(z.string()), z.null()]);

const fieldSchema = z.object({
  id: z.string(),
  name: sentenceSchema,
  kind: z.enum(['number', 'optional-number', 'switch', 'choice', 'several']),
  /** For a number. */
  unit: z.enum(['days', 'hours', 'cents', 'times', 'percent', 'rank', 'years', 'months']).nullable(),
  minimum: z.int().nullable(),
  maximum: z.int().nullable(),
  /** For a choice; each with its name. */
  options: z.array(z.object({ id: z.string(), name: sentenceSchema })),
  value: valueSchema,
  standard: valueSchema,
  standardText: sentenceSchema,
  /** The value as people read it. */
  text: sentenceSchema,
});

const versionSchema = z.object({
  number: z.int(),
  at: instantSchema,
  by: z.string(),
  /** What was different from the version before, one line each. */
  changes: z.array(sentenceSchema),
  /** The version that it took back. */
  undoes: z.int().nullable(),
});

export const programmeSettingsViewSchema = z.object({
  /** The version that holds; null while nobody has changed anything. Saving names it. */
  version: z.int().nullable(),
  sections: z.array(
    z.object({
      id: z.string(),
      name: sentenceSchema,
      /** What it is for, in one line. */
      purpose: sentenceSchema.nullable(),
      group: z.enum(['call', 'task', 'general']),
      fields: z.array(fieldSchema),
    }),
  ),
  /** Newest first. */
  history: z.array(versionSchema),
});

const previewLineSchema = z.object({
  donorId: z.int(),
  name: z.string(),
  lane: laneSchema,
  programme: programmeSchema,
  why: sentenceSchema,
});

const refusalSchema = z.object({ section: z.string(), field: z.string(), sentence: sentenceSchema });

const previewSchema = z.discriminatedUnion('isPossible', [
  z.object({
    isPossible: z.literal(true),
    /** The version that it was made on. */
    version: z.int().nullable(),
    changes: z.array(sentenceSchema),
    lanes: z.array(z.object({ lane: laneSchema, before: z.int(), after: z.int() })),
    comes: z.array(previewLineSchema),
    goes: z.array(previewLineSchema),
    /** Donors who could come besides, and whose details are fetched first: they are not on this workstation. */
    notHere: z.int(),
  }),
  /** Everything that is wrong with the change, by field. */
  z.object({ isPossible: z.literal(false), refusals: z.array(refusalSchema) }),
]);

export const settingsProcedures = {
  'settings.programmes': query(COORDINATOR, nothing, programmeSettingsViewSchema),
  'settings.previewProgrammes': query(COORDINATOR, z.object({ change: changeSchema }), previewSchema),
  /** Answers `refused` for what cannot be, and `out-of-date` when somebody saved since `version`. */
  'settings.saveProgrammes': command(
    COORDINATOR,
    z.object({ change: changeSchema, version: z.int().nullable() }),
    z.object({ version: z.int() }),
  ),
  /** Takes the last change back, as a new version; both stay in the history. Taking that back brings it again. */
  'settings.undoProgrammes': command(COORDINATOR, z.object({ version: z.int() }), z.object({ version: z.int() })),
};
