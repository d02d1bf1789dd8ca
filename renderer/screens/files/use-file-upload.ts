/** Sends a chosen file to the backend piece by piece. What is certainly wrong with it is known after the first. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { FILE_PIECE_BYTES, MOST_FILE_PIECES } from '../../../domain/file-pieces.ts';
import { useClient } from '../../data/client-context.ts';
import { toBase64 } from '../../data/encode-picture.ts';

const MOST_BYTES = MOST_FILE_PIECES * FILE_PIECE_BYTES;
const LONGEST_NAME = 255;

export interface FileSending {
  readonly send: (file: File) => void;
  /** Per cent of the file that is across; null when none is on its way. */
  readonly sent: number | null;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
}

export function useFileUpload(): FileSending {
  const client = useClient();
  const [sent, setSent] = useState(0);
  const [isTooLarge, setTooLarge] = useState(false);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const upload = crypto.randomUUID();
      const pieces = Math.max(1, Math.ceil(file.size / FILE_PIECE_BYTES));
      for (let index = 0; index < pieces; index += 1) {
        const piece = file.slice(index * FILE_PIECE_BYTES, (index + 1) * FILE_PIECE_BYTES);
        // One after the other: each is on the disk before the next is read.
        await client.ask('files.addPiece', {
          upload,
          name: file.name.slice(-LONGEST_NAME),
          index,
          base64: await toBase64(piece),
          isLast: index === pieces - 1,
        });
        setSent(Math.floor(((index + 1) / pieces) * 100));
      }
    },
  });
  return {
    send(file) {
      if (sending.isPending) return;
      setSent(0);
      setTooLarge(file.size > MOST_BYTES);
      if (file.size <= MOST_BYTES) sending.mutate(file);
    },
    sent: sending.isPending ? sent : null,
    isTooLarge,
    error: sending.error,
  };
}
