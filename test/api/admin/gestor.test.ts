import { describe, expect, it } from '@jest/globals';
import { createGestorCommand } from '../../../api/admin/gestor';
import { documentsTown } from '../../fakes/documents-town';
import { realTexts } from '../../fakes/real-texts';

async function town(cases = 2) {
  const at = documentsTown({ radicadoPor: 'EXTERNO' });
  for (let k = 0; k < cases; k++) await at.file();
  const run = async (...args: string[]) => {
    const out: string[] = [];
    const io = { out: (line: string) => void out.push(line), err: (line: string) => void out.push(line) };
    const deps = { ...at, carpeta: '/srv/gestor', prepare: async () => true, texts: realTexts('gestor') };
    return { code: await createGestorCommand(deps)(args, io), out };
  };
  return { ...at, run };
}

describe('gestor', () => {
  it('says how far the book went, and that it stopped', async () => {
    const { run, deliver, gestor, file } = await town();
    expect((await run('estado')).out).toContain('Esperan su turno: 2');
    await deliver();
    expect((await run('estado')).out[0]).toMatch(/^Entregado hasta 2026-E-000002\. Fecha: /);
    await file();
    gestor.down = 'SIN_ESPACIO';
    await deliver();
    const { code, out } = await run('estado');
    expect(code).toBe(1);
    expect(out.at(-1)).toMatch(/^Entrega detenida\. La carpeta no tiene espacio\./);
  });

  it('lists what is apart and sends it again, one or all', async () => {
    const { run, deliver, gestor, pack, caseOf, clock, delivered } = await town();
    const first = await pack(await caseOf('2026-E-000001'));
    gestor.delivered.set('2026-E-000001', { ...first, huella: 'otra' });
    await deliver();
    expect((await run('pendientes')).out).toEqual([
      '2026-E-000001: Ya hay otro paquete con ese número, o el que hay está dañado. Una persona debe mirarlo. Intentos: 1. Se intenta solo.',
    ]);
    gestor.delivered.delete('2026-E-000001');
    expect((await run('reenviar', '--todos')).code).toBe(0);
    await deliver();
    expect(delivered().toSorted()).toEqual(['2026-E-000001', '2026-E-000002']);
    expect((await run('pendientes')).out).toEqual(['No hay nada pendiente.']);
    gestor.delivered.clear();
    expect((await run('reenviar', '2026-e-2')).code).toBe(0);
    clock.advance(1);
    await deliver();
    expect(delivered()).toEqual(['2026-E-000002']);
  });

  it('refuses a number of no case, and what it does not know', async () => {
    const { run } = await town();
    expect((await run('reenviar', '2026-E-000009')).code).toBe(1);
    expect((await run('borrar')).code).toBe(2);
  });
});
