/** The explorer over HTTP: the page at its addresses, text for programs, its files, and nothing else from the disk. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { explorerAddresses } from '../../src/http/explorer.js';
import { request, root, serving } from '../support/program.js';
import { served } from '../support/served.js';

const service = serving();

const asBrowser = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

test('every address of it answers the page to a browser, and text to a program', async () => {
  for (const address of explorerAddresses.map((path) => path.replace('*', 'A/RES/57/270%20B'))) {
    const page = await request(service.url + address, asBrowser);
    expect([address, page.status, page.body]).toEqual([address, 200, expect.stringContaining('<div id="app">')]);
    const text = await request(service.url + address);
    expect([address, text.status, text.body]).toEqual([address, 200, expect.stringMatching(/^wsis-graph:/)]);
  }
});

test('the addresses that the server knows are those that the page knows', () => {
  const routes = readFileSync(join(root, 'src', 'explorer', 'routes.tsx'), 'utf8');
  const pages = [...routes.matchAll(/^ {2}'(\/[a-z-]*)':/gm)].map(([, path]) => path);
  const things = [...routes.matchAll(/^ {2}'?([a-z][a-z-]*)'?: \(\)/gm)].map(([, prefix]) => `/${prefix}/*`);
  expect([...pages, ...things, '/lineage', '/lineage/*'].sort()).toEqual([...explorerAddresses].sort());
});

test('a browser at an unknown address gets the page with 404, a program JSON', async () => {
  for (const path of ['/nothing', '/entity', '/assets/nothing.js', '/assets/']) {
    const page = await request(service.url + path, asBrowser);
    expect([path, page.status, page.body]).toEqual([path, 404, expect.stringContaining('<div id="app">')]);
    expect(await request(service.url + path)).toMatchObject({ status: 404, json: { statusCode: 404 } });
  }
});

test('row 36: the policy lets nothing in from elsewhere, nothing inline, and no frame around', async () => {
  const { headers } = await fetch(service.url, asBrowser);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.get('x-content-type-options')).toBe('nosniff');
});

test('the page is asked for again each time and answered with 304 when it is the same; its files are kept for a year', async () => {
  const first = await fetch(service.url, asBrowser);
  expect(first.headers.get('cache-control')).toBe('no-cache');
  expect(first.headers.get('vary')).toBe('Accept');
  const again = await fetch(service.url, { headers: { ...asBrowser.headers, 'if-none-match': first.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  const files = [...(await first.text()).matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  expect(files.length).toBeGreaterThanOrEqual(3);
  for (const path of files) {
    const file = await fetch(service.url + path);
    expect([path, file.status, file.headers.get('cache-control')]).toEqual([path, 200, 'public, max-age=31536000, immutable']);
  }
});

test.each([
  '/assets/../index.html',
  '/assets/%2e%2e/index.html',
  '/assets/%2e%2e/%2e%2e/main.js',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%5c..%5cindex.html',
  '/assets//etc/passwd',
  '/assets/%00',
  '/%2e%2e/package.json',
])('row 37: %s leads to no file', async (path) => {
  // Not by fetch, which would tidy the path.
  const status = await new Promise((done, failed) => {
    const { hostname, port } = new URL(service.url);
    get({ hostname, port, path }, (reply) => done(reply.resume().statusCode)).on('error', failed);
  });
  expect([400, 404]).toContain(status);
});

test('row 37: a symbolic link among its files leads to nothing outside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsis-explorer-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<div id="app">');
  writeFileSync(join(folder, 'assets', 'own.js'), '');
  symlinkSync('/etc/passwd', join(folder, 'assets', 'passwd.txt'));
  symlinkSync('/etc', join(folder, 'assets', 'etc'));
  const { url } = await served({ explorer: folder });
  // As one that was put there while it serves.
  symlinkSync('/etc/hosts', join(folder, 'assets', 'late.txt'));
  expect((await request(`${url}/assets/own.js`)).status).toBe(200);
  for (const path of ['passwd.txt', 'etc/passwd', 'late.txt'])
    expect([path, (await request(`${url}/assets/${path}`)).status]).toEqual([path, 404]);
  rmSync(folder, { recursive: true });
});
