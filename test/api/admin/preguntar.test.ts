import { describe, expect, it } from '@jest/globals';
import { createAskCommand } from '../../../api/admin/preguntar';
import { valueOf } from '../../../api/base/kernel/result';
import { pqrsdOffice, solicitud } from '../../fakes/pqrsd-office';
import { realTexts } from '../../fakes/real-texts';

async function office(input = '') {
  const at = pqrsdOffice();
  const { recepcion, codigo } = valueOf(await at.filePqrsd(solicitud()));
  const said: string[] = [];
  const io = { out: (line: string) => void said.push(line), err: (line: string) => void said.push(line) };
  const texts = realTexts('admin', 'fallas');
  const command = createAskCommand({ ask: at.askInCase, readInput: async () => input, texts });
  const run = async (...args: string[]) => ({ code: await command(args, io), said: said.join('\n') });
  return { run, seen: async () => valueOf(await at.track(recepcion, codigo)).mensajes };
}

describe('preguntar', () => {
  it('asks in the case, and says that nobody is told of it', async () => {
    const { run, seen } = await office();
    const { code, said } = await run('2026 e 1', '--quien', 'Luz Ríos', '--texto', '¿En qué cuadra?');
    expect([code, said]).toEqual([0, expect.stringContaining('El servicio le avisa')]);
    expect(await seen()).toMatchObject([{ de: 'ENTIDAD', texto: '¿En qué cuadra?' }]);
  });

  it('reads the text from standard input without one', async () => {
    const { run, seen } = await office('¿Desde cuándo?\n');
    await run('2026-E-000001', '--quien', 'Luz Ríos');
    expect(await seen()).toMatchObject([{ texto: '¿Desde cuándo?' }]);
  });

  it('needs who asks, a text and a case that exists', async () => {
    const { run, seen } = await office();
    expect((await run('2026-E-000001', '--texto', 'x')).code).toBe(2);
    expect((await run('2026-E-000001', '--quien', 'Luz')).code).toBe(1);
    expect((await run('2026-E-000009', '--quien', 'Luz', '--texto', 'x')).code).toBe(1);
    expect(await seen()).toEqual([]);
  });
});
