import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';

const ROOT = join(__dirname, '..');
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

const compose = z.object({
  services: z.record(
    z.string(),
    z.looseObject({
      image: z.string().optional(),
      build: z.string().optional(),
      profiles: z.array(z.string()),
      volumes: z.array(z.string()).optional(),
      ports: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).optional(),
    }),
  ),
  volumes: z.record(z.string(), z.null()),
});

describe('the compose file', () => {
  const file = compose.parse(parse(read('docker-compose.yml'), { merge: true }));

  it('declares every volume it uses', () => {
    const used = Object.values(file.services).flatMap(({ volumes = [] }) =>
      volumes.map((v) => v.split(':')[0] ?? ''),
    );
    expect([...new Set(used)].toSorted((a, b) => a.localeCompare(b))).toEqual(
      Object.keys(file.volumes).toSorted((a, b) => a.localeCompare(b)),
    );
  });

  it('publishes ports on loopback only: a proxy with TLS stands in front', () => {
    const ports = Object.values(file.services).flatMap(({ ports: published = [] }) => published);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('sets only variables that the program reads', () => {
    const config = variables();
    const set = Object.values(file.services).flatMap(({ environment = {} }) => Object.keys(environment));
    expect(set.filter((name) => !config.includes(`  ${name}:`))).toEqual([]);
  });

  it('waits for a majority to have each write on disk when it uses MongoDB', () => {
    expect(file.services['programa-mongo']?.environment?.['MONGODB_URI']).toMatch(/w=majority.*journal=true/);
  });
});

/** Where the variables of the environment are named. */
const variables = (): string => read('api/config.ts') + read('api/whatsapp-config.ts');

describe('the README', () => {
  it('tells every variable that the program reads, and no other', () => {
    const inCode = [...variables().matchAll(/^ {2}([A-Z][A-Z_]+):/gm)]
      .map(([, name]) => name ?? '')
      .toSorted((a, b) => a.localeCompare(b));
    const table = read('README.md').split('## Ajustes')[1]?.split('##')[0] ?? '';
    const told = [...table.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, name]) => name ?? '');
    expect([...new Set(told)].toSorted((a, b) => a.localeCompare(b))).toEqual(inCode);
  });

  it('names only npm commands that exist', () => {
    const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
    const named = [...read('README.md').matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});
