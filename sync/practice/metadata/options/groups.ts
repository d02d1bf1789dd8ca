import { ACTIVITY_TYPES } from './activity-types.ts';
import type { SeedGroup, SeedOption } from './seed.ts';

/** Options whose ids nobody refers to get ids of their own, out of the way of the others. */
function numbered(first: number, ...names: readonly string[]): readonly SeedOption[] {
  return names.map((name, index) => [first + index, String(index + 1), name]);
}

function group(name: string, title: string, options: readonly SeedOption[]): SeedGroup {
  return { name, title, options };
}

const LANGUAGES = ['nl_NL', 'en_US', 'en_GB', 'de_DE', 'fr_FR', 'fy_NL', 'tr_TR', 'ar_EG', 'pl_PL', 'es_ES'];

/**
 * The option groups that the fields choose from. The ids and values are those of a fresh installation where the measured
 * answers show them, so that numbers mean the same here as there.
 */
export const OPTION_GROUPS: readonly SeedGroup[] = [
  group('preferred_communication_method', 'Preferred Communication Method', [
    ...numbered(1, 'Phone', 'Email', 'Postal Mail', 'SMS', 'Fax'),
  ]),
  group('activity_type', 'Activity Type', ACTIVITY_TYPES),
  group('gender', 'Gender', numbered(59, 'Female', 'Male', 'Other')),
  group('individual_prefix', 'Individual contact prefixes', numbered(70, 'Mrs.', 'Ms.', 'Mr.', 'Dr.')),
  group(
    'individual_suffix',
    'Individual contact suffixes',
    numbered(74, 'Jr.', 'Sr.', 'II', 'III', 'IV', 'V', 'VI', 'VII'),
  ),
  group('payment_instrument', 'Payment Methods', [
    [90, '1', 'Credit Card'],
    [91, '2', 'Debit Card'],
    [92, '3', 'Cash'],
    [93, '4', 'Check'],
    [94, '5', 'EFT'],
  ]),
  group('contribution_status', 'Contribution Status', [
    [95, '1', 'Completed'],
    [96, '2', 'Pending'],
    [97, '3', 'Cancelled'],
    [98, '4', 'Failed'],
    [99, '7', 'Refunded'],
    [100, '8', 'Partially paid'],
    [101, '9', 'Pending refund'],
    [102, '10', 'Chargeback'],
    [103, '11', 'Template'],
  ]),
  group('phone_type', 'Phone Type', numbered(110, 'Phone', 'Mobile', 'Fax', 'Pager', 'Voicemail')),
  group('activity_status', 'Activity Status', [
    [207, '1', 'Scheduled'],
    [208, '2', 'Completed'],
    [209, '3', 'Cancelled'],
    [210, '4', 'Left Message'],
    [211, '5', 'Unreachable'],
    [212, '6', 'Not Required'],
    [213, '7', 'Available'],
    [214, '8', 'No_show', 'No-show'],
  ]),
  group('priority', 'Priority', numbered(230, 'Urgent', 'Normal', 'Low')),
  group('encounter_medium', 'Encounter Medium', [
    [240, '1', 'in_person', 'In Person'],
    [241, '2', 'phone', 'Phone'],
    [242, '3', 'email', 'Email'],
    [243, '4', 'fax', 'Fax'],
    [244, '5', 'letter_mail', 'Letter Mail'],
  ]),
  group('engagement_index', 'Engagement Index', numbered(250, '1', '2', '3', '4', '5')),
  group('group_type', 'Group Type', numbered(260, 'Access Control', 'Mailing List')),
  group('communication_style', 'Communication Style', [
    [270, '1', 'formal', 'Formal'],
    [271, '2', 'familiar', 'Familiar'],
  ]),
  group(
    'email_greeting',
    'Email Greeting Type',
    numbered(280, 'first_name', 'prefix_full_name', 'prefix_last_name', 'customized', 'household_name'),
  ),
  group(
    'postal_greeting',
    'Postal Greeting Type',
    numbered(290, 'first_name', 'prefix_full_name', 'prefix_last_name', 'customized', 'household_name'),
  ),
  group('addressee', 'Addressee Type', numbered(300, 'full_name', 'household_name', 'organization_name', 'customized')),
  group('recur_frequency_units', 'Recurring Frequency Units', [
    [310, 'day', 'day'],
    [311, 'week', 'week'],
    [312, 'month', 'month'],
    [313, 'year', 'year'],
  ]),
  group(
    'languages',
    'List of Languages',
    LANGUAGES.map((name, index) => [400 + index, name.slice(0, 2), name] as const),
  ),
  group('contribution_recur_status', 'Recurring Contribution Status', [
    [587, '1', 'Completed'],
    [588, '2', 'Pending'],
    [589, '3', 'Cancelled'],
    [590, '4', 'Failed'],
    [591, '5', 'In Progress'],
    [592, '6', 'Overdue'],
    [593, '7', 'Processing'],
    [594, '8', 'Failing'],
  ]),
];

/** The highest id of an option above; what is added later comes after it. */
export const LAST_OPTION_ID = 999;
