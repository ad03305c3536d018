import { describe, expect, it } from '@jest/globals';
import { readConfig } from '../../api/config';
import { valueOf } from '../../api/base/kernel/result';

describe('the configuration', () => {
  it('needs nothing: it listens on loopback at 3000 and keeps data and keys under ./datos', () => {
    const config = valueOf(readConfig({}));
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      trustProxy: 0,
    });
    expect(config.dataDir).toMatch(/\/datos$/);
    expect(config.clavesDir).toBe(`${config.dataDir}/claves`);
    expect([...config.roles]).toEqual(['http', 'jobs']);
  });

  it('takes an empty variable as not set, and drops the final slash of the public address', () => {
    expect(valueOf(readConfig({ PORT: '', PUBLIC_URL: 'https://pqrsd.example/' }))).toMatchObject({
      port: 3000,
      publicUrl: 'https://pqrsd.example',
    });
  });

  it('tells every fault at once, by the name of its variable', () => {
    const read = readConfig({
      PORT: 'x',
      ROLES: 'http,cook',
      MONGODB_URI: 'postgres://',
      PUBLIC_URL: 'ftp://a',
    });
    expect(read.ok ? [] : read.failure.map((fault) => fault.split(/[.:]/)[0])).toEqual([
      'PORT',
      'MONGODB_URI',
      'ROLES',
      'PUBLIC_URL',
    ]);
  });
});
