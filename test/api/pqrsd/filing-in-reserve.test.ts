import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { reservedAnexos } from '../../../api/base/anexos/reserved-anexos';
import { manualClock } from '../../fakes/manual-clock';
import { memoryAnexos } from '../../fakes/memory-anexos';
import { pagesApp } from '../../fakes/pages-app';
import { playDialogs } from '../../fakes/play-dialog';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';

const MIB = 1024 ** 2;
const RESERVE = 1024 * MIB;
const LAST = 10 * MIB;
const NO_SPACE = { ok: false, failure: { code: 'NO_SPACE' } };
const LONG = 'La vía se inunda. '.repeat(5_000);

/** What a person sees when the disk is nearly full, on the real filing. */
const form = {
  texto: 'La lámpara está apagada',
  tipo: 'PETICION',
  modo: 'ANONIMO',
  clave: 'clave-del-formulario',
};

async function fileByForm(at: ReturnType<typeof pqrsdOffice>) {
  const { app } = pagesApp({ radicar: at.filePqrsd });
  return request(app)
    .post('/formulario')
    .type('form')
    .send({ ...form, paso: 'radicar' });
}

const TO_THE_END = [
  'el parque de mi barrio esta lleno de basura',
  'si',
  '1',
  'con mi nombre',
  'Ana Ruiz',
  'seguir sin documento',
  'ana@correo.co',
  'enviar',
];

async function fileByChat(at: ReturnType<typeof pqrsdOffice>): Promise<string> {
  const chat = playDialogs('WEB_CHAT', { radicar: at.filePqrsd });
  let said = '';
  for (const texto of TO_THE_END) said = (await chat.says(texto)).map((bubble) => bubble.texto).join('\n');
  return said;
}

describe('while the rest of the disk is kept for filings', () => {
  it('files are refused and the petition is filed without them, by the form and by the chat', async () => {
    const at = pqrsdOffice();
    at.disk.leave(RESERVE);
    const anexos = reservedAnexos(memoryAnexos(manualClock()), at.reserva);
    const refused = await anexos.put(Buffer.from('foto'), { nombre: 'foto.jpg', tipo: 'image/jpeg' });
    expect(refused).toMatchObject({ failure: { code: 'NO_SPACE_FOR_FILES' } });
    expect((await fileByForm(at)).text).toContain('2026-E-000001');
    expect(await fileByChat(at)).toContain('2026-E-000002');
  });

  it('a text too long for its document is the petition, not a file of it', async () => {
    const at = pqrsdOffice();
    at.disk.leave(RESERVE);
    expect(await at.filePqrsd(solicitud({ texto: LONG }))).toMatchObject({ ok: true });
    expect([...at.stored.values()].map(({ length }) => length)).toEqual([LONG.length]);
  });
});

describe('when even the last reserve is gone', () => {
  it('a petition is refused in plain words, by the form and by the chat, and its text is not lost', async () => {
    const at = pqrsdOffice();
    at.disk.leave(LAST);
    const answered = await fileByForm(at);
    expect(answered.status).toBe(507);
    expect(answered.text).toContain('En este momento no podemos recibir solicitudes');
    expect(answered.text).toContain(form.texto);
    expect(await fileByChat(at)).toMatch(/sin espacio.*sigue guardada/s);
    expect(await at.filePqrsd(solicitud({ texto: LONG }))).toEqual(NO_SPACE);
    expect([at.book.pages.length, at.stored.size, at.porRadicar.kept.size]).toEqual([0, 0, 0]);
  });

  it('what was filed before is acknowledged as ever when it is repeated', async () => {
    const at = pqrsdOffice();
    await at.filePqrsd(solicitud());
    at.disk.leave(LAST);
    expect(await at.filePqrsd(solicitud())).toMatchObject({ ok: true, value: { repetido: true } });
    expect(await at.filePqrsd(solicitud({ clave: 'otra' }))).toEqual(NO_SPACE);
  });

  it('what waits for its number goes on waiting, and is filed when there is room', async () => {
    const at = pqrsdOffice();
    await at.filePqrsd(solicitud({ clave: 'antes' }));
    at.clock.skew(86_400_000);
    for (const clave of ['a', 'b']) await at.filePqrsd(solicitud({ clave }));
    at.book.acceptance = 'acepto';
    at.disk.leave(LAST);
    expect([await at.fileWaiting(), at.porRadicar.kept.size]).toEqual([0, 2]);
    at.disk.leave(RESERVE);
    expect([await at.fileWaiting(), at.porRadicar.kept.size]).toEqual([2, 0]);
  });

  it('the same petition is filed, once, when there is room again', async () => {
    const at = pqrsdOffice();
    at.disk.leave(LAST);
    await at.filePqrsd(solicitud());
    at.disk.leave(RESERVE);
    expect(await at.filePqrsd(solicitud())).toMatchObject({ value: { repetido: false } });
    expect(at.book.pages).toHaveLength(1);
  });
});
