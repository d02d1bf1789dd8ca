/** The register of postcodes: loaded by a coordinator from a file, a piece at a time, while everything else goes on. */
import { z } from 'zod';
import { command, query } from '../procedure.ts';
import { done, nothing, sentenceSchema } from '../values.ts';

const COORDINATOR = ['coordinator'] as const;

/** What a piece of the file holds at most, before it is written as text. */
export const REGISTER_PIECE_BYTES = 512 * 1024;
/** A gigabyte: the whole country, a house number a row, is half of it. */
export const MOST_REGISTER_PIECES = 2_048;
const BASE64_OF_PIECE = Math.ceil(REGISTER_PIECE_BYTES / 3) * 4;

export const postcodeProcedures = {
  'postcodes.state': query(
    COORDINATOR,
    nothing,
    z.object({
      /** Postcodes that are known now. */
      postcodes: z.int(),
      /** The file is here and is being read; so many rows until now. Null when it is not. */
      reading: z.object({ rows: z.int() }).nullable(),
      /** What came of the file that was loaded last since Dankbel was opened. */
      loaded: z.object({ rows: z.int(), leftOut: z.int() }).nullable(),
      refusal: sentenceSchema.nullable(),
    }),
  ),
  /** Answers `refused` at the first piece when the columns are not there. After the last one the file is read. */
  'postcodes.addPiece': command(
    COORDINATOR,
    z.object({
      upload: z.uuid(),
      index: z
        .int()
        .min(0)
        .max(MOST_REGISTER_PIECES - 1),
      base64: z.base64().max(BASE64_OF_PIECE),
      isLast: z.boolean(),
    }),
    done,
  ),
};
