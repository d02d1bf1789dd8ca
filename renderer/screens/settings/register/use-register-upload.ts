/** Sends a chosen file to the backend piece by piece. What is wrong with it is known after the first. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { MOST_REGISTER_PIECES, REGISTER_PIECE_BYTES } from '../../../../contract/procedures/postcodes.ts';
import { useClient } from '../../../data/client-context.ts';
import { toBase64 } from '../../../data/encode-picture.ts';

const MOST_BYTES = MOST_REGISTER_PIECES * REGISTER_PIECE_BYTES;

export interface RegisterSending {
  readonly send: (file: File) => void;
  /** Per cent of the file that is across; null when none is on its way. */
  readonly sent: number | null;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
}

export function useRegisterUpload(): RegisterSending {
  const client = useClient();
  const [sent, setSent] = useState(0);
  const [isTooLarge, setTooLarge] = useState(false);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const upload = crypto.randomUUID();
      const pieces = Math.max(1, Math.ceil(file.size / REGISTER_PIECE_BYTES));
      for (let index = 0; index < pieces; index += 1) {
        const piece = file.slice(index * REGISTER_PIECE_BYTES, (index + 1) * REGISTER_PIECE_BYTES);
        // One after the other: each is checked and on the disk before the next is read.
        await client.ask('postcodes.addPiece', {
          upload,
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
