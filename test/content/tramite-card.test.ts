import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { valueOf } from '../../api/base/kernel/result';
import { joinList } from '../../content/join-list';
import { loadContent } from '../../content/load-content';
import { tramiteCard } from '../../content/tramite-card';
import { CONTENT_DIR } from './product-files';

const content = valueOf(loadContent(CONTENT_DIR));
const tramite = content.tramites.find(({ id }) => id === 'certificado-residencia')!;

describe('the card of a trámite', () => {
  it('never tells a requirement, cost, time or office that is not confirmed', () => {
    const secret = fc.stringMatching(/^[A-Z]{12}$/);
    fc.assert(
      fc.property(secret, secret, secret, (requisito, costo, termino) => {
        const card = tramiteCard(
          {
            ...tramite,
            requisitos: [{ texto: requisito, confirmado: false }],
            costo: { texto: costo, confirmado: false },
            termino: { texto: termino, confirmado: false },
          },
          content,
        );
        const told = [card.texto, card.pedir.asunto, ...card.parrafos].join(' ');
        expect([requisito, costo, termino].filter((word) => told.includes(word))).toEqual([]);
        expect(told).not.toContain('Gobierno');
      }),
      { numRuns: 50 },
    );
  });

  it('says what is missing, how to confirm it and how to ask for it', () => {
    const { texto, pedir } = tramiteCard(tramite, content);
    expect(texto).toContain('Aún no hemos confirmado esto: requisitos, costo, tiempo de respuesta y oficina');
    expect(texto).toContain(content.entidad.sitioWeb);
    expect(texto).toContain(content.entidad.direccion);
    expect(pedir.asunto).toContain(tramite.nombre);
  });

  it('withholds the list of requirements while one of them is in doubt', () => {
    const requisitos = [
      { texto: 'Cédula', confirmado: true },
      { texto: 'Recibo', confirmado: false },
    ];
    expect(tramiteCard({ ...tramite, requisitos }, content).texto).not.toContain('Cédula');
  });

  it('tells the facts once confirmed, and then says nothing of confirming', () => {
    const known = {
      ...tramite,
      requisitos: [{ texto: 'Cédula', confirmado: true }],
      costo: { texto: 'Es gratis.', confirmado: true },
      termino: { texto: 'Tres días hábiles.', confirmado: true },
      dependencia: { codigo: 'VENTANILLA_UNICA', confirmado: true },
    };
    const { texto } = tramiteCard(known, content);
    for (const fact of [
      'Requisitos: Cédula.',
      'Costo: Es gratis.',
      'Tres días',
      'Lo atiende: Ventanilla Única.',
    ]) {
      expect(texto).toContain(fact);
    }
    expect(texto).not.toContain('Aún no hemos confirmado');
  });

  it('does not name an office whose existence is not confirmed', () => {
    const dependencia = { codigo: 'GOBIERNO_CONVIVENCIA', confirmado: true };
    expect(tramiteCard({ ...tramite, dependencia }, content).texto).not.toContain('Gobierno');
  });

  it('warns that no Sisbén score and no balance is given here', () => {
    const textOf = (id: string) =>
      tramiteCard(
        content.tramites.find((one) => one.id === id)!,
        content,
      ).texto;
    expect(textOf('sisben')).toContain('no informamos el grupo ni el puntaje');
    expect(textOf('impuesto-predial')).toContain('no informamos saldos ni deudas');
  });
});

describe('a list in Spanish', () => {
  it('joins with y, and with e before the sound i', () => {
    expect(joinList(['a'])).toBe('a');
    expect(joinList(['a', 'b', 'c'])).toBe('a, b y c');
    expect(joinList(['requisitos', 'impuesto'])).toBe('requisitos e impuesto');
    expect(joinList(['costo', 'hierba'])).toBe('costo y hierba');
  });
});
