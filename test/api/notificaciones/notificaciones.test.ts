import { describe, expect, it } from '@jest/globals';
import { firstBrokenLink, GENESIS, sha256 } from '../../../api/comunicaciones/book-chain';
import { deskContent } from '../../fakes/desk';
import { answer, answered, CHAT, notifiedTown, rosalba } from '../../fakes/notified-town';

describe('a person whose case is answered', () => {
  it('is told in the chat within 24 hours of writing, and the case keeps the proof once it is delivered', async () => {
    const town = await answered();
    await town.sweep();
    const [texto = ''] = town.chat.texts;
    expect(texto).toContain('La Alcaldía respondió su caso 2026-E-000001.');
    expect(texto).toContain('La notificación oficial es la que digan las reglas de la Alcaldía.');
    town.chat.echoes(town.key(1), 'ENVIADO', town.clock.now());
    await town.after(1);
    expect(town.only()).toMatchObject({ estado: 'EN_CURSO' });
    town.chat.echoes(town.key(1), 'ENTREGADO', town.clock.now());
    await town.after(5);
    expect(town.only()).toMatchObject({ estado: 'ENTREGADA' });
    const { tipo, por, datos } = town.event() ?? {};
    expect({ tipo, por }).toEqual({ tipo: 'NOTIFICADA', por: 'sistema' });
    expect(datos).toMatchObject({ de: 2, resultado: 'ENTREGADA' });
    expect(String(datos?.['intentos'])).toBe(
      `CHAT_LIBRE ENTREGADO 2026-11-24T15:01:00.000Z sha256=${sha256(texto)} wamid.${town.key(1)}`,
    );
    expect(firstBrokenLink(town.page().eventos, GENESIS)).toBeUndefined();
    expect(town.correo.received).toEqual([]);
  });

  it('is told once, however many times the sweep runs, and nothing is left marked', async () => {
    const town = await answered();
    for (let k = 0; k < 5; k++) await town.sweep();
    town.chat.echoes(town.key(1), 'LEIDO', town.clock.now());
    for (let k = 0; k < 5; k++) await town.after(60);
    expect(town.chat.taken.size).toBe(1);
    expect(town.page().eventos.map(({ tipo }) => tipo)).toEqual(['RADICADA', 'RESPONDIDA', 'NOTIFICADA']);
    expect(town.page().pqrsd.porAvisar).toBeUndefined();
    expect(town.only()?.proximoEn).toBeUndefined();
    expect(town.only()?.estado).toBe('LEIDA');
  });

  it('by a template of their language when they wrote more than 24 hours ago, in hours', async () => {
    const town = notifiedTown();
    await town.file();
    town.clock.set('2026-11-25T22:00:00-05:00');
    await town.order(answer);
    town.correo.conducta = 'REFUSES_ADDRESS';
    await town.sweep();
    expect(town.chat.texts).toEqual([]);
    town.clock.set('2026-11-26T07:00:00-05:00');
    await town.sweep();
    expect([...town.chat.taken.values()]).toEqual([
      {
        clave: `${town.page()._id}:2:2`,
        conversacion: CHAT,
        plantilla: { nombre: 'caso_respondido', idioma: 'es_CO' },
        valores: ['2026-E-000001', 'https://pueblo.gov.co/seguimiento'],
      },
    ]);
  });

  it('by a template after all when the window had closed on the way (131047)', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'FALLIDO', town.clock.now(), '131047');
    await town.after(1);
    expect(town.tries()).toEqual([
      ['CHAT_LIBRE', 'FALLIDO', '131047'],
      ['CHAT_PLANTILLA', 'ENVIANDO', undefined],
    ]);
    expect(town.only()?.intentos[1]?.posibleRepeticion).toBeUndefined();
  });

  it('by e-mail when the phone takes no messages (131026): a template would not arrive either', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'FALLIDO', town.clock.now(), '131026');
    await town.after(1);
    expect(town.tries()).toEqual([
      ['CHAT_LIBRE', 'FALLIDO', '131026'],
      ['CORREO', 'ACEPTADO', undefined],
    ]);
    expect(town.only()?.estado).toBe('ACEPTADA');
    const [mensaje] = town.correo.received;
    expect(mensaje).toMatchObject({
      para: 'rosalba@ejemplo.co',
      asunto: 'Novedad en su caso 2026-E-000001',
      idMensaje: `notificacion.${town.page()._id}.2@pueblo.gov.co`,
    });
    expect(town.event()?.datos['resultado']).toBe('ACEPTADA');
  });

  it('by e-mail, saying that it may be a repeat, when nobody confirms a delivery in 48 hours', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'ENVIADO', town.clock.now());
    for (let hours = 0; hours < 47; hours++) await town.after(60);
    expect(town.correo.received).toEqual([]);
    await town.after(60);
    await town.after(60);
    expect(town.tries()?.[0]).toEqual(['CHAT_LIBRE', 'SIN_ENTREGA', undefined]);
    expect(town.correo.received[0]?.texto).toContain('Es posible que ya haya recibido este mensaje.');
  });

  it('by e-mail at night, when the chat would have to wait until morning', async () => {
    const town = await answered();
    town.clock.set('2026-11-24T21:00:00-05:00');
    await town.sweep();
    expect(town.chat.taken.size).toBe(0);
    expect(town.correo.received).toHaveLength(1);
  });

  it.each([
    ['without any channel that can be written to', { withChat: false }, 'ACEPTADA'],
    [
      'without a mail server, nor a template',
      { withMail: false, content: deskContent, withChat: false },
      'PENDIENTE_DE_AVISO',
    ],
  ] as const)('%s, is told by what there is', async (_, means, estado) => {
    const town = await answered(means);
    await town.sweep();
    expect(town.only()).toMatchObject({ estado });
  });

  it('never by chat after asking not to be written to', async () => {
    const town = await answered();
    town.chat.asksForBaja(CHAT);
    await town.sweep();
    expect(town.chat.taken.size).toBe(0);
    expect(town.correo.received).toHaveLength(1);
  });

  it('while a rehearsal, is told so by each means', async () => {
    const town = await answered();
    town.book.pages[0] = { ...town.page(), libro: 'PRUEBA' };
    await town.sweep();
    expect(town.chat.texts[0]).toMatch(/^PRUEBA – SIN VALIDEZ OFICIAL\./);
    town.chat.echoes(town.key(1), 'FALLIDO', town.clock.now(), '131047');
    await town.after(1);
    expect(town.chat.texts[1]).toContain('2026-E-000001 (PRUEBA – SIN VALIDEZ OFICIAL)');
  });
});

describe('what is told to whom', () => {
  it('pushes nothing to somebody anonymous: it waits for a notice, which ends it', async () => {
    const town = await answered({}, { modo: 'ANONIMO' });
    await town.sweep();
    expect(town.only()).toMatchObject({ estado: 'PENDIENTE_DE_AVISO', intentos: [] });
    expect(await town.notificaciones.inState('PENDIENTE_DE_AVISO', 9)).toHaveLength(1);
    await town.order({ tipo: 'FIJAR_AVISO', aviso: 'a-1', huella: 'h', desfijaEl: '2026-12-01' });
    await town.sweep();
    expect(town.only()).toMatchObject({ estado: 'PUBLICADA' });
    expect(town.event()?.datos).toMatchObject({ de: 2, resultado: 'PUBLICADA', intentos: [] });
    expect([town.chat.taken.size, town.correo.received.length]).toEqual([0, 0]);
    expect(JSON.stringify([...town.notificaciones.kept.values()])).not.toContain(CHAT);
  });

  it('of a confidential case only by e-mail, in words that say neither which nor what', async () => {
    const town = await answered({}, { ...rosalba, modo: 'CONFIDENCIAL' });
    await town.sweep();
    expect(town.chat.taken.size).toBe(0);
    const [{ asunto, texto } = { asunto: '', texto: '' }] = town.correo.received;
    expect(asunto).toBe('Tiene una novedad en la Alcaldía');
    for (const word of ['2026-E-000001', 'caso', 'respond', 'Rosalba']) expect(texto).not.toContain(word);
  });

  it('tells the reasons of an extension and its date, and what is missing: they stand nowhere else', async () => {
    const town = notifiedTown();
    await town.file();
    await town.order({ tipo: 'PRORROGAR', dias: 5, motivo: 'Falta una visita', prueba: 'oficio 3' });
    await town.order({
      tipo: 'REQUERIR',
      dia: '2026-11-24',
      motivo: 'Falta el recibo de la cédula 1144055123',
    });
    await town.sweep();
    const [extended = '', required = ''] = town.chat.texts;
    expect(extended).toContain('La Alcaldía dice: Falta una visita');
    expect(extended).toContain('23 de diciembre de 2026');
    expect(required).toContain('La Alcaldía dice: Falta el recibo de la cédula …5123');
  });

  it('of another type only when it brings another date', async () => {
    const town = notifiedTown();
    await town.file();
    await town.order({ tipo: 'RECLASIFICAR', a: 'QUEJA', motivo: 'm' });
    await town.sweep();
    expect(town.only()).toBeUndefined();
    await town.order({ tipo: 'RECLASIFICAR', a: 'INFORMACION', motivo: 'm' });
    await town.sweep();
    expect(town.only()).toMatchObject({ hecho: 'RECLASIFICADA', n: 3 });
  });

  it('copies neither the question of the office nor the petition into a message', async () => {
    const town = notifiedTown();
    await town.file();
    await town.asks();
    await town.sweep();
    expect(town.chat.texts).toHaveLength(1);
    for (const word of ['esquina', 'lampara', 'Marta']) expect(town.chat.texts[0]).not.toContain(word);
  });

  it('answers at any hour who has just written in their case, and nobody else', async () => {
    const town = notifiedTown({ withMail: false });
    const { codigo, recepcion } = await town.file();
    town.clock.set('2026-11-24T20:00:00-05:00');
    await town.asks();
    await town.sweep();
    expect(town.chat.taken.size).toBe(0);
    await town.addToCase({ clave: 'a', caso: { numero: recepcion, codigo }, texto: 'En la 7', anexos: [] });
    await town.asks('¿Frente a qué casa?');
    await town.sweep();
    expect(town.chat.taken.size).toBe(1);
  });

  it('leaves the official number of another Ventanilla to its own e-mail, where there is an address', async () => {
    for (const [identidad, messages] of [
      [rosalba, 0],
      [{ modo: 'IDENTIFICADO', nombre: 'Rosalba' }, 1],
    ] as const) {
      const town = notifiedTown();
      await town.file(identidad);
      const { radicado: _none, ...unnumbered } = town.page();
      town.book.pages[0] = unnumbered;
      await town.order({ tipo: 'NUMERAR', radicado: 'RAD-44', fecha: '2026-11-24' });
      await town.sweep();
      expect(town.chat.taken.size).toBe(messages);
      expect(town.page().pqrsd.porAvisar).toBeUndefined();
    }
  });

  it('stores neither an address nor a conversation that can be read', async () => {
    const town = await answered();
    await town.sweep();
    town.chat.echoes(town.key(1), 'FALLIDO', town.clock.now(), '131026');
    await town.after(1);
    const stored = JSON.stringify([[...town.notificaciones.kept.values()], town.book.pages]);
    for (const secret of [CHAT, 'rosalba', 'Rosalba']) expect(stored).not.toContain(secret);
  });
});
