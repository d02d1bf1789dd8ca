/** The workstations of the organisation, in English. */
import type { Catalogue } from './nl.ts';

export const WORKSTATIONS: Catalogue['workstations'] = {
  title: 'Workstations',
  intro:
    'Every workstation tells the CRM of itself: since when it holds data, how much and of which kinds, and how it is protected. Nothing of any donor is there.',
  none: 'No workstation has told of itself yet. That happens at the next contact with the CRM.',
  self: 'this one',
  seen: 'Last contact {{when}}',
  unreadable: 'The text in the CRM can no longer be read',
  lost: 'Lost or stolen?',
  revokeText:
    'Revoke the workstation. At its next contact it sends what was waiting, and then wipes itself completely. There is no way back.',
  revoke: 'Revoke this workstation',
  sure: 'Everything on the workstation of {{who}} is wiped as soon as it is in contact. Are you sure?',
  sureSelf: 'This is the workstation at which you are now. Everything here is wiped at the next contact. Are you sure?',
  revokeYes: 'Yes, revoke and wipe',
  revokeNo: 'No, leave it',
  after: {
    revoked: 'Revoked. As soon as the workstation is in contact it wipes itself; it will say so here.',
    wiping: 'The workstation is wiping itself.',
    wiped: 'The workstation has wiped everything.',
  },
  reportTitle: 'Report for the GDPR',
  reportText:
    'What was on it, since when, how it was protected, and whether it was wiped. For the data-protection officer, who must decide about a notification within 72 hours.',
  report: 'Save the report',
  reportSaved: 'The report was saved, as PDF.',
};
