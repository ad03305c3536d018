import { describe, expect, it } from '@jest/globals';
import { playDialogs, type PlayedChat } from '../../fakes/play-dialog';

const STORY = 'el poste de la luz de mi cuadra esta dañado';
const DANGER = 'hay un incendio';

const all = async (chat: PlayedChat, ...lines: readonly string[]): Promise<string> => {
  let said = '';
  for (const line of lines) said = (await chat.says(line)).map(({ texto }) => texto).join('\n---\n');
  return said;
};

/** How to get to each step at which the danger is no answer. */
const STEPS: readonly [step: string, lines: readonly string[]][] = [
  ['modo', [STORY, 'si', 'calle 5']],
  ['anonima', [STORY, 'si', 'calle 5', 'anonima']],
  ['nombre', [STORY, 'si', 'calle 5', '1']],
  ['documento', [STORY, 'si', 'calle 5', '1', 'Ana Ruiz']],
  ['tipo_documento', [STORY, 'si', 'calle 5', '1', 'Ana Ruiz', '1113456']],
  ['contacto', [STORY, 'si', 'calle 5', '1', 'Ana Ruiz', 'no']],
  ['resumen', [STORY, 'si', 'calle 5', 'anonima', 'si']],
  ['corregir', [STORY, 'si', 'calle 5', 'anonima', 'si', 'corregir']],
];

describe.each(STEPS)('a danger told at %s', (step, lines) => {
  it('is shown the card first and then kept in the petition, and the person is told', async () => {
    const chat = playDialogs();
    await all(chat, ...lines);
    expect(chat.state.active?.step).toBe(step);
    const said = await all(chat, DANGER);
    expect(said).toMatch(/^Este chat no atiende emergencias.*\n---\nAgregamos eso a su solicitud/s);
    expect(chat.state.active).toMatchObject({
      step,
      data: { texto: `${STORY}\n${DANGER}`, riesgoDeVida: true },
    });
  });
});

describe('a danger told', () => {
  it('where a place is asked for is the place, and the petition is of risk to life', async () => {
    const chat = playDialogs();
    expect(await all(chat, STORY, 'si', DANGER)).toMatch(/^Este chat no atiende emergencias/);
    expect(chat.state.active?.data).toMatchObject({ lugar: DANGER, riesgoDeVida: true });
  });

  it.each([['consultar'], ['consultar', '2026-E-000001'], ['tramite']])(
    'elsewhere is offered to be filed (%j)',
    async (...lines) => {
      const chat = playDialogs();
      await all(
        chat,
        'hola',
        ...lines.map((line) => (line === 'consultar' ? '2' : line === 'tramite' ? '3' : line)),
      );
      expect(await all(chat, DANGER)).toMatch(/^Este chat no atiende emergencias.*«hay un incendio»/s);
      expect(await all(chat, '1')).toContain(DANGER);
    },
  );

  it('by WhatsApp is answered in one bubble that begins with the card and its lines', async () => {
    for (const lines of [[], [STORY], [STORY, 'si'], [STORY, 'si', 'calle 5', '1', 'Ana Ruiz']]) {
      const chat = playDialogs('WHATSAPP');
      await all(chat, ...lines);
      expect(await all(chat, DANGER)).toMatch(
        /^Este chat no atiende emergencias\. Si hay peligro, llame ya:\n123: [^-]+\?[^-]*$/,
      );
    }
  });

  it('is not what a location with the name of a fire station tells', async () => {
    const chat = playDialogs('WHATSAPP');
    const place = 'Ubicación: 3.412345, -76.345678 (Estación de Bomberos, Calle 8 # 5-23)';
    expect(await all(chat, STORY, 'si', place)).toMatch(/^¿Cómo quiere presentarla\?/);
  });
});
