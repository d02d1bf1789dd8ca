/** Sends a chosen file to the backend piece by piece. What is certainly wrong with it is known after the first. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toBase64 } from './encode-picture.ts';

export interface Sending {
  readonly send: (file: File) => void;
  /** Per cent of the file that is across; null when none is on its way. */
  readonly sent: number | null;
  readonly isTooLarge: boolean;
  readonly error: Error | null;
}

export interface Piece {
  /** The same for all pieces of a file. */
  readonly upload: string;
  readonly index: number;
  readonly base64: string;
  readonly isLast: boolean;
}

interface Pieces {
  readonly bytes: number;
  /** A file of more is not begun with. */
  readonly most: number;
  /** @returns when the backend has it on the disk */
  readonly sendPiece: (piece: Piece, file: File) => Promise<unknown>;
}

export function useUploadInPieces({ bytes, most, sendPiece }: Pieces): Sending {
  const [sent, setSent] = useState(0);
  const [isTooLarge, setTooLarge] = useState(false);
  const sending = useMutation({
    mutationFn: async (file: File) => {
      const upload = crypto.randomUUID();
      const pieces = Math.max(1, Math.ceil(file.size / bytes));
      for (let index = 0; index < pieces; index += 1) {
        const base64 = await toBase64(file.slice(index * bytes, (index + 1) * bytes));
        // One after the other: each is on the disk before the next is read.
        await sendPiece({ upload, index, base64, isLast: index === pieces - 1 }, file);
        setSent(Math.floor(((index + 1) / pieces) * 100));
      }
    },
  });
  return {
    send(file) {
      if (sending.isPending) return;
      setSent(0);
      const fits = file.size <= most * bytes;
      setTooLarge(!fits);
      if (fits) sending.mutate(file);
    },
    sent: sending.isPending ? sent : null,
    isTooLarge,
    error: sending.error,
  };
}
