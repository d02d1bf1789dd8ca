/** Sends a file to be imported to the backend. */
import { FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../../domain/file-pieces.ts';
import { useClient } from '../../data/client-context.ts';
import { useUploadInPieces, type Sending } from '../../data/use-upload-in-pieces.ts';

const LONGEST_NAME = 255;

export function useFileUpload(): Sending {
  const client = useClient();
  return useUploadInPieces({
    bytes: FILE_PIECE_BYTES,
    most: MOST_FILE_PIECES,
    sendPiece: (piece, file) => client.ask('files.addPiece', { ...piece, name: file.name.slice(-LONGEST_NAME) }),
  });
}
