import { describe, expect, it } from '@jest/globals';
import { createEmergencyRules } from '../../../bot/nlu/emergency-rules';
import { soundOf } from '../../../bot/nlu/sound';
import { emergencias, emergenciasReserva, understand } from './golden-phrases';

describe('danger to life', () => {
  it('is recognised in every phrase of the list', () => {
    expect(emergencias.si.filter((texto) => !understand(texto).emergencia)).toEqual([]);
  });

  it('is not seen in what only sounds like it', () => {
    expect(emergencias.no.filter((texto) => understand(texto).emergencia)).toEqual([]);
  });

  // First run: 26 of 30 recognised, 1 of 30 raised without need. Before signals and model were widened: 4 of 25.
  it('is recognised in at least 80 of 100 ways of saying it never seen before', () => {
    const { si } = emergenciasReserva;
    expect(si.filter((texto) => understand(texto).emergencia).length / si.length).toBeGreaterThanOrEqual(0.8);
  });

  it('is seen without need in at most 7 of 100 grave matters that are no emergency', () => {
    const { no } = emergenciasReserva;
    expect(no.filter((texto) => understand(texto).emergencia).length / no.length).toBeLessThanOrEqual(0.07);
  });

  it('is seen in a real signal that stands beside a false one', () => {
    expect(understand('la salida de emergencia está cerrada y hay un incendio adentro').emergencia).toBe(
      true,
    );
  });

  it('is seen however long the story around it', () => {
    const story =
      'vivo en el barrio hace veinte años y quiero contarles lo que pasa con el alumbrado. '.repeat(20);
    expect(understand(`${story} Ahora mismo me están pegando. ${story}`).emergencia).toBe(true);
  });

  it('goes before everything else: the radicado and the story wait', () => {
    expect(understand('2026-E-000123 me quiero morir')).toMatchObject({
      intencion: 'emergencia',
      confianza: 1,
    });
  });
});

describe('the rules', () => {
  const rules = createEmergencyRules({ senales: ['hay * herid+'], noSon: ['perro+ herid+'] });
  const isEmergency = (texto: string) => rules.isEmergency(soundOf(texto));

  it('read * as up to three words and + as any ending', () => {
    expect(isEmergency('hay heridos')).toBe(true);
    expect(isEmergency('ay dos o tres eridas')).toBe(true);
    expect(isEmergency('hay uno dos tres cuatro heridos')).toBe(false);
  });

  it('do not join what a false signal stood between', () => {
    expect(isEmergency('hay un perro herido')).toBe(false);
    expect(isEmergency('hay un perro herido y hay un herido')).toBe(true);
  });

  it('see whole words only', () => {
    expect(isEmergency('hayan herido')).toBe(false);
  });
});
