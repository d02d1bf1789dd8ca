/** The location types, financial types and countries of a fresh installation, with the ids they have there. */
export const LOCATION_TYPES: readonly (readonly [number, string])[] = [
  [1, 'Home'],
  [2, 'Work'],
  [3, 'Main'],
  [4, 'Other'],
  [5, 'Billing'],
];

export const FINANCIAL_TYPES: readonly (readonly [number, string])[] = [
  [1, 'Donation'],
  [2, 'Member Dues'],
  [3, 'Campaign Contribution'],
  [4, 'Event Fee'],
];

/** The countries Dutch donors write from; all others can be added as rows. */
export const COUNTRIES: readonly (readonly [number, string, string])[] = [
  [1012, 'Aruba', 'AW'],
  [1014, 'Austria', 'AT'],
  [1020, 'Belgium', 'BE'],
  [1039, 'Canada', 'CA'],
  [1059, 'Denmark', 'DK'],
  [1075, 'Finland', 'FI'],
  [1076, 'France', 'FR'],
  [1082, 'Germany', 'DE'],
  [1102, 'Indonesia', 'ID'],
  [1105, 'Ireland', 'IE'],
  [1107, 'Italy', 'IT'],
  [1126, 'Luxembourg', 'LU'],
  [1146, 'Morocco', 'MA'],
  [1152, 'Netherlands', 'NL'],
  [1161, 'Norway', 'NO'],
  [1172, 'Poland', 'PL'],
  [1173, 'Portugal', 'PT'],
  [1198, 'Spain', 'ES'],
  [1201, 'Suriname', 'SR'],
  [1204, 'Sweden', 'SE'],
  [1205, 'Switzerland', 'CH'],
  [1219, 'Turkey', 'TR'],
  [1226, 'United Kingdom', 'GB'],
  [1228, 'United States', 'US'],
];
