/** What people paste, as the addresses at which a site's API may be. */
import { describe, expect, it } from 'vitest';
import { endpointOf, siteAddresses } from '../../../sync/crm/civicrm/site-address.ts';

const QUERY = '/?civiwp=CiviCRM&q=';

describe('an address', () => {
  it.each([
    ['https://crm.voorbeeld.nl', 'https://crm.voorbeeld.nl'],
    [' https://crm.voorbeeld.nl/ \n', 'https://crm.voorbeeld.nl'],
    ['<https://crm.voorbeeld.nl>', 'https://crm.voorbeeld.nl'],
    ['crm.voorbeeld.nl', 'https://crm.voorbeeld.nl'],
    ['HTTPS://CRM.Voorbeeld.NL', 'https://crm.voorbeeld.nl'],
    ['crm.voorbeeld.nl:8443', 'https://crm.voorbeeld.nl:8443'],
    ['https://voorbeeld.nl/civicrm', 'https://voorbeeld.nl'],
    ['https://voorbeeld.nl/civicrm/dashboard?reset=1', 'https://voorbeeld.nl'],
    ['https://voorbeeld.nl/wordpress/civicrm/contact/search?reset=1', 'https://voorbeeld.nl/wordpress'],
    ['https://voorbeeld.nl/wp-admin/admin.php?page=CiviCRM', 'https://voorbeeld.nl'],
    ['https://voorbeeld.nl/nl/user/login#main', 'https://voorbeeld.nl/nl'],
    ['https://voorbeeld.nl/?civiwp=CiviCRM&q=civicrm%2Fdashboard', `https://voorbeeld.nl${QUERY}`],
    ['https://voorbeeld.nl/wp/?civiwp=CiviCRM', `https://voorbeeld.nl/wp${QUERY}`],
    [
      'https://voorbeeld.nl/administrator/index.php?option=com_civicrm&task=civicrm/dashboard',
      'https://voorbeeld.nl/administrator/index.php?option=com_civicrm&task=',
    ],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['localhost:8080/civicrm', 'http://localhost:8080'],
    ['http://crm.voorbeeld.nl', 'https://crm.voorbeeld.nl'],
  ])('pasted as %j is first tried as %j', (pasted, first) => {
    expect(siteAddresses(pasted).addresses[0]).toBe(first);
  });

  it('is tried in every folder above it, then in the query', () => {
    expect(siteAddresses('https://voorbeeld.nl/leden/crm/').addresses).toEqual([
      'https://voorbeeld.nl/leden/crm',
      'https://voorbeeld.nl/leden',
      'https://voorbeeld.nl',
      `https://voorbeeld.nl/leden/crm${QUERY}`,
      `https://voorbeeld.nl/leden${QUERY}`,
      `https://voorbeeld.nl${QUERY}`,
    ]);
  });

  it.each([
    'https://jan:geheim@voorbeeld.nl',
    'niet een adres',
    'ftp://voorbeeld.nl',
    'file:///etc/passwd',
    'https://',
    '',
  ])('%j is none', (pasted) => {
    expect(siteAddresses(pasted).addresses).toEqual([]);
  });

  it('of another computer is tried unencrypted only when somebody said so', () => {
    const encrypted = siteAddresses('http://crm.voorbeeld.nl');
    expect(encrypted.wasPlainHttp).toBe(true);
    expect(encrypted.addresses.every((address) => address.startsWith('https://'))).toBe(true);
    expect(siteAddresses('http://crm.voorbeeld.nl', true).addresses).toContain('http://crm.voorbeeld.nl');
    expect(siteAddresses('http://localhost').wasPlainHttp).toBe(false);
  });

  it('has its pages behind a path, or in the query', () => {
    expect(endpointOf('https://voorbeeld.nl/wp', '/civicrm/authx/id')).toBe('https://voorbeeld.nl/wp/civicrm/authx/id');
    expect(endpointOf(`https://voorbeeld.nl${QUERY}`, '/civicrm/authx/id')).toBe(
      'https://voorbeeld.nl/?civiwp=CiviCRM&q=civicrm/authx/id',
    );
  });
});
