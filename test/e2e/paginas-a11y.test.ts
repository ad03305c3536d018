import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { FAKE_CODE } from '../fakes/fake-ventanilla';
import { GOOD_TOKEN } from '../fakes/pages-app';
import { violations } from './axe';
import { launchBrowser } from './browser';
import { buildScripts, type BuiltScripts } from './built-scripts';
import { startPagesServer, type PagesServer } from './pages-server';

jest.setTimeout(60_000);

let browser: Browser;
let scripts: BuiltScripts;
let server: PagesServer;

beforeAll(async () => {
  scripts = buildScripts();
  [browser, server] = await Promise.all([launchBrowser(), startPagesServer(scripts.files)]);
  server.chat.say('Buenas tardes. Soy el asistente.', {
    enlaces: [{ titulo: 'Sus datos', url: '/privacidad' }],
  });
  server.chat.say('¿Qué necesita?', { opciones: [{ id: 'a', titulo: 'Radicar una solicitud' }] });
});

afterAll(async () => {
  await browser.close();
  await server.close();
  scripts.remove();
});

type Visit = (page: Page) => Promise<unknown>;

const open =
  (path: string): Visit =>
  (page) =>
    page.goto(`${server.url}${path}`);

const fill: Visit = async (page) => {
  await open('/formulario')(page);
  await page.fill('[name=texto]', 'La lámpara no prende.\nDe noche da miedo.');
  await page.fill('[name=nombre]', 'María Inés Ñáñez');
  await page.fill('[name=correo]', 'maria@example.com');
};

const review: Visit = async (page) => {
  await fill(page);
  await page.click('button[value=revisar]');
};

const file: Visit = async (page) => {
  await review(page);
  await page.click('button[value=radicar]');
};

/** Every part that is folded, open. */
const unfold: Visit = (page) =>
  page.$$eval('details', (all) => all.forEach((one) => one.setAttribute('open', '')));

const FILES = ['foto.jpg', 'virus.exe'].map((name) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: Buffer.from(name),
}));

const verify =
  (token: string): Visit =>
  async (page) => {
    await open('/verificar')(page);
    await page.fill('[name=token]', token);
    await page.evaluate(() => document.querySelector<HTMLFormElement>('#verificar')?.submit());
    await page.waitForSelector('.comprobante');
  };

const STATES: readonly (readonly [string, Visit])[] = [
  ['home', open('/')],
  [
    'the open chat',
    async (page) => {
      await open('/chat')(page);
      await page.getByRole('button', { name: 'Radicar una solicitud' }).waitFor();
    },
  ],
  ['the form', open('/formulario')],
  [
    'the form for an anonymous person',
    async (page) => {
      await open('/formulario')(page);
      await page.check('[value=ANONIMO]');
    },
  ],
  [
    'the form with errors',
    async (page) => {
      await open('/formulario')(page);
      await page.fill('[name=telefono]', '12');
      await page.click('button[value=revisar]');
    },
  ],
  [
    'the form with all its parts',
    async (page) => {
      await open('/formulario?asunto=corrupcion')(page);
      await unfold(page);
    },
  ],
  [
    'the form with errors in its folded parts and a file received',
    async (page) => {
      await open('/formulario')(page);
      await unfold(page);
      await page.setInputFiles('[name=archivos]', FILES);
      await page.fill('[name=representanteNumero]', '1');
      await page.click('button[value=revisar]');
      await page.getByText('foto.jpg').waitFor();
    },
  ],
  [
    'the review of an anonymous petition, with a file received and another not',
    async (page) => {
      await open('/formulario')(page);
      await page.fill('[name=texto]', 'Denuncio un hecho.');
      await page.check('[value=ANONIMO]');
      await page.setInputFiles('[name=archivos]', FILES);
      await page.click('button[value=revisar]');
      await page.getByText('virus.exe').waitFor();
    },
  ],
  ['report corruption', open('/denuncie-corrupcion')],
  ['hours and places', open('/horarios')],
  ['the carta de trato digno', open('/trato-digno')],
  ['emergency lines', open('/emergencias')],
  ['availability', open('/disponibilidad')],
  [
    'a certificate and its verification',
    async (page) => {
      await open('/disponibilidad')(page);
      await page.click('.interrupciones a');
      const token = await page.locator('main code').textContent();
      await open('/disponibilidad')(page);
      await page.fill('[name=token]', token ?? '');
      await page.click('main form button');
      await page.locator('.comprobante').waitFor();
    },
  ],
  ['the review', review],
  ['the result', file],
  ['tracking', open('/seguimiento')],
  [
    'tracking with errors',
    async (page) => {
      await open('/seguimiento')(page);
      await page.click('main button');
    },
  ],
  [
    'a case',
    async (page) => {
      await file(page);
      await page.click('form[action="/seguimiento"] button');
    },
  ],
  [
    'the constancia as a page',
    async (page) => {
      await file(page);
      await page.click('form[action="/constancia/pantalla"] button');
    },
  ],
  ['the trámites', open('/tramites')],
  ['a search', open('/tramites?q=predial')],
  ['a search without results', open('/tramites?q=zzz')],
  ['a trámite', open('/tramites/impuesto-predial')],
  ['verification', open('/verificar')],
  ['a good verification', verify(GOOD_TOKEN)],
  ['a bad verification', verify('malo')],
  ['the page of a link', open('/datos/bueno')],
  [
    'the page of a link with errors',
    async (page) => {
      await open('/datos/bueno')(page);
      await page.click('main form button');
    },
  ],
  ['a link that expired', open('/datos/VENCIDO')],
  ['a link of a petition that is over', open('/datos/TERMINADO')],
  ['privacy', open('/privacidad')],
  ['accessibility', open('/accesibilidad')],
  [
    'what is to be confirmed',
    async (page) => {
      await open('/por-confirmar')(page);
      await page.click('main summary >> nth=0');
    },
  ],
  ['a page that does not exist', open('/no-existe')],
];

const PHONE = { viewport: { width: 320, height: 640 }, colorScheme: 'dark' } as const;
const DESK = { viewport: { width: 1280, height: 900 }, colorScheme: 'light' } as const;

describe('every public page', () => {
  it.each(STATES)(
    '%s: axe finds nothing, nothing overflows at 320 px, the policy blocks nothing',
    async (_, visit) => {
      const context = await browser.newContext({ ...PHONE, reducedMotion: 'reduce' });
      const page = await context.newPage();
      const blocked: string[] = [];
      page.on(
        'console',
        (message) => /Content Security Policy/.test(message.text()) && blocked.push(message.text()),
      );
      await visit(page);
      for (const { viewport, colorScheme } of [PHONE, DESK]) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme });
        expect(await violations(page)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        ).toBeLessThanOrEqual(0);
      }
      expect(blocked).toEqual([]);
      await context.close();
    },
  );

  it('has targets of at least 44 px for what is pressed, besides links inside a text', async () => {
    const page = await browser.newPage();
    for (const path of [
      '/',
      '/formulario',
      '/seguimiento',
      '/tramites',
      '/verificar',
      '/disponibilidad',
      '/datos/bueno',
    ]) {
      await open(path)(page);
      const small = await page.$$eval(
        'button, .boton, .menu a, select, textarea, summary, input:not([type=hidden]):not([type=radio]):not([type=checkbox])',
        (all) =>
          all
            .filter(
              (one) => !one.closest('[aria-hidden],[hidden]') && one.getBoundingClientRect().height < 44,
            )
            .map((one) => one.outerHTML.slice(0, 100)),
      );
      expect(small).toEqual([]);
    }
    await page.close();
  });

  it('is filed, tracked and downloaded with the keyboard alone', async () => {
    const page = await browser.newPage({ acceptDownloads: true });
    await fill(page);
    await page.focus('button[value=revisar]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('button[value=radicar]');
    await page.focus('button[value=radicar]');
    await page.keyboard.press('Enter');
    await page.getByText(FAKE_CODE).waitFor();
    await page.focus('form[action="/constancia"] button');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^constancia-2026-E-\d{6}\.pdf$/);
    await page.close();
  });

  it('adds to a case with the keyboard alone', async () => {
    const page = await browser.newPage();
    await file(page);
    await page.click('form[action="/seguimiento"] button');
    await page.focus('#campo-mensaje');
    await page.keyboard.type('Sigue apagada.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('status').waitFor();
    expect(await page.locator('.pasos').first().textContent()).toContain('Sigue apagada.');
    expect(await violations(page)).toEqual([]);
    expect(new URL(page.url()).search).toBe('');
    await page.close();
  });

  it('moves the focus to the summary of errors, and from it to the field', async () => {
    const page = await browser.newPage();
    await open('/formulario')(page);
    await page.click('button[value=revisar]');
    await page.waitForSelector('.resumen-errores');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('resumen-errores');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('campo-texto');
    await page.close();
  });
});
