import { describe, expect, it } from '@jest/globals';
import { createInterruptionCommand } from '../../../api/admin/interrupcion';
import { anInterrupcion } from '../../contracts/interrupciones-contract';
import { memoryInterrupciones } from '../../fakes/memory-interrupciones';
import { manualClock } from '../../fakes/manual-clock';
import { realTexts } from '../../fakes/real-texts';

const WHO = ['--motivo', 'Se fue la energía', '--quien', 'Ana Pérez'];

function anAdministrator() {
  const interrupciones = memoryInterrupciones();
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line) };
  const command = createInterruptionCommand({
    interrupciones: async () => interrupciones,
    clock: manualClock(),
    texts: realTexts('disponibilidad'),
  });
  const run = (...args: readonly string[]) => command(args, io);
  return { interrupciones, lines, run };
}

describe('the order interrupcion', () => {
  it('adds a reason, with who gives it, to one that was recorded', async () => {
    const { interrupciones, run, lines } = anAdministrator();
    const one = anInterrupcion(0, 10);
    await interrupciones.record(one);
    expect(await run('anotar', one.id, ...WHO)).toBe(0);
    expect((await interrupciones.find(one.id))?.anotaciones).toMatchObject([{ quien: 'Ana Pérez' }]);
    expect(await run('anotar', 'otra', ...WHO)).toBe(1);
    expect(await run('listar')).toBe(0);
    expect(lines.at(-1)).toContain('Se fue la energía (Ana Pérez)');
  });

  it('records what the program could not see, and announces what is to come, in Colombian time', async () => {
    const { interrupciones, run } = anAdministrator();
    const between = (desde: string, hasta: string) =>
      run('registrar', '--desde', desde, '--hasta', hasta, ...WHO);
    expect(await between('2026-11-23T08:00', '2026-11-23T09:30')).toBe(0);
    expect(await between('2026-11-30T22:00', '2026-11-30T23:00')).toBe(0);
    expect((await interrupciones.list()).map(({ causa, desde }) => [causa, desde.toISOString()])).toEqual([
      ['PROGRAMADA', '2026-12-01T03:00:00.000Z'],
      ['REPORTADA', '2026-11-23T13:00:00.000Z'],
    ]);
    expect(await between('2026-11-30T22:00', '2026-11-30T22:00')).toBe(1);
    expect(await between('ayer', 'hoy')).toBe(1);
  });

  it('does nothing without who and why', async () => {
    const { interrupciones, run } = anAdministrator();
    expect(await run('registrar', '--desde', '2026-11-23T08:00', '--hasta', '2026-11-23T09:00')).toBe(2);
    expect(await run('anotar', 'x', '--motivo', 'Se fue')).toBe(2);
    expect(await run()).toBe(2);
    expect(await interrupciones.list()).toEqual([]);
  });
});
