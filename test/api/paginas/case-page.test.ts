import { describe, expect, it } from '@jest/globals';
import type { Seguimiento } from '../../../api/base/kernel/seguimiento';
import { casePage } from '../../../api/paginas/seguimiento/case-page';
import { aSeguimiento } from '../../fakes/a-seguimiento';
import { pagesApp } from '../../fakes/pages-app';

const { content } = pagesApp();
const site = { content: () => content, prueba: true, asset: (path: string) => path };
const en = new Date('2026-11-25T10:00:00-05:00');

const shown = (over: Partial<Seguimiento>): string =>
  casePage(site, {
    caso: aSeguimiento(over),
    keys: { numero: '2026-E-000001', codigo: 'K7QM-X4TP-9W' },
    form: { clave: 'c', texto: '' },
  });

describe('the page of a case', () => {
  it('has words for every step that its person is told', () => {
    const tipos = [
      'RADICADA_EXTERNA',
      'ADICIONADA',
      'PREGUNTADA',
      'ESCUCHADA',
      'AVISO_FIJADO',
      'AVISO_DESFIJADO',
      'FECHA_RECALCULADA',
    ];
    const page = shown({ pasos: tipos.map((tipo) => ({ tipo, en })) });
    for (const tipo of tipos) expect(page).toContain(content.texts(`web.paso.${tipo}`));
    expect(shown({ pasos: [{ tipo: 'ANOTADA', en }] })).not.toContain('ANOTADA');
  });

  it('says by what its person was told, and of a mail only that it was sent', () => {
    for (const [medio, words] of [
      ['CHAT_PLANTILLA', 'Le avisamos por el chat'],
      ['CORREO', 'Le enviamos un correo'],
      ['AVISO', 'Le avisamos con un aviso público'],
    ] as const)
      expect(shown({ pasos: [{ tipo: 'NOTIFICADA', en, medio }] })).toContain(words);
  });

  it('leads to its public notices, and says which were removed', () => {
    const page = shown({
      avisos: [
        { aviso: 'a1', desfijado: true },
        { aviso: 'a2', desfijado: false },
      ],
    });
    expect(page).toContain('<a href="/avisos/a1">Aviso 1, ya retirado</a>');
    expect(page).toContain('<a href="/avisos/a2">Aviso 2, publicado</a>');
    expect(shown({})).not.toContain('Avisos públicos de este caso');
  });

  it('explains a date that the calendar moved, and keeps the one on the constancia in sight', () => {
    const page = shown({ vence: '2026-12-17', cambios: [{ causa: 'CALENDARIO', en }] });
    expect(page).toContain('miércoles, 25 de noviembre de 2026: Cambió el calendario de días hábiles');
    expect(page).toContain('Fecha que dice su constancia: miércoles, 16 de diciembre de 2026.');
  });
});
