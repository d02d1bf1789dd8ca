/** Has a file made, fetches it piece by piece, and gives it to the person under its name. */
import { useMutation } from '@tanstack/react-query';
import type { InputOf, OutputOf } from '../../../contract/index.ts';
import { useClient } from '../../data/client-context.ts';
import { useLanguage } from '../../i18n/use-sentence.ts';

type Order = Omit<InputOf<'files.export'>, 'language'>;

const TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
} as const;
const FORGET_AFTER_MILLISECONDS = 60_000;

export interface Fetching {
  readonly fetchFile: (order: Order) => void;
  readonly isBusy: boolean;
  /** The file that was handed out last. */
  readonly made: OutputOf<'files.export'> | null;
  readonly error: Error | null;
}

export function useFetchFile(): Fetching {
  const client = useClient();
  const language = useLanguage();
  const fetching = useMutation({
    mutationFn: async (order: Order) => {
      const made = await client.ask('files.export', { ...order, language });
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let index = 0; index < made.pieces; index += 1) {
        const { base64 } = await client.ask('files.exportPiece', { id: made.id, index });
        parts.push(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
      }
      const address = URL.createObjectURL(new Blob(parts, { type: TYPES[order.format] }));
      const anchor = document.createElement('a');
      anchor.href = address;
      anchor.download = made.fileName;
      anchor.click();
      setTimeout(() => URL.revokeObjectURL(address), FORGET_AFTER_MILLISECONDS);
      return made;
    },
  });
  return {
    fetchFile: (order) => fetching.mutate(order),
    isBusy: fetching.isPending,
    made: fetching.data ?? null,
    error: fetching.error,
  };
}
