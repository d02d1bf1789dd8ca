/** Kinds of records that a value can be seen in. */
export const RECORD_KINDS = [
  'donor',
  'gift',
  'mandate',
  'call',
  'callback',
  'phone',
  'moment',
  'consent',
  'setting',
  'action',
] as const;

/** Where a value came from; `id` is the record's own number, as every workstation knows it. */
export interface RecordRef {
  readonly kind: (typeof RECORD_KINDS)[number];
  readonly id: number | string;
}
