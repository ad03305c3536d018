import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

/** The modules that a file loads when it runs, its own ones and those of packages, and theirs in turn. */
function loadedBy(file: string, seen = new Set<string>()): ReadonlySet<string> {
  const source = readFileSync(file, 'utf8');
  for (const [, name = ''] of source.matchAll(/^(?:import|export) (?!type\b)[^;]*?from '([^']+)';/gm)) {
    const base = join(dirname(file), name);
    const own = name.startsWith('.') ? [`${base}.ts`, join(base, 'index.ts')].find(existsSync) : undefined;
    const found = own ?? name;
    if (seen.has(found)) continue;
    seen.add(found);
    if (own) loadedBy(own, seen);
  }
  return seen;
}

describe('the dialogs', () => {
  it('load no model of language: they are told what a text seems to be', () => {
    const loaded = [...loadedBy(join(__dirname, '../../../bot/dialogs/index.ts'))];
    expect(loaded.length).toBeGreaterThan(20);
    expect(loaded.filter((name) => /natural|create-understand/.test(name))).toEqual([]);
  });
});
