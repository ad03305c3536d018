import { describe, expect, it } from '@jest/globals';
import { createRecibos } from '../../../../api/base/anexos/recibos';
import { createSealing } from '../../../../api/base/sealing/sealing';
import { newKeyFile, parseKeys } from '../../../../api/base/sealing/keys';

const recibos = createRecibos(createSealing(parseKeys(newKeyFile('AUTOGENERADA'))));
const foto = {
  sha256: 'a'.repeat(64),
  nombre: 'foto.jpg',
  tipo: 'image/jpeg',
  bytes: 9,
  vista: { sha256: 'b'.repeat(64), tipo: 'image/jpeg', bytes: 7 },
};

describe('the receipt of a file', () => {
  it('gives back what was received, and what was not', () => {
    const refused = { nombre: 'virus.pdf', motivo: 'TIPO_NO_COINCIDE' as const };
    expect(recibos.take(recibos.give(foto, 's1'), 's1')).toEqual(foto);
    expect(recibos.take(recibos.give(refused, 's1'), 's1')).toEqual(refused);
  });

  it('serves nowhere else, and nobody can make one', () => {
    const recibo = recibos.give(foto, 's1');
    expect(recibos.take(recibo, 's2')).toBeUndefined();
    expect(recibos.take(`${recibo.slice(0, -4)}AAAA`, 's1')).toBeUndefined();
    expect(recibos.take(JSON.stringify(foto), 's1')).toBeUndefined();
  });

  it('does not show the name of the file', () => {
    expect(recibos.give(foto, 's1')).not.toMatch(/foto/);
  });
});
