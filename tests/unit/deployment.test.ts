/** The files for Docker against their rules. No engine runs here: they are parsed and checked, and the steps of the image are those of the package. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { settings } from '../../src/config.js';

const root = join(__dirname, '..', '..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  image?: string;
  build?: string;
  user?: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
  read_only?: boolean;
  mem_limit?: string;
  stop_grace_period?: string;
  cap_drop?: string[];
  cap_add?: string[];
  privileged?: boolean;
  security_opt?: string[];
  healthcheck?: { test?: string[]; disable?: boolean };
  depends_on?: Record<string, { condition: string }>;
  restart?: string;
  volumes?: string[];
}

describe('docker-compose.yml', () => {
  const text = read('docker-compose.yml');
  const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };
  const all = Object.entries(services);
  const ours = all.filter(([, { build }]) => build);
  const { neo4j, load, api } = services;

  test('it has Neo4j, the loader and the API, and nothing else', () => {
    expect(Object.keys(services).sort()).toEqual(['api', 'load', 'neo4j']);
    expect(ours.map(([name]) => name).sort()).toEqual(['api', 'load']);
  });

  test('every port is open on 127.0.0.1 only', () => {
    const ports = all.flatMap(([, service]) => service.ports ?? []);
    expect(ports.length).toBe(3);
    for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
    expect(text).not.toMatch(/network_mode|expose:/);
  });

  test('the password comes from the environment and has no default: compose stops without it', () => {
    const uses = [...text.matchAll(/\$\{NEO4J_PASSWORD[^}]*\}/g)].map(([use]) => use);
    expect(uses.length).toBe(2);
    for (const use of uses) expect(use).toMatch(/^\$\{NEO4J_PASSWORD:\?./);
    const secrets = all.flatMap(([, { environment = {} }]) => Object.entries(environment)).filter(([name]) => /PASSWORD|AUTH/.test(name));
    expect(secrets.map(([, value]) => value.replace(/\$\{.*\}/, '$'))).toEqual(['neo4j/$', '$', '$']);
    expect(text).not.toMatch(/NEO4J_AUTH: *['"]?none/);
  });

  test('no service runs with more rights than it needs', () => {
    for (const [name, service] of all) {
      expect({ name, drop: service.cap_drop, options: service.security_opt }).toEqual({
        name,
        drop: ['ALL'],
        options: ['no-new-privileges:true'],
      });
      expect([name, service.cap_add, service.privileged]).toEqual([name, undefined, undefined]);
      expect([name, (service.volumes ?? []).filter((volume) => /^[./~]/.test(volume))]).toEqual([name, []]);
    }
    for (const [name, service] of ours) expect([name, service.read_only]).toEqual([name, true]);
    expect(neo4j?.user).toMatch(/^[1-9]\d*:[1-9]\d*$/);
  });

  test('the memory is bounded above the heap, and the end is waited for longer than it may take', () => {
    const heap = Number(/--max-old-space-size=(\d+)/.exec(read('Dockerfile'))?.[1]);
    expect(heap).toBeGreaterThan(0);
    for (const [name, service] of ours) expect([name, Number.parseInt(service.mem_limit ?? '', 10) > heap]).toEqual([name, true]);
    expect(Number.parseInt(api?.stop_grace_period ?? '', 10)).toBeGreaterThan(Number(settings.SHUTDOWN_SECONDS.default));
  });

  test('versions are pinned: Neo4j to the one that the tests run, our image to that of the package', () => {
    const tested = /<version>(5\.26\.\d+)</.exec(read('tests/support/neo4j/pom.xml'))?.[1];
    expect(neo4j?.image).toBe(`neo4j:${tested}-community`);
    const { version } = JSON.parse(read('package.json')) as { version: string };
    for (const [, service] of ours) expect(service.image).toBe(`wsis-graph:${version}`);
  });

  test('Neo4j has a health check that asks it something; the API has that of its image, the loader none', () => {
    expect(neo4j?.healthcheck?.test?.join(' ')).toContain('RETURN 1');
    expect(neo4j?.healthcheck?.test?.join(' ')).not.toMatch(/(?<!\$)\$\{/);
    expect(api?.healthcheck).toBeUndefined();
    expect(load?.healthcheck).toEqual({ disable: true });
  });

  test('the loader waits for a healthy Neo4j and runs once; the API waits until it has ended well', () => {
    expect(load?.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect([load?.command, load?.restart]).toEqual([['load'], 'no']);
    expect(api?.depends_on).toEqual({ load: { condition: 'service_completed_successfully' } });
  });

  test('LOAD CSV is refused by the same settings as in the tests', () => {
    const tested = read('tests/support/neo4j/neo4j.conf').split('\n');
    const names = ['dbms.security.allow_csv_import_from_file_urls', 'internal.dbms.cypher_ip_blocklist'];
    for (const name of names) {
      const variable = `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`;
      expect(tested).toContain(`${name}=${neo4j?.environment?.[variable]}`);
    }
  });

  test('the services are given settings that the program knows', () => {
    for (const [, { environment = {} }] of ours) {
      for (const name of Object.keys(environment)) expect(Object.keys(settings)).toContain(name);
      expect(environment.NEO4J_URI).toBe('bolt://neo4j:7687');
    }
  });
});

describe('Dockerfile', () => {
  const lines = read('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
  const only = (instruction: string) => last.filter((line) => line.startsWith(`${instruction} `));

  test('it builds in one stage and runs in another, both on a pinned Node', () => {
    const bases = lines.filter((line) => line.startsWith('FROM '));
    expect(bases).toEqual(['FROM node:24-slim AS build', 'FROM node:24-slim']);
  });

  test('what runs has the packages of production, and no script of a package was run', () => {
    const installs = lines.filter((line) => line.includes('npm ') && !line.includes('npm run'));
    for (const line of installs) expect(line).toContain('npm ci --');
    for (const line of installs) expect(line).toContain('--ignore-scripts');
    expect(last.find((line) => line.includes('npm ci'))).toContain('--omit=dev');
    expect(last.filter((line) => line.startsWith('COPY')).join(' ')).not.toContain('src');
  });

  test('it runs as the user node, before nothing that needs more', () => {
    expect(only('USER')).toEqual(['USER node']);
    const after = last.slice(last.indexOf('USER node') + 1).map((line) => line.split(' ')[0]);
    expect(after).toEqual(['EXPOSE', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD']);
  });

  test('its health check asks /healthz with Node itself: the image has no curl', () => {
    const [check = ''] = only('HEALTHCHECK');
    const command = JSON.parse(check.slice(check.indexOf('['))) as string[];
    expect(command.slice(0, 2)).toEqual(['node', '-e']);
    expect(command[2]).toContain('/healthz');
    expect(() => new Function(command[2] as string)).not.toThrow();
  });

  test('it starts the program of the package, without a shell between', () => {
    const { bin } = JSON.parse(read('package.json')) as { bin: Record<string, string> };
    expect(only('ENTRYPOINT')).toEqual([`ENTRYPOINT ["node", "${bin['wsis-graph']}"]`]);
    expect(only('CMD')).toEqual(['CMD ["serve"]']);
  });

  test('no secret is set, and nothing gets in but what the image is made of', () => {
    expect(lines.join('\n')).not.toMatch(/PASSWORD|SECRET|TOKEN/i);
    const ignored = read('.dockerignore')
      .split('\n')
      .filter((line) => line && !line.startsWith('#'));
    expect(ignored[0]).toBe('*');
    const allowed = ignored.slice(1).map((line) => line.replace('!', ''));
    const copied = lines
      .filter((line) => line.startsWith('COPY ') && !line.includes('--from'))
      .flatMap((line) => line.split(' ').slice(1, -1));
    expect([...new Set(copied)].sort()).toEqual(allowed.sort());
  });
});
