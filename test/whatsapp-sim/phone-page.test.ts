import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violations } from '../e2e/axe';
import { launchBrowser } from '../e2e/browser';
import { tabTo } from '../e2e/keyboard';
import { photo } from '../fakes/sample-files';
import { createPhone } from './phone/phone';
import { simAndBot, type SimAndBot } from './sim-and-bot';
import type { WebhookMessage } from './stub-bot';

jest.setTimeout(240_000);

/** One reply of each kind, by what is written. */
const REPLIES: Readonly<Record<string, Record<string, unknown>>> = {
  menú: {
    type: 'interactive',
    interactive: {
      type: 'button',
      body: { text: 'Esto es PRUEBA. ¿Qué desea hacer?' },
      footer: { text: '0 Menú, 9 Persona' },
      action: {
        buttons: ['Radicar', 'Consultar'].map((title) => ({ type: 'reply', reply: { id: title, title } })),
      },
    },
  },
  lista: {
    type: 'interactive',
    interactive: {
      type: 'list',
      body: { text: 'Escoja el tema' },
      action: {
        button: 'Ver temas',
        sections: [{ rows: [{ id: 'luz', title: 'Alumbrado', description: 'Postes y bombillos' }] }],
      },
    },
  },
  lugar: {
    type: 'interactive',
    interactive: {
      type: 'location_request_message',
      body: { text: '¿Dónde queda el daño?' },
      action: { name: 'send_location' },
    },
  },
  largo: { text: { body: 'Este es un texto largo que ocupa varias líneas. '.repeat(20) } },
  enlace: { text: { body: 'Su constancia está en http://127.0.0.1:3000/constancia/ABC.' } },
};

const reply = ({ type, text, interactive }: WebhookMessage) => {
  const body = (text as { body: string } | undefined)?.body;
  const tapped = JSON.stringify(interactive ?? type);
  return [REPLIES[body ?? ''] ?? { text: { body: `Recibido: ${body ?? tapped}` } }];
};

let browser: Browser;
let context: BrowserContext;
let both: SimAndBot;
let page: Page;

beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());
beforeEach(async () => {
  both = await simAndBot({ clock: 'real' }, { reply }, (sim) => {
    const phone = createPhone(sim, join(__dirname, 'phone'));
    phone.add('Persona 1', '573000000001');
    phone.add('Persona 2', '573000000002');
    return { answers: [phone.answer], takeovers: [phone.takeover] };
  });
});
afterEach(async () => {
  await context.close();
  await both.close();
});

async function open(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
  context = await browser.newContext({ viewport, colorScheme });
  page = await context.newPage();
  await page.goto(`${both.sim.url}/telefono`);
  await log().waitFor();
}
const shot = async (name: string) => {
  const folder = process.env.SIM_SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
};
const uploaded = (name: string, mime: string, bytes: Buffer) =>
  both.sim.world.media.add('upload', { name, mime, bytes }).id;
const log = (phone = '300 000 0001') => page.getByRole('log', { name: `Conversación de ${phone}` });
const section = (name = 'Persona 1') => page.getByRole('region', { name });
async function write(text: string) {
  await section().getByLabel('Mensaje').fill(text);
  await section().getByRole('button', { name: 'Enviar', exact: true }).click();
}

describe('the phone page', () => {
  it('is written with the keyboard alone, and says how far each message got', async () => {
    await open({ width: 1280, height: 900 });
    await tabTo(page, 'Mensaje');
    await page.keyboard.type('hola');
    await page.keyboard.press('Enter');
    await log().getByText('Recibido: hola').waitFor();
    await log().getByText('✓✓ entregado').waitFor();
    expect(await section().getByLabel('Mensaje').inputValue()).toBe('');
    const written = both.sim.world.people.all()[0]?.sent[0];
    await both.bot.send({ status: 'read', message_id: written?.wamid, typing_indicator: { type: 'text' } });
    await log().getByText('✓✓ leído').waitFor();
    await section().getByText('La alcaldía está escribiendo…').waitFor();
  });

  it('shows buttons, lists, links and what asks for a place, and they work', async () => {
    await open({ width: 1280, height: 900 });
    await write('menú');
    await log().getByRole('button', { name: 'Radicar' }).click();
    await log().getByText('button_reply').waitFor();
    await write('lista');
    await log().getByText('Ver temas').click();
    await log().getByRole('button', { name: 'Alumbrado' }).click();
    await log().getByText('list_reply').waitFor();
    await write('enlace');
    const link = log().getByRole('link');
    await link.waitFor();
    expect(await link.getAttribute('href')).toBe('http://127.0.0.1:3000/constancia/ABC');
    await write('lugar');
    await log().getByRole('button', { name: 'Enviar ubicación' }).click();
    await section().locator('form.ubicacion').getByRole('button').click();
    await log().getByText('Recibido: "location"').waitFor();
    await shot('escritorio');
    expect(await violations(page)).toEqual([]);
  });

  it('shows a file by its kind, name and size, and opens it', async () => {
    await open({ width: 1280, height: 900 });
    await write('hola');
    const id = uploaded('formato.pdf', 'application/pdf', Buffer.from(`%PDF-${'x'.repeat(2_000)}`));
    const [person] = both.sim.world.people.all();
    const document = { id, filename: 'formato.pdf', caption: 'Aquí está.' };
    await both.bot.send({ to: person?.phone, type: 'document', document });
    const link = log().getByRole('link', { name: 'Documento: formato.pdf (2 kB)' });
    const file = await fetch(new URL((await link.getAttribute('href')) ?? '', page.url()));
    expect(await link.getAttribute('download')).toBe('formato.pdf');
    expect(file.headers.get('content-disposition')).toBe('attachment');
    expect(await file.text()).toMatch(/^%PDF-x{2000}$/);
    const picture = uploaded('mapa.png', 'image/png', await photo('png'));
    await both.bot.send({ to: person?.phone, type: 'image', image: { id: picture } });
    await log().getByRole('img', { name: 'mapa.png' }).waitFor();
    await shot('archivos');
    expect(await violations(page)).toEqual([]);
  });

  it('keeps the last message in sight, also after coming back, unless one is reading above', async () => {
    await open({ width: 1280, height: 900 });
    const fromEnd = () => log().evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    for (const text of ['menú', 'largo', 'menú', 'largo', 'menú']) {
      await write(text);
      await log().getByText(text).last().waitFor();
    }
    await page.reload();
    await log().getByRole('button', { name: 'Radicar' }).nth(2).waitFor();
    expect(await fromEnd()).toBeLessThan(2);
    await write('tres');
    await log().getByText('Recibido: tres').waitFor();
    expect(await fromEnd()).toBeLessThan(2);
    await log().evaluate((box) => (box.scrollTop = 0));
    await both.bot.send({ to: '573000000001', text: { body: 'otra cosa' } });
    await log().getByText('otra cosa').waitFor();
    expect(await fromEnd()).toBeGreaterThan(100);
  });

  it('sends a picture, and keeps each person apart', async () => {
    await open({ width: 1280, height: 900 });
    await section('Persona 2').getByText('Adjuntar o compartir').click();
    await section('Persona 2')
      .getByLabel('Archivo')
      .setInputFiles({ name: 'hueco.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8]) });
    await section('Persona 2').getByRole('button', { name: 'Enviar archivo' }).click();
    await log('300 000 0002').getByText('Recibido: "image"').waitFor();
    expect(await log().textContent()).toBe('');
    await page.getByRole('checkbox', { name: /300 000 0001/ }).uncheck();
    await log().waitFor({ state: 'hidden' });
  });

  it('adds a person, and says what is wrong with a number', async () => {
    await open({ width: 1280, height: 900 });
    await page.getByText('Agregar otra persona').click();
    await page.getByLabel('Número de celular').fill('12');
    await page.getByRole('button', { name: 'Agregar persona' }).click();
    await page.getByText('Escriba un número de celular de diez dígitos.').waitFor();
    await page.getByLabel('Número de celular').fill('3000000009');
    await page.getByRole('button', { name: 'Agregar persona' }).click();
    await log('300 000 0009').waitFor();
  });

  it('makes something go wrong and right again', async () => {
    await open({ width: 1280, height: 900 });
    await page.getByText('Fallas', { exact: true }).click();
    const fault = page.getByRole('checkbox', { name: /token/ });
    await fault.check();
    await write('uno');
    await log().getByText('✓✓ entregado').waitFor();
    await both.bot.settled();
    expect(both.sim.trace()).toContain('"codigo":190');
    expect(await log().textContent()).not.toContain('Recibido');
    await fault.uncheck();
    await write('dos');
    await log().getByText('Recibido: dos').waitFor();
  });

  it.each([
    ['light', 320],
    ['dark', 320],
  ] as const)('fits a narrow screen, %s, without scrolling sideways', async (scheme, width) => {
    await open({ width, height: 640 }, scheme);
    await write('menú');
    await log().getByRole('button', { name: 'Radicar' }).waitFor();
    await section().getByText('Adjuntar o compartir').click();
    await page.getByText('Fallas', { exact: true }).click();
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
    expect(await violations(page)).toEqual([]);
    await shot(`angosto-${scheme}`);
  });
});
