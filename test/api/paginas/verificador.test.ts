import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { datedKeys } from '../../../api/base/sealing/signer';
import { parseKeyList, type KeyList } from '../../../api/constancia/verificador/key-list';
import { verificadorFile } from '../../../api/constancia/verificador/verificador-file';
import { createVerificadorRoutes } from '../../../api/paginas/verificar/verificador.routes';
import { ROOT } from '../../fakes/pages-app';

const keys = parseKeys(newKeyFile('PROPIA', new Date('2026-01-01T05:00:00Z')));
const list: KeyList = { formato: 1, entidad: '</script><b>', claves: datedKeys(keys) };
const app = express().use(
  createVerificadorRoutes({ verificador: verificadorFile(ROOT, 'void 0;'), keyList: () => list }),
);

describe('the verifier that is downloaded', () => {
  it('is a file to keep, with the public keys of today inside and nothing else changed', async () => {
    const { headers, text } = await request(app).get('/verificador.html');
    expect(headers['content-disposition']).toBe('attachment; filename=verificador.html');
    const [, data = ''] = /id="claves">(.*?)<\/script>/.exec(text) ?? [];
    expect(JSON.parse(data)).toEqual(JSON.parse(JSON.stringify(list)));
    const without = verificadorFile(ROOT, 'void 0;');
    expect(text.replace(data, 'null')).toBe(without);
  });

  it('has its list of keys apart too, which it reads', async () => {
    const { text } = await request(app).get('/claves.json');
    expect(parseKeyList(text)).toEqual(JSON.parse(JSON.stringify(list.claves)));
    expect(text).not.toMatch(/privada/);
  });

  it.each(['', '{}', '[]', '{"formato":1,"claves":[{"id":"a","publica":"b"}]}', '{"formato":2,"claves":[]}'])(
    'takes no list from %s',
    (text) => expect(parseKeyList(text)).toBeUndefined(),
  );
});
