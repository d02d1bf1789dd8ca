/** The register of postcodes: what is known, and the pieces of a file that a coordinator chose. */
import { noteAudit } from '../../../db/queries/audit.ts';
import { countPostcodes } from '../../../db/queries/postcodes.ts';
import type { Handler } from '../dispatcher.ts';

export const getState: Handler<'postcodes.state'> = async ({ store, register }) => ({
  ...register.state(),
  postcodes: await countPostcodes(store.reader),
});

export const addPiece: Handler<'postcodes.addPiece'> = async ({ store, register, person, now }, piece) => {
  await register.add(piece);
  if (piece.isLast) {
    await store.write((writer) =>
      noteAudit(writer, { at: now(), personId: person.id, action: 'postcodes', subject: piece.upload }),
    );
  }
  return {};
};
