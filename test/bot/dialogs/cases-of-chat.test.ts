import { describe, expect, it } from '@jest/globals';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { type PlayedChat, playDialogs } from '../../fakes/play-dialog';

const foto = { sha256: 'f', nombre: 'poste.jpg', tipo: 'image/jpeg', bytes: 1 };
const LAMP = 'el poste de la luz de la esquina de la carrera 7 lleva una semana dañado';

const text = (bubbles: Awaited<ReturnType<PlayedChat['says']>>) =>
  bubbles
    .map(({ texto, opciones }) => [texto, ...opciones.map(({ titulo }) => `[${titulo}]`)].join('\n'))
    .join('\n---\n');

async function all(chat: PlayedChat, ...lines: readonly string[]): Promise<string> {
  let said = '';
  for (const line of lines) said = text(await chat.says(line));
  return said;
}

const named = ['con mi nombre', 'Ana Ruiz', 'seguir sin documento', 'ana@correo.co'];
const file = (chat: PlayedChat, texto = LAMP) =>
  all(chat, 'menu', 'petición, queja, reclamo', texto, 'si', 'carrera 7 con 5', ...named, 'enviar');

async function withCase(prueba = true) {
  const chat = playDialogs('WEB_CHAT', { prueba });
  expect(await file(chat)).toContain('2026-E-000001');
  return chat;
}

describe('somebody with an open case in this chat', () => {
  it('is asked whether a photo is for it, and adds it', async () => {
    const chat = await withCase();
    const asked = text(await chat.says('', { anexos: [foto] }));
    expect(asked).toContain('¿Es para su caso 2026-E-000001');
    expect(asked).toContain('[Es otra solicitud]');
    const said = await all(chat, 'caso 2026-E-000001');
    expect(said).toContain('Lo agregamos al caso 2026-E-000001');
    expect(said).toContain('La fecha de respuesta no cambia');
    expect(said).toContain('PRUEBA');
    expect(chat.ventanilla.adiciones).toMatchObject([
      { caso: { recepcion: '2026-E-000001', conversacion: 'esta-conversacion' }, anexos: [foto] },
    ]);
    expect(chat.ventanilla.solicitudes).toHaveLength(1);
  });

  it('is told what the office asked, and the next text is offered as the answer', async () => {
    const chat = await withCase();
    chat.ventanilla.pregunta('2026-E-000001', '¿Cuál es el número del poste?');
    const asked = await all(chat, 'xqwz plin plon');
    expect(asked).toContain('¿Cuál es el número del poste?');
    await all(chat, '1');
    expect(chat.ventanilla.adiciones[0]?.texto).toBe('xqwz plin plon');
  });

  it('may say that it is another petition: what was sent starts it', async () => {
    const chat = await withCase();
    await chat.says('xqwz plin plon', { anexos: [foto] });
    await all(chat, 'es otra solicitud');
    expect(chat.state.active).toMatchObject({
      dialog: 'radicar',
      data: { texto: 'xqwz plin plon', anexos: [foto] },
    });
    expect(chat.ventanilla.adiciones).toEqual([]);
  });

  it('sees it without a code in «Mis casos», and adds from there', async () => {
    const chat = await withCase();
    expect(await all(chat, 'menu', 'consultar un radicado', 'mis casos')).toContain('Caso 2026-E-000001');
    expect(await all(chat, 'agregar algo', 'ya se cayó el poste')).toContain('Lo agregamos al caso');
    expect(chat.ventanilla.adiciones[0]).toMatchObject({ texto: 'ya se cayó el poste' });
  });

  it.each(['mis casos', 'quiero ver mis casos'])('sees it by saying «%s» anywhere', async (words) => {
    expect(await all(await withCase(), words)).toMatch(/Caso 2026-E-000001[^]*Estado: Recibida/);
  });

  it('can try again what could not be added, and it is added once', async () => {
    const chat = await withCase();
    await chat.says('', { anexos: [foto] });
    chat.ventanilla.failWith({ code: 'STORE_UNAVAILABLE' });
    expect(await all(chat, '1')).toContain('Lo que escribió sigue aquí');
    chat.ventanilla.failWith();
    expect(await all(chat, 'intentar otra vez')).toContain('Lo agregamos');
    expect(chat.ventanilla.adiciones).toHaveLength(1);
  });
});

describe('who has no case in the chat', () => {
  it('is offered to file, as always', async () => {
    const chat = playDialogs();
    expect(text(await chat.says('', { anexos: [foto] }))).toContain('¿Lo radicamos como petición');
  });

  it.each(['anonima', 'confidencial'])(
    'because theirs is %s, is never asked about it nor shown it',
    async (modo) => {
      const chat = playDialogs();
      const rest = modo === 'anonima' ? ['si'] : ['Ana Ruiz', 'seguir sin documento', 'ana@correo.co'];
      await all(chat, LAMP, 'si', 'seguir sin lugar', modo, ...rest, 'enviar');
      expect(chat.ventanilla.solicitudes[0]?.conversacion).toBeUndefined();
      expect(text(await chat.says('', { anexos: [foto] }))).not.toContain('2026-E-000001');
      expect(await all(chat, 'menu', 'consultar un radicado', 'mis casos')).toContain(
        'no hay casos abiertos',
      );
    },
  );
});

describe('an anonymous case opened with its code', () => {
  it('is a box of two ways, and nothing of it stays in the chat', async () => {
    const chat = playDialogs();
    await all(chat, LAMP, 'si', 'seguir sin lugar', 'anonima', 'si', 'enviar');
    chat.ventanilla.pregunta('2026-E-000001', '¿Hace cuánto?');
    const seen = await all(chat, 'consultar un radicado', '2026-E-000001', FAKE_CODE);
    expect(seen).toContain('espera que usted conteste: «¿Hace cuánto?»');
    expect(chat.forgot).toBe(true);
    expect(await all(chat, 'agregar algo')).toContain('Si escribe quién es');
    // Also if the person leaves here: the number and the code are still in this turn.
    expect(chat.forgot).toBe(true);
    expect(await all(chat, 'hace dos semanas')).toContain('Lo agregamos');
    expect(chat.forgot).toBe(true);
    expect(chat.ventanilla.adiciones[0]?.caso).toEqual({
      numero: '2026-E-000001',
      codigo: FAKE_CODE.replaceAll('-', ''),
    });
    expect(JSON.stringify(chat.state)).not.toMatch(/2026-E-000001|K7QM|dos semanas/);
  });
});

describe('a petition that looks like an open one', () => {
  const again = 'sigue dañado el poste de la luz de la esquina de la carrera 7';

  it('is asked about once before it is filed, and may be added to that case', async () => {
    const chat = await withCase();
    const asked = await file(chat, again);
    expect(asked).toContain('Se parece a su caso 2026-E-000001');
    expect(await all(chat, 'agregar a ese')).toContain('Lo agregamos al caso 2026-E-000001');
    expect(chat.ventanilla.solicitudes).toHaveLength(1);
    expect(chat.ventanilla.adiciones).toMatchObject([{ texto: `${again}\nLugar: carrera 7 con 5` }]);
    expect(JSON.stringify(chat.state)).not.toContain(again);
  });

  it('is filed when the person says so, linked to the other', async () => {
    const chat = await withCase();
    await file(chat, again);
    expect(await all(chat, 'radicar otra')).toContain('2026-E-000002');
    expect(chat.ventanilla.solicitudes[1]).toMatchObject({ texto: again, relacionadas: ['2026-E-000001'] });
  });

  it('is never stopped because others could not be looked for', async () => {
    const chat = playDialogs('WEB_CHAT', {});
    chat.ventanilla.failWith({ code: 'STORE_UNAVAILABLE' });
    expect(await file(chat)).toContain('no podemos guardar su solicitud');
    chat.ventanilla.failWith();
    expect(await all(chat, 'intentar otra vez')).toContain('2026-E-000001');
  });
});
