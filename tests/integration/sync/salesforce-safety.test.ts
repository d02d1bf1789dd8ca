/** Where the tokens of Salesforce may go, and where they never do. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { createSalesforceConnector } from '../../../sync/crm/salesforce/connector.ts';
import { askForTokens } from '../../../sync/crm/salesforce/tokens.ts';
import { signedIn, tokensInMemory } from '../../salesforce/connect.ts';
import { organisation } from '../../support/salesforce-evening.ts';
import { whenDone } from '../../support/when-done.ts';

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  whenDone(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Somebody else's server, and one that sends everybody on to it. */
async function elsewhere() {
  const asked: string[] = [];
  const other = await listen(
    createServer((message, response) => {
      asked.push(message.url ?? '');
      response.end('{}');
    }),
  );
  const redirecting = await listen(
    createServer((message, response) => {
      response.writeHead(307, { Location: other + (message.url ?? '') }).end();
    }),
  );
  return { asked, redirecting };
}

it('a redirect is not followed, by a question nor by a renewal', async () => {
  const org = await organisation();
  const { asked, redirecting } = await elsewhere();
  const tokens = tokensInMemory({ ...org.oauth.signIn(), instanceUrl: redirecting });
  await expect(createSalesforceConnector(signedIn(org, tokens)).identify()).rejects.toMatchObject({ kind: 'busy' });
  const renewal = { grant_type: 'refresh_token', refresh_token: 'secret', client_id: 'x' };
  await expect(askForTokens({ loginUrl: redirecting, clientId: 'x' }, renewal)).rejects.toMatchObject({ kind: 'busy' });
  expect(asked).toEqual([]);
});

const signInAnswering = (instanceUrl: string) =>
  askForTokens(
    {
      loginUrl: 'https://login.salesforce.com',
      clientId: 'x',
      fetch: () => Promise.resolve(Response.json({ access_token: 'a', refresh_token: 'b', instance_url: instanceUrl })),
    },
    { grant_type: 'refresh_token' },
  );

it.each([
  ['https://stichting.my.salesforce.com', 'https://stichting.my.salesforce.com'],
  ['https://stichting.my.salesforce.com/path', 'https://stichting.my.salesforce.com'],
  ['https://eu42.salesforce.com', 'https://eu42.salesforce.com'],
])('a sign-in at Salesforce that answers at %s goes to %s', async (given, instanceUrl) => {
  expect(await signInAnswering(given)).toMatchObject({ instanceUrl });
});

it.each([
  'http://stichting.my.salesforce.com',
  'https://salesforce.com.evil.example',
  'https://evilsalesforce.com',
  'https://evil.example',
  'http://127.0.0.1:1234',
])('a sign-in at Salesforce that answers at %s goes nowhere', async (given) => {
  await expect(signInAnswering(given)).rejects.toMatchObject({ kind: 'busy' });
});

it('another organisation than the one of the profile is refused', async () => {
  const org = await organisation();
  const known = { contactId: 1, name: 'Een andere', hash: 'f'.repeat(32) };
  await expect(createSalesforceConnector({ ...signedIn(org), known }).identify()).rejects.toMatchObject({
    kind: 'refused',
  });
});

it('what is no id of ours never becomes a part of an address', async () => {
  const org = await organisation();
  const { claims } = createSalesforceConnector(signedIn(org));
  for (const id of ['../Contact', 'x?updateOnly=false', '']) {
    await expect(claims!.end({ id, crmId: 1 })).rejects.toThrow('not an id');
  }
});
