/** Where a value came from; `id` is the record's own number, as every workstation knows it. */
export interface RecordRef {
  readonly kind: 'donor' | 'gift' | 'mandate' | 'call' | 'callback' | 'phone' | 'moment' | 'consent' | 'setting';
  readonly id: number | string;
}
