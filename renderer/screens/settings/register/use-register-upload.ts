/** Sends a register of postcodes to the backend. */
import { MOST_REGISTER_PIECES, REGISTER_PIECE_BYTES } from '../../../../contract/procedures/postcodes.ts';
import { useClient } from '../../../data/client-context.ts';
import { useUploadInPieces, type Sending } from '../../../data/use-upload-in-pieces.ts';

export function useRegisterUpload(): Sending {
  const client = useClient();
  return useUploadInPieces({
    bytes: REGISTER_PIECE_BYTES,
    most: MOST_REGISTER_PIECES,
    sendPiece: (piece) => client.ask('postcodes.addPiece', piece),
  });
}
