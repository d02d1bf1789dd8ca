import { describe, expect, it } from 'vitest';
import { ownPath } from '../../../electron/desktop/app-address.ts';
import { serveRenderer } from '../../../electron/shell/app-protocol.ts';
import { guardAllContents } from '../../../electron/desktop/guard-contents.ts';
import { lockSession } from '../../../electron/shell/lock-session.ts';
import { createSignInOpener, signInLink } from '../../../electron/desktop/sign-in-link.ts';
import { createTelephoneOpener, telephoneLink } from '../../../electron/desktop/telephone-link.ts';
import { SECURITY_HEADERS } from '../../../electron/launch/security-headers.ts';
import { signInAddress } from '../../support/sign-in-address.ts';
import { standIn } from './stand-in.ts';
import { preventable, Recorder, recordingLog, type Handler } from './stand-in-parts.ts';

const ELSEWHERE = [
  'https://example.org/',
  'http://127.0.0.1:4000/',
  'file:///etc/passwd',
  'about:blank',
  'data:text/html,<h1>x',
  'blob:app://dankbel/1',
  'javascript:alert(1)',
  'app://dankbel.example.org/',
  'app://dankbel:8080/',
  'app://user@dankbel/',
  'app://user:secret@dankbel/',
  'app://Dankbel/',
  'app:dankbel',
  'apps://dankbel/',
  'https://dankbel/',
  'tel:+31600417735',
  'not an address',
  '',
];

describe('an address of the app', () => {
  it.each([
    ['app://dankbel/', '/'],
    ['app://dankbel/assets/a.js', '/assets/a.js'],
    ['app://dankbel/#/vandaag', '/'],
    ['app://dankbel/../../etc/passwd', '/etc/passwd'],
    ['app://dankbel/%2e%2e/x', '/x'],
  ])('%s has the path %s', (address, path) => {
    expect(ownPath(address)).toBe(path);
  });

  it.each(ELSEWHERE)('%s is none', (address) => {
    expect(ownPath(address)).toBeNull();
  });
});

describe('a page', () => {
  function guarded(): { contents: Recorder; dialled: string[] } {
    const app = new Recorder();
    const contents = new Recorder();
    Object.assign(contents, contents.remembering('setWindowOpenHandler'));
    const dialled: string[] = [];
    guardAllContents(app, (address) => dialled.push(address));
    app.emit('web-contents-created', {}, contents);
    return { contents, dialled };
  }

  it.each(ELSEWHERE)('is not replaced by %s, whoever asks for it', (url) => {
    const { contents } = guarded();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = preventable({ url, isMainFrame: true });
      contents.emit(name, event);
      expect(event.wasPrevented).toBe(true);
    }
    expect(contents.handler('setWindowOpenHandler')({ url })).toEqual({ action: 'deny' });
  });

  it('may be loaded again', () => {
    const { contents } = guarded();
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const event = preventable({ url: 'app://dankbel/', isMainFrame: true });
      contents.emit(name, event);
      expect(event.wasPrevented).toBe(false);
    }
  });

  it('opens no second window, not even of itself', () => {
    const { contents } = guarded();
    expect(contents.handler('setWindowOpenHandler')({ url: 'app://dankbel/' })).toEqual({ action: 'deny' });
  });

  it('holds no other page inside it', () => {
    const { contents } = guarded();
    const event = preventable();
    contents.emit('will-attach-webview', event);
    expect(event.wasPrevented).toBe(true);
  });

  it('hands on what is clicked, but not what a frame inside it or a redirect asks for', () => {
    const { contents, dialled } = guarded();
    contents.emit('will-navigate', preventable({ url: 'tel:1' }));
    contents.emit('will-frame-navigate', preventable({ url: 'tel:2', isMainFrame: true }));
    contents.emit('will-frame-navigate', preventable({ url: 'tel:3', isMainFrame: false }));
    contents.emit('will-redirect', preventable({ url: 'tel:4' }));
    contents.handler('setWindowOpenHandler')({ url: 'tel:5' });
    expect(dialled).toEqual(['tel:1', 'tel:2', 'tel:5']);
  });
});

describe('a telephone link', () => {
  it.each([
    ['tel:+31600417735', 'tel:+31600417735'],
    ['tel:0384211234', 'tel:0384211234'],
  ])('%s is built from its digits', (address, link) => {
    expect(telephoneLink(address)).toBe(link);
  });

  it.each([
    'tel:112',
    'tel:',
    'tel:+',
    'tel:*21*0612345678#',
    'tel:%2A21%2A0612345678%23',
    'tel:+31612345678;ext=1',
    'tel:+31612345678?x',
    'tel:+31612345678\n--flag',
    'tel: +31612345678',
    'tel:+31 6 12345678',
    'tel:１２３４５６７８',
    'tel:+3161234567890123456',
    'TEL:+31612345678',
    'sip:+31612345678',
    'mailto:jan@voorbeeld.nl',
    'https://example.org/tel:+31612345678',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'javascript:alert(1)',
    '-+31612345678',
  ])('is not %j', async (address) => {
    const { electron, opened } = standIn();
    expect(telephoneLink(address)).toBeNull();
    createTelephoneOpener(electron.shell, recordingLog())(address);
    expect(opened).toEqual([]);
  });

  it('that no program takes is no crash', async () => {
    const log = recordingLog();
    createTelephoneOpener({ openExternal: () => Promise.reject(new Error('0612345678')) }, log)('tel:0612345678');
    await Promise.resolve();
    await Promise.resolve();
    expect(log.lines).toEqual([
      { level: 'warn', fields: { error: 'Error', code: '' }, message: 'shell: no telephone program' },
    ]);
  });
});

describe('an address to sign in at', () => {
  it.each([
    'https://login.salesforce.com',
    'https://test.salesforce.com',
    'https://stichting.my.salesforce.com',
    'https://stichting--proef.sandbox.my.salesforce.com',
  ])('at %s is opened, and is what the backend made', (origin) => {
    const { electron, opened } = standIn();
    createSignInOpener(electron.shell, recordingLog())(signInAddress(origin));
    expect(opened).toEqual([signInAddress(origin)]);
  });

  it('has no part but its own, and no page but its own', () => {
    expect(signInLink(`${signInAddress('https://login.salesforce.com')}&retURL=https://elders.example#x`)).toBe(
      signInAddress('https://login.salesforce.com'),
    );
    expect(signInLink(signInAddress('https://login.salesforce.com').replace('authorize', 'anything'))).toBeNull();
  });

  it.each([
    signInAddress('http://login.salesforce.com'),
    signInAddress('http://127.0.0.1:8080'),
    signInAddress('https://salesforce.com.elders.example'),
    signInAddress('https://stichting.lightning.force.com'),
    signInAddress('https://a@login.salesforce.com'),
    signInAddress('https://login.salesforce.com:8443'),
    signInAddress('https://login.salesforce.com', { response_type: 'token' }),
    signInAddress('https://login.salesforce.com', { redirect_uri: 'https://elders.example/dankbel' }),
    signInAddress('https://login.salesforce.com', { redirect_uri: 'http://localhost:17173/dankbel' }),
    signInAddress('https://login.salesforce.com', { scope: 'full' }),
    signInAddress('https://login.salesforce.com', { state: 'short' }),
    signInAddress('https://login.salesforce.com', { code_challenge_method: 'plain' }),
    signInAddress('https://login.salesforce.com', { client_id: 'a b c d e f g h' }),
    `${signInAddress('https://login.salesforce.com')}&state=${'x'.repeat(43)}`,
    'https://login.salesforce.com/',
    'javascript:alert(1)',
    'file:///etc/passwd',
    '',
  ])('is not %s', (address) => {
    const { electron, opened } = standIn();
    const log = recordingLog();
    createSignInOpener(electron.shell, log)(address);
    expect(opened).toEqual([]);
    expect(log.lines).toEqual([{ level: 'warn', fields: {}, message: 'shell: no address of a sign-in' }]);
  });

  it('that no browser takes is no crash', async () => {
    const log = recordingLog();
    createSignInOpener(
      { openExternal: () => Promise.reject(new Error('state')) },
      log,
    )(signInAddress('https://test.salesforce.com'));
    await Promise.resolve();
    await Promise.resolve();
    expect(log.lines).toEqual([{ level: 'warn', fields: { error: 'Error', code: '' }, message: 'shell: no browser' }]);
  });
});

describe('a session', () => {
  function locked(isDevelopment = false): Recorder {
    const { electron, sessions } = standIn();
    lockSession(electron.session.defaultSession, { isDevelopment });
    return sessions.default;
  }
  /** What a handler answers through its callback. */
  function answered(handler: Handler, ...before: unknown[]): unknown {
    const answers: unknown[] = [];
    handler(...before, (answer: unknown) => answers.push(answer));
    expect(answers).toHaveLength(1);
    return answers[0];
  }

  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'clipboard-read', 'fileSystem', 'unknown'])(
    'grants no %s',
    (permission) => {
      const session = locked();
      expect(answered(session.handler('setPermissionRequestHandler'), {}, permission)).toBe(false);
      expect(session.handler('setPermissionCheckHandler')(null, permission, 'app://dankbel', {})).toBe(false);
    },
  );

  it('gives no device, screen, pairing, spelling dictionary or download', () => {
    const session = locked();
    expect(session.handler('setDevicePermissionHandler')({ deviceType: 'hid' })).toBe(false);
    expect(answered(session.handler('setDisplayMediaRequestHandler'), {})).toBeNull();
    expect(answered(session.handler('setBluetoothPairingHandler'), {})).toEqual({ confirmed: false });
    expect(session.handlers.get('setSpellCheckerEnabled')).toBe(false);
    for (const [url, type, isRefused] of [
      ['blob:app://dankbel/0199', 'application/pdf', false],
      ['blob:app://dankbel/0199', 'text/csv;charset=utf-8', false],
      ['blob:app://dankbel/0199', 'text/plain', false],
      ['blob:app://dankbel/0199', 'application/json', false],
      ['blob:app://dankbel/0199', 'application/x-msdownload', true],
      ['https://example.org/giften.csv', 'text/csv', true],
      ['blob:app://dankbel/0199', 'text/html', true],
      ['blob:app://dankbel.example.org/0199', 'application/pdf', true],
      ['https://example.org/brief.pdf', 'application/pdf', true],
      ['app://dankbel/brief.pdf', 'application/pdf', true],
    ] as const) {
      const event = preventable();
      session.emit('will-download', event, { getURL: () => url, getMimeType: () => type });
      expect(event.wasPrevented).toBe(isRefused);
    }
  });

  it.each([...ELSEWHERE.filter((address) => address !== ''), 'wss://example.org/', 'ftp://example.org/'])(
    'reaches no network: %s',
    (url) => {
      expect(answered(locked().handler('onBeforeRequest'), { url })).toEqual({ cancel: true });
    },
  );

  it('reaches its own files, and in development the developer tools', () => {
    const url = 'app://dankbel/assets/a.js';
    expect(answered(locked().handler('onBeforeRequest'), { url })).toEqual({ cancel: false });
    const tools = { url: 'devtools://devtools/bundled/inspector.html' };
    expect(answered(locked().handler('onBeforeRequest'), tools)).toEqual({ cancel: true });
    expect(answered(locked(true).handler('onBeforeRequest'), tools)).toEqual({ cancel: false });
  });
});

describe('app://dankbel', () => {
  const page = {
    body: Buffer.from('<!doctype html>'),
    contentType: 'text/html; charset=utf-8',
    cacheControl: 'no-store',
  };
  const files = new Map([['/', page]]);

  async function get(url: string, method = 'GET'): Promise<Response> {
    let handler: Handler = () => {};
    serveRenderer({ handle: (_scheme, given) => void (handler = given as Handler) }, files);
    return (await handler({ url, method })) as Response;
  }

  it('serves the page with every security header', async () => {
    const response = await get('app://dankbel/');
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('<!doctype html>');
    expect(Object.fromEntries(response.headers)).toEqual({
      ...Object.fromEntries(Object.entries(SECURITY_HEADERS).map(([name, value]) => [name.toLowerCase(), value])),
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it.each([
    'app://dankbel/../../etc/passwd',
    'app://dankbel/index',
    'app://other/',
    'file:///etc/passwd',
    'app://dankbel/__proto__',
  ])('has nothing at %s', async (url) => {
    const response = await get(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('answers HEAD without a body and refuses every other method', async () => {
    expect(await (await get('app://dankbel/', 'HEAD')).text()).toBe('');
    expect((await get('app://dankbel/', 'POST')).status).toBe(405);
  });
});
