import { describe, expect, it } from '@jest/globals';
import { isLater, parseManifest, type Manifest } from '../../../api/respaldo/manifest';

const reader = { entidad: 'pueblo', programa: '0.9.2', claves: ['a', 'b'] };
const manifest: Manifest = {
  formato: 1,
  programa: '0.9.2',
  entidad: 'pueblo',
  instante: '2026-11-25T03:00:00.000Z',
  claves: ['a'],
  colecciones: [],
  anexos: { cuantos: 0, bytes: 0, sha256: '0'.repeat(64) },
};
const parsed = (changes: object) => {
  const result = parseManifest(JSON.stringify({ ...manifest, ...changes }), reader);
  return result.ok ? 'good' : result.failure.motivo;
};

describe('the manifest of a backup', () => {
  it.each([
    ['0.10.0', '0.9.2', true],
    ['1.0.0', '0.9.2', true],
    ['0.9.3', '0.9.2', true],
    ['0.9.2', '0.9.2', false],
    ['0.9.1', '0.9.2', false],
    ['0.9.2', '0.10.0', false],
    ['0.9.2-beta.1', '0.9.2', false],
  ])('%s is later than %s: %s', (release, than, later) => {
    expect(isLater(release, than)).toBe(later);
  });

  it.each([
    [{}, 'good'],
    [{ programa: '0.1.0' }, 'good'],
    [{ claves: ['a', 'b'] }, 'good'],
    [{ claves: ['a', 'c'] }, 'OTRAS_CLAVES'],
    [{ entidad: 'otro' }, 'OTRA_ENTIDAD'],
    [{ programa: '0.10.0' }, 'VERSION_POSTERIOR'],
    [{ formato: 2, colecciones: 'of a layout to come' }, 'VERSION_POSTERIOR'],
    [{ formato: '1' }, 'ALTERADO'],
    [{ anexos: null }, 'ALTERADO'],
    [{ colecciones: [{ nombre: 'x' }] }, 'ALTERADO'],
  ])('with %j is %s', (changes, verdict) => {
    expect(parsed(changes)).toBe(verdict);
  });

  it('that is no JSON is refused', () => {
    expect(parseManifest('{', reader)).toMatchObject({ ok: false, failure: { motivo: 'ALTERADO' } });
  });
});
