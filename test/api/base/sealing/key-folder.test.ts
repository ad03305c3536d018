import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as esbuild from 'esbuild';
import { spawn } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { valueOf } from '../../../../api/base/kernel/result';
import { createOwnKeys, KEY_FILE, openKeys } from '../../../../api/base/sealing/key-folder';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';
import { createSealing } from '../../../../api/base/sealing/sealing';
import { createSigner, publicKeys, publishedKeys } from '../../../../api/base/sealing/signer';

let base: string;
let dir: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'claves-'));
  dir = join(base, 'datos', 'claves');
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const reason = (result: ReturnType<typeof openKeys>): unknown => !result.ok && result.failure.detail?.motivo;

describe('the key folder', () => {
  it('is made at the first use, for its owner only, with keys that are not official', () => {
    const { keys, created } = valueOf(openKeys(dir));
    expect(created).toBe(true);
    expect(keys.origen).toBe('AUTOGENERADA');
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dir, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readdirSync(dir)).toEqual([KEY_FILE]);
  });

  it('gives the same keys at every start', () => {
    const sealed = createSealing(valueOf(openKeys(dir)).keys).seal('María', 'x');
    const again = valueOf(openKeys(dir));
    expect(again.created).toBe(false);
    expect(createSealing(again.keys).open(sealed, 'x')).toBe('María');
  });

  it.each(['', '{', '{}', '{"version":2}', newKeyFile('PROPIA').replace(/"publica": "./, '"publica": "!')])(
    'with a damaged file fails and leaves the file as it is: %j',
    (content) => {
      mkdirSync(dir, { recursive: true });
      writeFileSync(join(dir, KEY_FILE), content, { mode: 0o600 });
      expect(reason(openKeys(dir))).toBe('CLAVES_DANADAS');
      expect(readFileSync(join(dir, KEY_FILE), 'utf8')).toBe(content);
    },
  );

  it('refuses a public key that is not of the private key beside it', () => {
    const [mine, other] = [JSON.parse(newKeyFile('PROPIA')), JSON.parse(newKeyFile('PROPIA'))];
    mine.firma[0].publica = other.firma[0].publica;
    expect(() => parseKeys(JSON.stringify(mine))).toThrow('does not belong');
  });

  it('that others may read is refused', () => {
    valueOf(openKeys(dir));
    chmodSync(join(dir, KEY_FILE), 0o644);
    expect(reason(openKeys(dir))).toBe('CLAVES_LEGIBLES_POR_OTROS');
  });

  it('that cannot be made is a failure, not a throw', () => {
    writeFileSync(join(base, 'file'), '');
    expect(reason(openKeys(join(base, 'file', 'claves')))).toBe('CARPETA_DE_CLAVES_INACCESIBLE');
  });

  it('forgets the drafts of a process killed half way', () => {
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, '.claves.0011.tmp'), 'half');
    valueOf(openKeys(dir));
    expect(readdirSync(dir)).toEqual([KEY_FILE]);
  });

  it('takes own keys once and never over others', () => {
    expect(valueOf(createOwnKeys(dir)).origen).toBe('PROPIA');
    const before = readFileSync(join(dir, KEY_FILE));
    expect(createOwnKeys(dir)).toEqual({ ok: false, failure: { code: 'VERSION_CONFLICT' } });
    expect(readFileSync(join(dir, KEY_FILE)).equals(before)).toBe(true);
    expect(valueOf(openKeys(dir)).keys.origen).toBe('PROPIA');
  });

  it('ends with one set of keys when many processes start at once', async () => {
    const program = join(base, 'open.cjs');
    await esbuild.build({
      stdin: {
        contents: `import { openKeys } from './api/base/sealing/key-folder';
          import { createHash } from 'node:crypto';
          console.log('ready');
          process.stdin.once('data', () => {
            const opened = openKeys(process.argv[2]);
            if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
            const { keys, created } = opened.value;
            const id = createHash('sha256').update(keys.codigos).update(keys.sellado[0].clave).digest('hex');
            console.log(JSON.stringify({ id: id + keys.firma[0].id, created }));
            process.exit(0);
          });`,
        resolveDir: resolve(__dirname, '../../../..'),
        loader: 'ts',
      },
      bundle: true,
      platform: 'node',
      outfile: program,
      logLevel: 'silent',
    });
    // All are let go at once, when the slowest is ready.
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [program, dir], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const lines = children.map(({ stdout }) => createInterface(stdout)[Symbol.asyncIterator]());
    await Promise.all(lines.map((line) => line.next()));
    for (const { stdin } of children) stdin.write('go');
    const results = await Promise.all(lines.map(async (line) => String((await line.next()).value)));
    const seen = results.map((line) => JSON.parse(line) as { id: string; created: boolean });
    expect(new Set(seen.map(({ id }) => id)).size).toBe(1);
    expect(seen.filter(({ created }) => created)).toHaveLength(1);
    expect(readdirSync(dir)).toEqual([KEY_FILE]);
  }, 30_000);
});

describe('the signing key', () => {
  it('is named by its public key, and the published key is the one that verifies', () => {
    const keys = valueOf(openKeys(dir)).keys;
    const { keyId } = createSigner(keys);
    expect(keyId).toMatch(/^[\w-]{11}$/);
    expect([...publicKeys(keys).keys()]).toEqual([keyId]);
    expect(publishedKeys(keys)[keyId]).toBe(publicKeys(keys).get(keyId)?.export({ format: 'jwk' }).x);
    expect(JSON.stringify(publishedKeys(keys))).not.toContain(
      (JSON.parse(readFileSync(join(dir, KEY_FILE), 'utf8')) as { firma: { privada: string }[] }).firma[0]
        ?.privada,
    );
  });
});
