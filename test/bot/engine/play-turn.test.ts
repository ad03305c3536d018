import { describe, expect, it } from '@jest/globals';
import { failure } from '../../../api/base/kernel/failures';
import { FAKE_CODE } from '../../fakes/fake-ventanilla';
import { talk, toSummary } from '../../fakes/talk';

const MINUTES = 60_000;

describe('a turn', () => {
  it('receives a greeting with the menu and the privacy notice, told once', async () => {
    const chat = talk();
    expect(await chat.send('Hola')).toBe('Bienvenido. Aviso de datos. ¿Qué necesita?');
    expect(chat.last().bubbles[0]?.aviso).toBe('v1');
    expect(await chat.send('MENÚ')).toBe('¿Qué necesita?');
  });

  it('hears a first message that tells the problem: nobody tells it twice', async () => {
    const chat = talk();
    expect(await chat.send('Hay un hueco en la calle')).toMatch(/^Bienvenido.*\n---\n¿Dónde\?$/s);
  });

  it('asks one question a message, with what is said before it in the same bubble', async () => {
    const chat = talk();
    await chat.send('Hay un hueco en la calle');
    expect(await chat.send('Calle 5')).toBe('Anotado.\n\n¿Con su nombre?');
    expect(chat.options()).toEqual(['Con mi nombre', 'Anónima']);
  });

  it('files under the key made when the draft started', async () => {
    const chat = talk();
    await toSummary(chat);
    expect(await chat.send('sí')).toContain('Radicado 2026-E-000001');
    expect(chat.ventanilla.solicitudes).toHaveLength(1);
    expect(chat.ventanilla.solicitudes[0]?.clave).toMatch(/^clave-/);
    expect(chat.last().forget).toBe(true);
    expect(chat.state().active).toBeUndefined();
  });

  it('does not ask to forget what was filed with a name', async () => {
    const chat = talk();
    await toSummary(chat, 'con mi nombre');
    await chat.send('1');
    expect(chat.last().forget).toBe(false);
  });

  it('keeps the draft when the Ventanilla refuses', async () => {
    const chat = talk();
    await toSummary(chat);
    chat.ventanilla.failWith(failure('STORE_UNAVAILABLE'));
    expect(await chat.send('1')).toMatch(/^No se pudo\.\n\nResumen: Hay un hueco/);
    chat.ventanilla.failWith();
    expect(await chat.send('1')).toContain('Radicado 2026-E-000001');
  });

  it('gives what a citizen wrote back as it is', async () => {
    const chat = talk();
    const odd = 'Cra 5 / "La 14" & más {{vars.x}} {nombre} <b>$ne</b>';
    expect(await chat.all(odd, 'Calle 5', '2')).toContain(`Resumen: ${odd} en Calle 5`);
  });
});

describe('choosing an option', () => {
  it.each(['2', '2.', ' 2) ', 'dos', 'Opción 2', 'la segunda', 'ANONIMA', 'anónima', 'Anónima.'])(
    'takes «%s» for the second',
    async (said) => {
      const chat = talk();
      await chat.all('Hay un hueco en la calle', 'Calle 5');
      expect(await chat.send(said)).toMatch(/^Resumen/);
    },
  );

  it('takes a button by its id, and words of only one title', async () => {
    const chat = talk();
    await chat.send('hola');
    expect(await chat.send('', 'consultar')).toBe('¿Número?');
    await chat.send('menú');
    expect(await chat.send('mi radicado')).toBe('¿Número?');
  });

  it('does not take a button of an earlier question for an answer', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle');
    expect(await chat.send('Consultar mi radicado', 'consultar')).toMatch(/pregunta anterior.\n\n¿Dónde\?/);
  });

  it('leaves a number without option as text', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle');
    await chat.all('77', '2');
    expect(chat.last().bubbles[0]?.texto).toContain('en 77');
  });
});

describe('misunderstandings', () => {
  it('offers a person at the third in a row, never the same question for ever', async () => {
    const chat = talk();
    await chat.all('hola', 'xx', 'yy');
    expect(await chat.send('zz')).toContain('contacto@candelaria-valle.gov.co');
    expect(chat.options()).toEqual(['Intentar otra vez', 'Ir al menú']);
    expect(await chat.send('1')).toBe('¿Qué necesita?');
  });

  it('takes what is written then as an answer, and counts from zero', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle', '', ' ', '');
    expect(chat.state().pending?.kind).toBe('STUMBLE');
    expect(await chat.send('Calle 5')).toContain('¿Con su nombre?');
    expect(chat.state().misses).toBe(0);
  });

  it('hears a story told then with nothing in course', async () => {
    const chat = talk();
    await toSummary(chat);
    await chat.all('1', 'Hay una fuga en el parque', 'menú', '2', '2026-E-000001', FAKE_CODE);
    chat.clock.advance(20 * MINUTES);
    await chat.all('hola', 'qué', 'qué', 'qué');
    expect(chat.state()).toMatchObject({ pending: { kind: 'STUMBLE' }, parked: [{}] });
    expect(chat.state().active).toBeUndefined();
    expect(await chat.send('Se cayó un árbol en la loma')).toContain('¿Seguimos con «Hay una fuga');
    expect(await chat.all('2', '1')).toMatch(/¿Dónde\?$/);
    expect(await chat.all('La loma', '2')).toContain('Resumen: Se cayó un árbol en la loma');
  });

  it('counts from zero after any answer that serves', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle', 'Calle 5', 'qué', 'qué', '2', 'qué', 'qué');
    expect(chat.state().pending).toBeUndefined();
  });
});

describe('an emergency', () => {
  it('shows the card first at any step, and hears what was written as the answer', async () => {
    const chat = talk();
    await chat.send('Hay un hueco en la calle');
    const said = await chat.send('¡hay un INCENDIO!');
    expect(said).toMatch(/^Este chat no atiende emergencias.*123.*\n---\nAnotado.*¿Con su nombre\?$/s);
    expect(await chat.send('2')).toContain('Hay un hueco en la calle en ¡hay un INCENDIO!');
  });

  it('keeps the text too where a petition is being told', async () => {
    const chat = talk();
    await chat.all('hola', '1');
    expect(await chat.send('Hay un incendio en la loma')).toMatch(/emergencias.*\n---\n¿Dónde\?$/s);
    expect(await chat.all('La loma', '2')).toContain('Resumen: Hay un incendio en la loma');
  });

  it('shows the card first to somebody who has just arrived', async () => {
    expect(await talk().send('incendio!!')).toMatch(/^Este chat no atiende emergencias/);
  });

  it('keeps what was written while the engine asks something, and tells of it when it cannot', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle', 'cancelar', 'un incendio en la loma');
    expect(await chat.all('no', '2')).toContain('en un incendio en la loma');
    await chat.all('cancelar', 'un incendio');
    expect(await chat.send('menú')).toContain('Esto no quedó guardado: «un incendio»');
  });

  it('shows the card above a question of the engine, which goes on waiting', async () => {
    const chat = talk();
    await chat.all('Hay un hueco en la calle', 'cancelar');
    expect(await chat.send('un incendio')).toMatch(/^Este chat.*¿Lo borramos\?$/s);
  });
});

describe('coming back after a silence', () => {
  it('asks whether to go on when more than 15 minutes passed with a draft', async () => {
    const chat = talk();
    await toSummary(chat);
    chat.clock.advance(15 * MINUTES + 1);
    expect(await chat.send('hola')).toBe('¿Seguimos con «Hay un hueco en la calle»?');
    expect(chat.options()).toEqual(['Sí', 'Empezar de nuevo']);
    expect(await chat.send('sí')).toContain('Resumen: Hay un hueco');
  });

  it('does not ask within 15 minutes, nor without a draft', async () => {
    const chat = talk();
    await toSummary(chat);
    chat.clock.advance(15 * MINUTES);
    expect(await chat.send('repetir')).toContain('Resumen');
    const other = talk();
    await other.all('hola', '2');
    other.clock.advance(60 * MINUTES);
    expect(await other.send('2026-E-000001')).toBe('¿Código?');
  });

  it('takes what the person came back with as the answer, after the yes', async () => {
    const chat = talk();
    await chat.send('Hay un hueco en la calle');
    chat.clock.advance(72 * 60 * MINUTES);
    await chat.send('Calle 5 con 8');
    expect(await chat.send('1')).toContain('¿Con su nombre?');
    expect(await chat.send('2')).toContain('en Calle 5 con 8');
  });

  it('keeps what is written instead of a yes or a no', async () => {
    const chat = talk();
    await chat.send('Hay un hueco en la calle');
    chat.clock.advance(60 * MINUTES);
    await chat.send('es en la calle 5');
    expect(await chat.send('frente al colegio')).toContain('¿Seguimos con');
    expect(await chat.all('sí', '2')).toContain('en es en la calle 5\nfrente al colegio');
  });

  it('drops the draft only after a second yes', async () => {
    const chat = talk();
    await toSummary(chat);
    chat.clock.advance(60 * MINUTES);
    await chat.send('hola');
    expect(await chat.send('empezar de nuevo')).toContain('¿Lo borramos?');
    expect(await chat.send('no')).toContain('Resumen: Hay un hueco');
    chat.clock.advance(60 * MINUTES);
    expect(await chat.all('hola', '2', '1')).toMatch(/^Borramos el borrador\./);
    expect(chat.state()).toMatchObject({ parked: [] });
  });
});
