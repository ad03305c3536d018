import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../../api/base/kernel/failures';
import { playDialogs, type PlayedChat } from '../../../fakes/play-dialog';

async function atSummary(chat: PlayedChat): Promise<void> {
  for (const texto of [
    'el parque de mi barrio esta lleno de basura',
    'si',
    '1',
    'con mi nombre',
    'Ana Ruiz',
  ]) {
    await chat.says(texto);
  }
  await chat.says('seguir sin documento');
  await chat.says('ana@correo.co');
}

const textOf = async (chat: PlayedChat, texto: string): Promise<string> =>
  (await chat.says(texto)).map((bubble) => bubble.texto).join('\n');

describe('sending a petition', () => {
  it('that fails says so, keeps the draft and files it when it is tried again', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    chat.ventanilla.failWith(failure('STORE_UNAVAILABLE'));
    const said = await textOf(chat, 'enviar');
    expect(said).toContain('aún no tiene número de radicado');
    expect(said).toContain('sigue guardada');
    expect(await textOf(chat, 'otros medios')).toContain('contacto@candelaria-valle.gov.co');
    chat.ventanilla.failWith();
    expect(await textOf(chat, 'intentar otra vez')).toContain('2026-E-000001');
    expect(chat.ventanilla.solicitudes).toHaveLength(1);
  });

  it('counts the term from the first time it was sent, not from the attempt that got through', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    chat.ventanilla.failWith(failure('NOT_READY'));
    await chat.says('enviar');
    await chat.says('otros medios');
    chat.ventanilla.failWith();
    await chat.says('intentar otra vez');
    const [solicitud] = chat.ventanilla.solicitudes;
    // Seven messages before it, ten seconds apart.
    expect(solicitud?.recibidoEn.toISOString()).toBe('2026-11-24T14:01:10.000Z');
  });

  it('again after an older version got through files another one only when the person says so', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    chat.ventanilla.failWith(failure('IDEMPOTENCY_KEY_REUSED'));
    expect(await textOf(chat, 'enviar')).toContain('será otra solicitud');
    chat.ventanilla.failWith();
    await chat.says('intentar otra vez');
    expect(chat.ventanilla.solicitudes.map(({ clave }) => clave)).toEqual(['borrador-3.1']);
  });

  it('with a tipo that has no term goes to choose another, with the draft intact', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    chat.ventanilla.failWith(failure('TERM_UNKNOWN'));
    expect(await textOf(chat, 'enviar')).toContain('¿Qué quiere presentar?');
    chat.ventanilla.failWith();
    expect(await textOf(chat, 'pedir algo')).toContain('¿La enviamos?');
  });

  it('says PRUEBA in the summary and in the acuse until go-live', async () => {
    const chat = playDialogs('WEB_CHAT', { prueba: true });
    await atSummary(chat);
    expect(await textOf(chat, 'repetir')).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
    expect(await textOf(chat, 'enviar')).toContain('PRUEBA – SIN VALIDEZ OFICIAL');
  });

  it('leaves no draft behind and links the constancia', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    const bubbles = await chat.says('enviar');
    expect(bubbles.at(-1)?.enlaces?.map(({ url }) => url)).toEqual(['/constancia', '/seguimiento']);
    expect(chat.state.parked).toEqual([]);
    expect(chat.forgot).toBe(false);
  });

  it('anonymously makes the conversation forget what was written', async () => {
    const chat = playDialogs('WHATSAPP');
    for (const texto of [
      'el parque de mi barrio esta lleno de basura',
      'si',
      '1',
      'anonima',
      'si',
      'enviar',
    ]) {
      await chat.says(texto);
    }
    expect(chat.forgot).toBe(true);
    expect(JSON.stringify(chat.state)).not.toContain('basura');
    expect(JSON.stringify(chat.state)).not.toContain('K7QM');
  });

  it('anonymously after having given a name carries none of it', async () => {
    const chat = playDialogs();
    await atSummary(chat);
    for (const texto of ['corregir', 'cómo se presenta', 'anonima', 'si']) await chat.says(texto);
    expect(JSON.stringify(chat.state)).not.toMatch(/Ana Ruiz|ana@correo/);
    await chat.says('enviar');
    expect(chat.ventanilla.solicitudes[0]?.identidad).toEqual({ modo: 'ANONIMO' });
  });
});
