import { describe, expect, it } from '@jest/globals';
import { KNOWN_CODES } from '../../../api/notificaciones/notificacion-in-words';
import { aNotificacion, anIntento } from '../../fakes/a-notificacion';
import { desk, deskContent } from '../../fakes/desk';

const marta = ['--quien', 'Marta Ríos'];

async function withOneWaiting(over: Parameters<Awaited<ReturnType<typeof desk>>['file']>[0] = {}) {
  const town = desk();
  const { recepcion } = await town.file(over);
  const caso = town.book.pages[0]!._id;
  const mail = anIntento({ medio: 'CORREO', codigo: '550', plantilla: undefined });
  await town.notificaciones.open(
    aNotificacion({ caso, recepcion, estado: 'PENDIENTE_DE_AVISO', intentos: [anIntento(), mail] }),
  );
  return { ...town, recepcion };
}

describe('the list of what people could not be told', () => {
  it('says the case, what happened, each try with its code in words, and what an official does', async () => {
    const { run, recepcion, accesos } = await withOneWaiting();
    const { code, text, faults } = await run('notificaciones', marta);
    expect(code).toBe(0);
    expect(text).toContain(`${recepcion} (Se respondió): falta publicar un aviso`);
    expect(text).toContain('plantilla caso_respondido (es_CO)');
    expect(text).toContain('no se pudo; ese número no recibe mensajes de WhatsApp');
    expect(text).toContain('no se pudo; código 550');
    expect(text).toContain(`huella SHA-256: ${'a'.repeat(64)}`);
    expect(faults).toContain('Por publicar: 1. En curso: 0.');
    expect((await accesos.last(9)).map(({ quien, que }) => [quien, que])).toEqual([
      ['Marta Ríos', 'BANDEJA'],
    ]);
  });

  it('is not shown to whom the case is against, nor to nobody', async () => {
    const { run } = await withOneWaiting({ contra: { servidor: 'Marta Ríos' } });
    expect((await run('notificaciones', marta)).text).toBe('');
    expect((await run('notificaciones', [...marta, '--otra', 'x'])).code).toBe(2);
    expect((await run('notificaciones', ['--quien', ' '])).code).toBe(2);
  });

  it('says of a rehearsal that it is one', async () => {
    const { run, notificaciones, recepcion } = await withOneWaiting();
    const [one] = await notificaciones.inState('PENDIENTE_DE_AVISO', 1);
    await notificaciones.change({ ...one!, libro: 'PRUEBA', version: 2 });
    const { text } = await run('notificaciones', marta);
    expect(text).toContain(`${recepcion} (PRUEBA – SIN VALIDEZ OFICIAL) (Se respondió)`);
  });

  it('says so when nothing waits', async () => {
    expect((await desk().run('notificaciones', marta)).faults).toContain('No hay avisos a personas');
  });

  it('stands in the case too', async () => {
    const { run, recepcion } = await withOneWaiting();
    const { text } = await run('caso', [recepcion, ...marta]);
    expect(text).toContain('Avisos a la persona:');
    expect(text).toContain('ese número no recibe mensajes de WhatsApp');
  });

  it('has words for every code it knows', () => {
    for (const code of KNOWN_CODES)
      expect(deskContent.texts(`notificacion.codigo.${code}`)).toMatch(/\p{L}/u);
  });
});
