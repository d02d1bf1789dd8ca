/** Everything that this workstation holds about one donor, to hand to that donor: to read, and for a machine. */
import { z } from 'zod';
import { query } from '../procedure.ts';
import { languageSchema } from '../values.ts';
import { pdfSchema } from './paper.ts';

const COORDINATOR = ['coordinator'] as const;

export const donorExportProcedures = {
  'export.paper': query(COORDINATOR, z.object({ donorId: z.int(), language: languageSchema }), pdfSchema),
  /** Its shape is `donorExportSchema` in domain/privacy, also as docs/donor-export.schema.json. */
  'export.file': query(
    COORDINATOR,
    z.object({ donorId: z.int() }),
    z.object({ fileName: z.string(), json: z.string() }),
  ),
};
