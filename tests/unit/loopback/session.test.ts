import { describe, expect, it } from 'vitest';
import { call, exchange, request, signIn, startHost, tokenIn } from './support.ts';

const QUESTION = JSON.stringify({ procedure: 'session.get', input: {} });

describe('the one-time token', () => {
  it('has 32 random bytes, in the fragment only', async () => {
    const { host } = await startHost();
    expect(host.address).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${host.port}/#token=[A-Za-z0-9_-]{43}$`));
    expect(Buffer.from(tokenIn(host.address), 'base64url')).toHaveLength(32);
    expect(new URL(host.address).search).toBe('');
  });

  it('becomes a session that only HTTP can see, for this site alone, under a name of this port', async () => {
    const { host } = await startHost();
    const answer = await exchange(host, tokenIn(host.address));
    expect(answer.status).toBe(204);
    expect(answer.body).toBe('');
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^dankbel-${host.port}=[A-Za-z0-9_-]{43}; Path=/api/; HttpOnly; SameSite=Strict$`),
    );
  });

  it('tells the host that somebody opened the app, and nothing else does', async () => {
    const { host } = await startHost();
    expect((await exchange(host, 'A'.repeat(43))).status).toBe(403);
    expect(host.wasOpened()).toBe(false);
    await signIn(host);
    expect(host.wasOpened()).toBe(true);
  });

  it('is worth nothing the second time, and the first session goes on', async () => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const stolen = await exchange(host, tokenIn(host.address));
    expect(stolen.status).toBe(403);
    expect(stolen.headers.has('set-cookie')).toBe(false);
    expect((await call(host, cookie, QUESTION)).status).toBe(200);
    expect(backend.asked).toHaveLength(1);
  });

  it('goes to one of many who come with it at the same time', async () => {
    const { host } = await startHost();
    const answers = await Promise.all(Array.from({ length: 20 }, () => exchange(host, tokenIn(host.address))));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(19);
  });

  it('is worth nothing after its time', async () => {
    const { host, pass } = await startHost({ tokenMilliseconds: 60_000 });
    pass(60_000);
    expect((await exchange(host, tokenIn(host.address))).status).toBe(403);
  });

  it('can be issued again, which ends the one before it', async () => {
    const { host } = await startHost();
    const again = host.issueToken();
    expect((await exchange(host, tokenIn(host.address))).status).toBe(403);
    expect((await exchange(host, tokenIn(again))).status).toBe(204);
  });

  it.each([
    ['another token', { token: 'A'.repeat(43) }],
    ['an empty token', { token: '' }],
    ['a token that is no text', { token: ['x'] }],
    ['nothing', {}],
    ['something beside the token', { token: 'A'.repeat(43), more: 1 }],
    ['a list', []],
    ['null', null],
  ])('is refused as %s', async (_what, body) => {
    const { host } = await startHost();
    const answer = await request(host, { method: 'POST', target: '/api/session', body: JSON.stringify(body) });
    expect(answer.status).toBe(403);
    expect(answer.body).toBe('{"refused":"token"}');
  });

  it('is not read out of a large body', async () => {
    const { host } = await startHost();
    const body = JSON.stringify({ token: tokenIn(host.address), more: 'x'.repeat(2_000) });
    expect((await request(host, { method: 'POST', target: '/api/session', body })).status).toBe(413);
  });
});

describe('a session', () => {
  it.each([
    ['without a cookie', () => null],
    ['with an empty cookie', () => ''],
    ['with a cookie of another name', (cookie: string) => cookie.replace('dankbel-', 'x-')],
    ['with a guessed cookie', (cookie: string) => `${cookie.split('=')[0]}=${'A'.repeat(43)}`],
    ['with half a cookie', (cookie: string) => cookie.slice(0, -1)],
    ['with the digest of nothing', (cookie: string) => `${cookie.split('=')[0]}=`],
  ])('is needed to ask: %s', async (_what, change) => {
    const { host, backend } = await startHost();
    const cookie = await signIn(host);
    const answer = await call(host, change(cookie), QUESTION);
    expect(answer.status).toBe(401);
    expect(answer.body).toBe('{"refused":"no-session"}');
    expect(backend.asked).toEqual([]);
  });

  it('is needed to listen', async () => {
    const { host } = await startHost();
    expect((await request(host, { target: '/api/events' })).status).toBe(401);
  });

  it('of another host process is worth nothing here', async () => {
    const first = await startHost();
    const second = await startHost();
    const cookie = (await signIn(first.host)).replace(`-${first.host.port}=`, `-${second.host.port}=`);
    expect((await call(second.host, cookie, QUESTION)).status).toBe(401);
  });

  it('is found among cookies of others, also of our own name', async () => {
    const { host } = await startHost();
    const cookie = await signIn(host);
    const name = cookie.split('=')[0];
    expect((await call(host, `other=1; ${name}=planted; ${cookie}; last=2`, QUESTION)).status).toBe(200);
  });

  it('ends when many newer ones begin', async () => {
    const { host } = await startHost({ sessions: 2 });
    const oldest = await signIn(host);
    for (let i = 0; i < 2; i += 1) expect((await exchange(host, tokenIn(host.issueToken()))).status).toBe(204);
    expect((await call(host, oldest, QUESTION)).status).toBe(401);
  });
});
