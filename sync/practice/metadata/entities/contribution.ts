import { choice, dateTime, flag, identity, integer, longText, money, reference, text, timestamp } from '../field.ts';
import type { EntityBuilder, EntityPermissions } from '../entity.ts';
import type { FieldSpec } from '../field.ts';

const PERMISSIONS: EntityPermissions = {
  get: ['access CiviCRM', 'access CiviContribute'],
  delete: ['access CiviCRM', 'access CiviContribute', 'delete in CiviContribute'],
  default: ['access CiviCRM', 'access CiviContribute', 'edit contributions'],
};

export const CURRENCIES = [
  { id: 'EUR', name: 'EUR', label: 'Euro' },
  { id: 'GBP', name: 'GBP', label: 'British Pound' },
  { id: 'USD', name: 'USD', label: 'US Dollar' },
];

const owner = reference('contact_id', 'Contact', { required: true, notNull: true, onDelete: 'CASCADE' });
const currency = text('currency', 3, { options: { kind: 'fixed', options: CURRENCIES } });

function financialType(required: boolean): FieldSpec {
  return reference('financial_type_id', 'FinancialType', {
    required,
    options: { kind: 'table', table: 'financial_type', name: 'name', label: 'label' },
  });
}

/** The campaign of a gift, a mandate or an activity. */
export function campaign(): FieldSpec {
  return reference('campaign_id', 'Campaign', {
    options: { kind: 'table', table: 'campaign', name: 'name', label: 'title' },
  });
}

/** These two columns came with 6.9: older servers can only be pulled by id (civicrm-api4.md §4). */
const STAMPS: readonly FieldSpec[] = [
  timestamp('created_date', { readOnly: true, supplied: 'now' }),
  timestamp('modified_date', { readOnly: true, supplied: 'now' }),
];

export const contribution: EntityBuilder = (version) => ({
  name: 'Contribution',
  table: 'contribution',
  fields: [
    identity(),
    owner,
    financialType(true),
    integer('contribution_page_id'),
    choice('payment_instrument_id', 'payment_instrument'),
    dateTime('receive_date', { supplied: 'now' }),
    money('non_deductible_amount', { initial: 0 }),
    money('total_amount', { required: true, notNull: true }),
    money('fee_amount'),
    money('net_amount', { readOnly: true }),
    text('trxn_id', 255, { readOnly: true }),
    text('invoice_id', 255, { readOnly: true }),
    text('invoice_number', 255),
    currency,
    dateTime('cancel_date'),
    longText('cancel_reason'),
    dateTime('receipt_date'),
    dateTime('thankyou_date'),
    text('source', 255),
    longText('amount_level'),
    reference('contribution_recur_id', 'ContributionRecur', { readOnly: true }),
    flag('is_test', { hidden: true }),
    flag('is_pay_later'),
    choice('contribution_status_id', 'contribution_status', { initial: 1 }),
    reference('address_id', 'Address'),
    text('check_number', 255),
    campaign(),
    text('creditnote_id', 255),
    money('tax_amount', { notNull: true, initial: 0 }),
    dateTime('revenue_recognition_date'),
    flag('is_template', { hidden: true, readOnly: true }),
    ...(version === '5.77' ? [] : STAMPS),
  ],
  unique: [['trxn_id'], ['invoice_id']],
  indexed: [
    ['contact_id'],
    ['receive_date'],
    ['contribution_recur_id'],
    ['contribution_status_id'],
    ...(version === '5.77' ? [] : [['modified_date']]),
  ],
  permissions: PERMISSIONS,
  owner: 'contact_id',
  deletesWithNumber: true,
  extendedAs: ['Contribution'],
});

export const contributionRecur: EntityBuilder = () => ({
  name: 'ContributionRecur',
  table: 'contribution_recur',
  fields: [
    identity(),
    owner,
    money('amount', { required: true, notNull: true }),
    currency,
    text('frequency_unit', 8, {
      initial: 'month',
      options: { kind: 'group', group: 'recur_frequency_units', key: 'name' },
    }),
    integer('frequency_interval', { notNull: true, initial: 1 }),
    integer('installments'),
    dateTime('start_date', { supplied: 'now' }),
    dateTime('create_date', { supplied: 'now' }),
    timestamp('modified_date', { readOnly: true, supplied: 'now' }),
    dateTime('cancel_date'),
    longText('cancel_reason'),
    dateTime('end_date'),
    text('processor_id', 255),
    integer('payment_token_id'),
    text('trxn_id', 255),
    text('invoice_id', 255),
    choice('contribution_status_id', 'contribution_recur_status', { initial: 2 }),
    flag('is_test', { hidden: true }),
    integer('cycle_day', { notNull: true, initial: 1 }),
    dateTime('next_sched_contribution_date'),
    integer('failure_count', { initial: 0 }),
    dateTime('failure_retry_date'),
    flag('auto_renew'),
    integer('payment_processor_id'),
    financialType(false),
    choice('payment_instrument_id', 'payment_instrument'),
    campaign(),
    flag('is_email_receipt', { initial: 1 }),
  ],
  unique: [['trxn_id'], ['invoice_id']],
  indexed: [['contact_id'], ['modified_date']],
  permissions: PERMISSIONS,
  owner: 'contact_id',
  extendedAs: ['ContributionRecur'],
});
