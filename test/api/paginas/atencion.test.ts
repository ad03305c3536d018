import { describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { failurePage } from '../../../api/base/http/failure-page';
import type { Site } from '../../../api/base/http/layout';
import { charterPage } from '../../../api/paginas/atencion/charter-page';
import { corruptionPage } from '../../../api/paginas/atencion/corruption-page';
import { emergencyPage } from '../../../api/paginas/atencion/emergency-page';
import { hoursPage } from '../../../api/paginas/atencion/hours-page';
import type { Content } from '../../../content/load-content';
import { pagesApp } from '../../fakes/pages-app';

const { app, content } = pagesApp();

const siteOf = (over: Partial<Content> = {}): Site => ({
  content: () => ({ ...content, ...over }),
  prueba: true,
  asset: (path) => path,
});

const get = async (path: string) => (await request(app).get(path)).text;

describe('the emergency lines', () => {
  it('are shown once somebody called them from the municipality, with the day; the 123 always', () => {
    const [first, ...others] = content.emergencias.lineas;
    const lineas = [
      first!,
      ...others.map((line, n) => (n === 0 ? { ...line, verificadoEl: '2026-11-20' } : line)),
    ];
    const html = emergencyPage(siteOf({ emergencias: { ...content.emergencias, lineas } }));
    expect(html).toContain('href="tel:123"');
    expect(html).toContain(`href="tel:${others[0]?.numero}"`);
    expect(html).toContain('viernes, 20 de noviembre de 2026');
    for (const { nombre } of others.slice(1)) expect(html).not.toContain(nombre);
  });

  it('that are hidden are listed as to be confirmed', async () => {
    const pending = await get('/por-confirmar');
    for (const { numero, nombre, verificadoEl } of content.emergencias.lineas)
      if (verificadoEl === null) expect(pending).toContain(`¿Contesta la línea ${numero} (${nombre})`);
  });

  it('can be reached from the main page, the form and every foot', async () => {
    expect(await get('/')).toContain('href="tel:123"');
    expect(await get('/formulario')).toContain('Llame al 123');
    expect(await get('/horarios')).toContain('href="/emergencias"');
  });
});

describe('hours and places', () => {
  it('tell no hours and no phones that are not confirmed, and where to see that', () => {
    const html = hoursPage(siteOf());
    expect(html).toContain('Calle 9 No. 7-69');
    expect(html).toContain('todavía no ha confirmado su horario');
    expect(html).toContain('todavía no ha confirmado sus teléfonos');
  });

  it('tell them once confirmed, and no place that is not', () => {
    const place = { nombre: 'Villagorgona', direccion: 'Calle 1', horario: null, fuente: 'x' };
    const html = hoursPage(
      siteOf({
        entidad: {
          ...content.entidad,
          horario: 'Lunes a viernes, de 7 a. m. a 5 p. m.',
          telefonos: [{ numero: '602 111 2222', confirmado: true }],
        },
        atencion: {
          ...content.atencion,
          lugares: [
            { ...place, confirmado: true },
            { ...place, nombre: 'El Carmelo', confirmado: false },
          ],
        },
      }),
    );
    expect(html).toContain('Lunes a viernes, de 7 a. m.');
    expect(html).toContain('href="tel:6021112222"');
    expect(html).toContain('Villagorgona');
    expect(html).not.toContain('El Carmelo');
  });
});

describe('the carta de trato digno', () => {
  const adopted = (fecha: string) =>
    siteOf({
      atencion: {
        ...content.atencion,
        carta: { ...content.atencion.carta, adopcion: { acto: 'Resolución 12', fecha } },
      },
    });

  it('says what the law demands with its norm, and that the town has not adopted it', () => {
    const html = charterPage(siteOf(), 2026);
    expect(html).toContain('CPACA, artículo 7');
    expect(html).toContain('todavía no ha adoptado su carta');
  });

  it('says its act, and when a year passed without the update the law asks for', () => {
    expect(charterPage(adopted('2026-03-02'), 2026)).toContain('Adoptada por Resolución 12');
    expect(charterPage(adopted('2026-03-02'), 2026)).not.toContain('Esta carta es de');
    expect(charterPage(adopted('2025-03-02'), 2026)).toContain('Esta carta es de 2025');
  });
});

describe('the space to report corruption (Ley 1474 de 2011, art. 76)', () => {
  it('is on the main page, says what each way to identify oneself means, and opens the form', async () => {
    expect(await get('/')).toContain('href="/denuncie-corrupcion"');
    const html = await get('/denuncie-corrupcion');
    expect(html).toContain('la Alcaldía conoce su nombre y limita quién lo ve'.replace('la', 'La'));
    expect(html).toContain('Si lo pierde, nadie lo puede recuperar');
    expect(html).toContain('href="/formulario?asunto=corrupcion"');
    expect(html).not.toMatch(/identidad reservada/i);
  });

  it('names no other authority that the town has not confirmed', () => {
    const one = { nombre: 'Personería', paraQue: 'Vigila', enlace: 'https://ejemplo.gov.co', fuente: 'x' };
    const page = (confirmado: boolean) =>
      corruptionPage(
        siteOf({ atencion: { ...content.atencion, otrasAutoridades: [{ ...one, confirmado }] } }),
      );
    expect(page(false)).not.toContain('Personería');
    expect(page(true)).toContain('href="https://ejemplo.gov.co"');
  });
});

describe('a failure that stops a filing', () => {
  it.each([400, 413, 415, 429, 500, 503, 507])('%i says how to do it otherwise', (estado) => {
    const html = failurePage(siteOf(), { estado, codigo: 'X', mensaje: 'No se pudo.' });
    expect(html).toContain('Calle 9 No. 7-69');
    expect(html).toContain('mailto:contacto@candelaria-valle.gov.co');
    expect(html).toContain('vuelva atrás en su navegador');
    expect(html).toContain('href="/disponibilidad"');
    for (const { numero, confirmado } of content.entidad.telefonos)
      expect(html.includes(numero)).toBe(confirmado);
  });
});
