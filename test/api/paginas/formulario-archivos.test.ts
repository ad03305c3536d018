import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { createRecibos } from '../../../api/base/anexos/recibos';
import { failure } from '../../../api/base/kernel/failures';
import { MAX_ANEXOS } from '../../../api/base/kernel/receive-file';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import { fakeReceiveFile } from '../../fakes/fake-receive-file';
import { pagesApp } from '../../fakes/pages-app';

const TYPED = {
  texto: 'La lámpara no prende: "de noche" <b>da</b> miedo.',
  nombre: 'María Inés Ñáñez',
  correo: 'maria@example.com',
  modo: 'IDENTIFICADO',
};

const recibos = createRecibos(createSealing(parseKeys(newKeyFile('AUTOGENERADA'))));

const inputs = (html: string, name: string): string[] =>
  [...html.matchAll(/<input[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="${name}"`))
    .map((tag) => /value="([^"]*)"/.exec(tag)?.[1] ?? '');

function aForm() {
  const fake = fakeReceiveFile();
  const pages = pagesApp({ archivos: { receive: fake.receive, recibos } });
  const post = (fields: Readonly<Record<string, string>>, receipts: readonly string[] = []) => {
    const sent = request(pages.app).post('/formulario');
    for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
    for (const receipt of receipts) void sent.field('recibo', receipt);
    return sent;
  };
  const open = async () => {
    const { text } = await request(pages.app).get('/formulario');
    return { ...TYPED, clave: inputs(text, 'clave')[0] ?? '' };
  };
  return { ...pages, ...fake, post, open };
}

describe('the form with files', () => {
  it('receives them in the review, says those refused and why, and files without them', async () => {
    const form = aForm();
    const fields = await form.open();
    const review = await form
      .post({ ...fields, paso: 'revisar' })
      .attach('archivos', Buffer.from('foto'), 'peña.jpg')
      .attach('archivos', Buffer.alloc(0), 'vacia.jpg')
      .attach('archivos', Buffer.from('MZ'), 'virus.exe');
    expect(review.status).toBe(200);
    expect(review.text).toContain('peña.jpg (4 bytes)');
    expect(review.text).toContain('vacia.jpg: El archivo llegó vacío.');
    expect(review.text).toContain('virus.exe: Es de un tipo que no se acepta.');
    const receipts = inputs(review.text, 'recibo');
    expect(receipts).toHaveLength(3);
    expect(review.text).not.toContain([...form.stored.keys()][0]);
    const filed = await form.post({ ...fields, paso: 'radicar' }, receipts);
    expect(filed.status).toBe(200);
    const [solicitud] = form.ventanilla.solicitudes;
    expect(solicitud?.anexos.map(({ nombre }) => nombre)).toEqual(['peña.jpg']);
    expect(solicitud?.noRecibidos).toEqual([
      { nombre: 'vacia.jpg', motivo: 'VACIO' },
      { nombre: 'virus.exe', motivo: 'TIPO_NO_ADMITIDO' },
    ]);
  });

  it('keeps them when a field is wrong, and lets the person leave one out', async () => {
    const form = aForm();
    const fields = await form.open();
    const wrong = await form
      .post({ ...fields, correo: 'maria@', paso: 'revisar' })
      .attach('archivos', Buffer.from('uno'), 'uno.jpg')
      .attach('archivos', Buffer.from('dos'), 'dos.jpg');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Archivos que ya recibimos');
    const [first = ''] = inputs(wrong.text, 'recibo');
    const review = await form
      .post({ ...fields, paso: 'revisar' }, [first])
      .attach('archivos', Buffer.from('tres'), 'tres.jpg');
    await form.post({ ...fields, paso: 'radicar' }, inputs(review.text, 'recibo'));
    expect(form.ventanilla.solicitudes[0]?.anexos.map(({ nombre }) => nombre)).toEqual([
      'uno.jpg',
      'tres.jpg',
    ]);
  });

  it('keeps them when it could not be filed just now, and when the key was of another petition', async () => {
    const form = aForm();
    const fields = await form.open();
    const review = await form
      .post({ ...fields, paso: 'revisar' })
      .attach('archivos', Buffer.from('x'), 'x.jpg');
    form.ventanilla.failWith(failure('STORE_UNAVAILABLE'));
    const failed = await form.post({ ...fields, paso: 'radicar' }, inputs(review.text, 'recibo'));
    expect(failed.status).toBe(503);
    expect(failed.text).toContain('También puede hacerlo por otro medio');
    const again = inputs(failed.text, 'recibo');
    form.ventanilla.failWith();
    await form.post({ ...fields, paso: 'radicar' }, again);
    const changed = await form.post({ ...fields, texto: 'Otra', paso: 'radicar' }, again);
    expect(changed.status).toBe(422);
    const clave = inputs(changed.text, 'clave')[0] ?? '';
    await form.post({ ...fields, texto: 'Otra', clave, paso: 'radicar' }, inputs(changed.text, 'recibo'));
    expect(form.ventanilla.solicitudes.map(({ anexos }) => anexos.length)).toEqual([1, 1]);
  });

  it('takes no receipt of another act of filing, nor one that was not given here', async () => {
    const form = aForm();
    const [mine, other] = [await form.open(), await form.open()];
    const review = await form
      .post({ ...mine, paso: 'revisar' })
      .attach('archivos', Buffer.from('x'), 'x.jpg');
    await form.post({ ...other, paso: 'radicar' }, [...inputs(review.text, 'recibo'), 'inventado']);
    expect(form.ventanilla.solicitudes[0]?.anexos).toEqual([]);
  });

  it('takes the same file once, and tells those past the limit', async () => {
    const form = aForm();
    const fields = await form.open();
    const sent = form.post({ ...fields, paso: 'revisar' });
    for (let n = 0; n < MAX_ANEXOS + 2; n++) void sent.attach('archivos', Buffer.from(`${n}`), `${n}.jpg`);
    const review = await sent;
    expect(review.text).toContain(`${MAX_ANEXOS + 1}.jpg: Llegaron más archivos de los permitidos.`);
    expect(form.stored.size).toBe(MAX_ANEXOS);
    const more = await form
      .post({ ...fields, paso: 'revisar' }, inputs(review.text, 'recibo').slice(0, MAX_ANEXOS))
      .attach('archivos', Buffer.from('0'), '0.jpg')
      .attach('archivos', Buffer.from('nuevo'), 'nuevo.jpg');
    await form.post({ ...fields, paso: 'radicar' }, inputs(more.text, 'recibo'));
    const [solicitud] = form.ventanilla.solicitudes;
    expect(solicitud?.anexos).toHaveLength(MAX_ANEXOS);
    expect(solicitud?.noRecibidos).toEqual([{ nombre: 'nuevo.jpg', motivo: 'DEMASIADOS' }]);
  });

  it('tells an anonymous person, before filing, what cannot be undone', async () => {
    const form = aForm();
    const { nombre: _, correo: __, ...fields } = await form.open();
    const review = await form.post({ ...fields, modo: 'ANONIMO', paso: 'revisar' });
    for (const told of [
      'Si pierde el código de consulta, nadie lo puede recuperar.',
      'solo guardamos una copia sin datos ocultos',
      'Una voz identifica',
      'no use un equipo ni una red de la Alcaldía',
    ])
      expect(review.text).toContain(told);
  });

  it('refuses a field repeated or unknown, and says that it takes no files where it takes none', async () => {
    const form = aForm();
    const repeated = await form.post({ ...TYPED }).field('texto', 'otro');
    expect(repeated.status).toBe(400);
    expect((await form.post({ ...TYPED, prioridad: 'URGENTE' })).status).toBe(400);
    const { text } = await request(pagesApp().app).get('/formulario');
    expect(text).toContain('aún no recibe archivos');
    expect(text).not.toContain('type="file"');
  });
});

describe('whom it is against, who files for another, and priority', () => {
  it('go with the petition', async () => {
    const form = aForm();
    const fields = {
      ...(await form.open()),
      tipo: 'QUEJA',
      contraServidor: 'El jefe de la oficina',
      contraDependencia: 'NO_EXISTE',
      representanteNombre: 'Rosa Ñáñez',
      representanteTipo: 'CC',
      representanteNumero: '94123456',
      representanteCalidad: 'Madre',
      menorDeEdad: 'si',
      corrupcion: 'si',
    };
    const review = await form.post({ ...fields, paso: 'revisar' });
    for (const told of ['El jefe de la oficina', 'Rosa Ñáñez', 'Soy menor de 18 años'])
      expect(review.text).toContain(told);
    await form.post({ ...fields, paso: 'radicar' });
    expect(form.ventanilla.solicitudes[0]).toMatchObject({
      contra: { servidor: 'El jefe de la oficina' },
      senales: { menorDeEdad: true, corrupcion: true },
      identidad: {
        representante: {
          nombre: 'Rosa Ñáñez',
          documento: { tipo: 'CC', numero: '94123456' },
          calidad: 'Madre',
        },
      },
    });
    expect(form.ventanilla.solicitudes[0]?.contra).not.toHaveProperty('dependencia');
  });

  it('are open in the form where something of them is wrong, with its words beside the field', async () => {
    const form = aForm();
    const fields = { ...(await form.open()), representanteNumero: '94123456' };
    const { status, text } = await form.post({ ...fields, paso: 'revisar' });
    expect(status).toBe(400);
    expect(text).toMatch(/<details open><summary>¿Escribe en nombre de otra persona\?/);
    expect(text).toContain('id="campo-representanteNombre-error"');
    expect(text).toContain('id="campo-representanteTipo-error"');
  });

  it('leave nothing of who represents an anonymous person', async () => {
    const form = aForm();
    const fields = { ...(await form.open()), modo: 'ANONIMO', representanteNombre: 'Rosa Ñáñez' };
    const review = await form.post({ ...fields, paso: 'revisar' });
    expect(review.text).toContain('no guardaremos el nombre ni el contacto');
    await form.post({ ...fields, paso: 'radicar' });
    expect(JSON.stringify(form.ventanilla.solicitudes)).not.toContain('Ñáñez');
  });

  it('open for corruption: a denuncia that says so', async () => {
    const form = aForm();
    const { text } = await request(form.app).get('/formulario?asunto=corrupcion');
    expect(text).toContain('<option value="DENUNCIA" selected>');
    expect(inputs(text, 'corrupcion')).toEqual(['si']);
    expect(text).toContain('se registrará como denuncia de corrupción');
  });
});
