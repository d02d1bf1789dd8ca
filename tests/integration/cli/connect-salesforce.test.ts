/** Signing in to Salesforce: by a browser that comes back, and by nobody and nothing else. */
import { get } from 'node:http';
import { describe, expect, it } from 'vitest';
import { CALLBACK_PATH } from '../../../domain/salesforce/callback.ts';
import { loginAddress } from '../../../electron/backend/salesforce/login-address.ts';
import { beginSignIn, type SignIn } from '../../../electron/backend/salesforce/sign-in.ts';
import { browse, freePort, here } from '../../salesforce/browser.ts';
import { startSalesforce, type SalesforceStandIn } from '../../salesforce/stand-in.ts';
import { whenDone } from '../../support/when-done.ts';

async function begin(): Promise<{ org: SalesforceStandIn; signIn: SignIn; port: number }> {
  const org = await startSalesforce();
  whenDone(() => org.stop());
  const port = await freePort();
  org.oauth.redirectUris.add(`http://localhost:${port}${CALLBACK_PATH}`);
  const signIn = await beginSignIn({ loginUrl: org.url, clientId: org.oauth.clientId, ports: [port] });
  whenDone(() => {
    signIn.cancel();
    return Promise.resolve();
  });
  return { org, signIn, port };
}

describe('signing in', () => {
  it('comes back with tokens that open the API, and the door is closed', async () => {
    const { org, signIn } = await begin();
    const { location } = await browse(signIn.address);
    expect((await browse(here(location))).status).toBe(200);
    const tokens = await signIn.tokens;
    expect(tokens.instanceUrl).toBe(org.url);
    expect(org.oauth.isSignedIn(tokens.accessToken)).toBe(true);
    await expect(fetch(here(location))).rejects.toThrow('fetch failed');
  });

  it('sends no secret, and a challenge that only this computer can answer', async () => {
    const { org, signIn } = await begin();
    const query = new URL(signIn.address).searchParams;
    expect(query.get('code_challenge_method')).toBe('S256');
    expect(query.get('code_challenge')).toMatch(/^[\w-]{43}$/);
    const { location } = await browse(signIn.address);
    const code = new URL(location ?? '').searchParams.get('code') ?? '';
    const form = {
      grant_type: 'authorization_code',
      code,
      client_id: org.oauth.clientId,
      redirect_uri: query.get('redirect_uri') ?? '',
      code_verifier: 'x'.repeat(64),
    };
    const stolen = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: new URLSearchParams(form) });
    expect(stolen.status).toBe(400);
  });

  it('takes no answer with another state, another path or another name of this computer', async () => {
    const { signIn, port } = await begin();
    const answer = new URL(here((await browse(signIn.address)).location));
    const forged = new URL(answer);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect((await browse(forged.href)).status).toBe(400);
    expect((await browse(`http://127.0.0.1:${port}/other${answer.search}`)).status).toBe(404);
    expect((await browse(answer.href)).status).toBe(200);
    await expect(signIn.tokens).resolves.toMatchObject({ accessToken: expect.any(String) });
  });

  it('listens on this computer alone, and to its own names alone', async () => {
    const { signIn, port } = await begin();
    const answer = new URL(here((await browse(signIn.address)).location));
    await expect(fetch(answer.href.replace('127.0.0.1', '127.0.0.2'))).rejects.toThrow('fetch failed');
    const statusAs = (host: string): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        get(answer, { headers: { host } }, (response) => resolve(response.resume().statusCode)).once('error', reject);
      });
    expect(await statusAs('elders.example')).toBe(404);
    expect(await statusAs(`localhost:${port + 1}`)).toBe(404);
    expect(await statusAs(`localhost:${port}`)).toBe(200);
  });

  it('shows a page that holds nothing of the question and may do nothing', async () => {
    const { org, signIn } = await begin();
    org.oauth.isDenied = true;
    const answer = new URL(here((await browse(signIn.address)).location));
    answer.searchParams.set('error_description', '<script>alert(1)</script>');
    const response = await fetch(answer);
    const page = await response.text();
    expect(page).toContain('Niet ingelogd');
    expect(page).not.toContain('alert');
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[\w+/]+='; /,
    );
    await expect(signIn.tokens).rejects.toMatchObject({ kind: 'refused' });
  });

  it('that was refused says so in words', async () => {
    const { org, signIn } = await begin();
    org.oauth.isDenied = true;
    await browse(here((await browse(signIn.address)).location));
    await expect(signIn.tokens).rejects.toMatchObject({
      kind: 'refused',
      sentence: { nl: expect.stringContaining('Weigeren') },
    });
  });

  it('goes to Salesforce and nowhere else', () => {
    expect(loginAddress('production')).toBe('https://login.salesforce.com');
    expect(loginAddress('sandbox')).toBe('https://test.salesforce.com');
    expect(loginAddress('stichting.my.salesforce.com')).toBe('https://stichting.my.salesforce.com');
    expect(loginAddress('https://stichting--proef.sandbox.my.salesforce.com/home')).toBe(
      'https://stichting--proef.sandbox.my.salesforce.com',
    );
    expect(loginAddress('https://stichting.lightning.force.com/lightning/page/home')).toBe(
      'https://stichting.my.salesforce.com',
    );
    for (const odd of [
      'http://stichting.my.salesforce.com',
      'https://my.salesforce.com.elders.example',
      'https://a@stichting.my.salesforce.com',
      'https://elders.example',
    ]) {
      expect(loginAddress(odd)).toBeNull();
    }
  });
});
