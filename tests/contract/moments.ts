/** What a CRM must do for a moment that is no call: there once, findable, no conversation, and cancelled when taken back. */
import { describe, expect, it } from 'vitest';
import type { MomentOperation } from '../../domain/operation.ts';
import type { OutgoingOperation } from '../../sync/connector.ts';
import { statusFor } from '../../sync/crm/civicrm/call-statuses.ts';
import { createCiviCrmConnector } from '../../sync/crm/civicrm/connector.ts';
import { callApi, type CiviCrmSite } from '../../sync/crm/civicrm/http.ts';
import { outgoing, sendLosingAnswer, undoOf } from './operations.ts';
import type { OwnContacts } from './own-contacts.ts';

function answer(donorCrmId: number, details: Partial<MomentOperation> = {}): OutgoingOperation {
  return outgoing(donorCrmId, {
    kind: 'moment',
    at: '2026-07-01T12:34:56.000Z',
    what: 'answer',
    channel: 'email',
    subject: 'Antwoord op een vraag',
    text: 'Ja, <b>dat</b> kan.',
    answers: { kind: 'question', text: 'Kan het ook per jaar?' },
    ...details,
  });
}

/** @param reach the site and the contacts of this run, ready before the first test */
export function describeMoments(reach: () => { readonly site: CiviCrmSite; readonly own: OwnContacts }): void {
  const activitiesOf = async (contactId: number): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const { values } = await callApi(reach().site, 'Activity', 'get', {
      select: ['id', 'activity_type_id:name', 'status_id:name', 'subject', 'details'],
      where: [['target_contact_id', '=', contactId]],
      orderBy: { id: 'ASC' },
      limit: 20,
    });
    return values as readonly Readonly<Record<string, unknown>>[];
  };

  describe('a moment', () => {
    it.each([
      ['email', 'Email'],
      ['post', 'Print PDF Letter'],
    ] as const)(
      'by %s arrives once as its own type, its text escaped, also when the answer was lost',
      async (channel, type) => {
        const { site, own } = reach();
        const id = await own.make();
        const sent = answer(id, { channel });
        const applied = await sendLosingAnswer(site, sent);
        expect(applied).toMatchObject({ kind: 'applied', reference: expect.stringMatching(/^\d+$/) });
        expect(await createCiviCrmConnector(site).send({ ...sent, wasTried: true })).toEqual(applied);
        const found = await activitiesOf(id);
        expect(found).toMatchObject([
          {
            'activity_type_id:name': type,
            'status_id:name': statusFor('conversation', site.statuses),
            subject: `Antwoord op een vraag [Dankbel-moment answer ${sent.id}]`,
          },
        ]);
        expect(String(found[0]?.['details'])).toContain('Ja, &lt;b&gt;dat&lt;/b&gt; kan.');
        expect(String(found[0]?.['details'])).toContain('Vraag: Kan het ook per jaar?');
      },
    );

    it('by phone is no call: nobody takes it for a conversation of a programme', async () => {
      const { site, own } = reach();
      const id = await own.make();
      await createCiviCrmConnector(site).send(answer(id, { channel: 'phone' }));
      expect(await own.callsWith(id)).toEqual([]);
      expect(await activitiesOf(id)).toHaveLength(1);
    });

    it('that is taken back stays, cancelled', async () => {
      const { site, own } = reach();
      const id = await own.make();
      const sent = answer(id);
      await sendLosingAnswer(site, undoOf(sent, await createCiviCrmConnector(site).send(sent)));
      expect(await activitiesOf(id)).toMatchObject([
        { 'status_id:name': statusFor('undone', site.statuses), subject: expect.stringContaining('Teruggedraaid') },
      ]);
    });
  });
}
