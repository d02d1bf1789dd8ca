/** What electron-builder.yml promises: valid by electron-builder's own schema, and ours. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { ICNS_SIZES, ICO_SIZES, icnsOf, icoOf } from '../../../packages/icons/containers.ts';

const ROOT = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const words = read('electron-builder.yml');

const targets = z.array(z.union([z.string(), z.object({ target: z.string(), arch: z.unknown() })]));
const config = z
  .looseObject({
    electronFuses: z.record(z.string(), z.boolean()),
    extraMetadata: z.object({ homepage: z.url({ protocol: /^https$/ }), desktopName: z.string() }),
    protocols: z.array(z.object({ name: z.string(), schemes: z.array(z.string()) })),
    asar: z.boolean(),
    win: z.looseObject({
      target: targets,
      requestedExecutionLevel: z.string(),
      verifyUpdateCodeSignature: z.boolean(),
      signtoolOptions: z.object({ publisherName: z.string(), signingHashAlgorithms: z.array(z.string()) }),
    }),
    nsis: z.looseObject({}),
    mac: z.looseObject({ target: targets }),
    linux: z.looseObject({ target: targets, icon: z.string(), syncDesktopName: z.literal(true) }),
    deb: z.looseObject({ packageName: z.string(), fpm: z.array(z.string()) }),
  })
  .parse(parse(words));

const fromBuilder = createRequire(fileURLToPath(import.meta.resolve('electron-builder')));

interface Validation {
  readonly validateConfiguration: (config: unknown, log: unknown) => Promise<void>;
}

/** @throws with every key and value that electron-builder does not know */
async function validate(candidate: unknown): Promise<void> {
  const { validateConfiguration } = fromBuilder('app-builder-lib/out/util/config/config') as Validation;
  await validateConfiguration(candidate, { isEnabled: false, add: () => undefined });
}

describe('the configuration of the packages', () => {
  it('is valid by the schema of electron-builder, which sees a mistake', async () => {
    await validate(parse(words));
    await expect(validate({ ...config, nsis: { ...config.nsis, deleteAppDataOnUnistall: false } })).rejects.toThrow(
      'configuration.nsis',
    );
    await expect(validate({ ...config, mac: { ...config.mac, hardenedRuntime: 'yes' } })).rejects.toThrow(
      'configuration.mac',
    );
  });

  it('turns every fuse that Electron has: a new one is a decision', () => {
    const schema = JSON.parse(readFileSync(fromBuilder.resolve('app-builder-lib/scheme.json'), 'utf8')) as {
      definitions: { FuseOptionsV1: { properties: Record<string, unknown> } };
    };
    expect(Object.keys(config.electronFuses).toSorted()).toEqual(
      Object.keys(schema.definitions.FuseOptionsV1.properties).toSorted(),
    );
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
    expect(config['disableAsarIntegrity'] ?? false).toBe(false);
  });

  it('makes for Windows an installer for one user or for all, that asks before it deletes data', () => {
    expect(config.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(config.win).toMatchObject({ requestedExecutionLevel: 'asInvoker', verifyUpdateCodeSignature: true });
    expect(config.win.signtoolOptions.publisherName).not.toBe('');
    expect(config.nsis).toMatchObject({
      oneClick: false,
      perMachine: false,
      allowElevation: true,
      deleteAppDataOnUninstall: false,
      installerLanguages: ['nl_NL', 'en_US'],
    });
    const script = read('packages/desktop/installer.nsh');
    const inBoth = (name: string): void => {
      for (const language of ['DUTCH', 'ENGLISH'])
        expect(script).toContain(`LangString ${name} \${LANG_${language}} "`);
    };
    inBoth('dankbelData');
    inBoth('dankbelLeft');
    // The only thing that deletes stands behind a question whose first answer is no, and never in silence.
    expect(script.match(/^ *(?:RMDir|Delete)\b[^\n]*/gm)?.map((line) => line.trim())).toEqual([
      'RMDir /r "$LOCALAPPDATA\\Dankbel"',
    ]);
    const [before = ''] = script.split('RMDir');
    expect(before).toMatch(/\$\{ifNot\} \$\{isUpdated\}\n\s+\$\{andIfNot\} \$\{Silent\}/);
    expect(before).toMatch(
      /MessageBox MB_YESNO\|MB_ICONQUESTION\|MB_DEFBUTTON2 "\$\(dankbelData\)" \/SD IDNO IDNO \w+\n\s+$/,
    );
  });

  it('makes for macOS a universal image with the hardened runtime, and asks for nothing but V8', () => {
    const universal = ['dmg', 'zip'].map((target) => ({ target, arch: 'universal' }));
    expect(config.mac.target).toEqual(universal);
    expect(config.mac).toMatchObject({ hardenedRuntime: true, notarize: true, gatekeeperAssess: false });
    for (const key of ['entitlements', 'entitlementsInherit'])
      expect(config.mac[key]).toBe('packages/desktop/entitlements.mac.plist');
    const asked = [...read('packages/desktop/entitlements.mac.plist').matchAll(/<key>([^<]+)<\/key>/g)];
    expect(asked.map(([, key]) => key)).toEqual(['com.apple.security.cs.allow-jit']);
  });

  it('makes three packages for Linux, beside which the loopback host does not stand', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb', 'rpm']);
    // Without a homepage neither a deb nor an rpm is made; without the name a window belongs to no entry of a menu.
    expect(config.extraMetadata).toEqual({ homepage: 'https://example.org/dankbel', desktopName: 'dankbel.desktop' });
    expect(config.deb.packageName).toBe('dankbel-desktop');
    expect(config.deb.fpm).toContain('--conflicts=dankbel');
  });

  it('has the links of the CRM, and no secret', () => {
    expect(config.protocols).toEqual([{ name: 'Dankbel', schemes: ['dankbel'] }]);
    const keys = words.split('\n').filter((line) => !line.trimStart().startsWith('#'));
    expect(keys.filter((line) => /password|cscLink|token|apiKey|certificateFile/i.test(line))).toEqual([]);
  });
});

describe('the icons', () => {
  const png = (size: number): Buffer => {
    const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    return Buffer.concat([bytes, Buffer.from([0, 0, size >> 8, size & 255, 0, 0, size >> 8, size & 255])]);
  };
  /** The width of each PNG in a container. */
  const widthsIn = (file: Buffer): number[] => {
    const widths: number[] = [];
    for (let at = file.indexOf('IHDR'); at !== -1; at = file.indexOf('IHDR', at + 1))
      widths.push(file.readUInt32BE(at + 4));
    return widths;
  };
  const icon = (name: string): Buffer => readFileSync(join(ROOT, 'packages/desktop', name));

  it('are there for each system, in the sizes that it asks for', () => {
    expect(widthsIn(icon('icon.ico'))).toEqual([...ICO_SIZES]);
    expect(widthsIn(icon('icon.icns'))).toEqual([...ICNS_SIZES]);
    expect(widthsIn(icon('icon.png'))).toEqual([1024]);
    for (const size of [16, 32, 48, 64, 128, 256, 512]) {
      expect(widthsIn(icon(`icons/${size}x${size}.png`))).toEqual([size]);
    }
    expect(existsSync(join(ROOT, config.linux.icon))).toBe(true);
  });

  it('are in containers whose directory says where each begins', () => {
    const ico = icoOf([16, 256].map((size) => ({ size, png: png(size) })));
    expect(ico.readUInt16LE(4)).toBe(2);
    expect([ico[6], ico[22]]).toEqual([16, 0]);
    expect(ico.subarray(ico.readUInt32LE(18)).indexOf('IHDR')).toBe(12);
    expect(ico.subarray(ico.readUInt32LE(34)).equals(png(256))).toBe(true);
    const icns = icnsOf([{ size: 128, png: png(128) }]);
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    expect(icns.subarray(8, 12).toString()).toBe('ic07');
    expect(() => icnsOf([{ size: 99, png: png(99) }])).toThrow('99');
  });
});
