import { describe, expect, it } from '@jest/globals';
import { reservedAnexos } from '../../../../api/base/anexos/reserved-anexos';
import { type Logger, silentLogger } from '../../../../api/base/kernel/logger';
import { createReserva } from '../../../../api/base/reserva/reserva';
import { manualClock } from '../../../fakes/manual-clock';
import { memoryAnexos } from '../../../fakes/memory-anexos';
import { memoryDiskSpace } from '../../../fakes/memory-disk-space';

const MIB = 1024 ** 2;
const LOW = 1024 * MIB;
const EMPTY = 10 * MIB;

function watched() {
  const told: string[] = [];
  const tell = (_event: string, fields: unknown): void =>
    void told.push(String((fields as { nivel: string }).nivel));
  const logger: Logger = { ...silentLogger, warn: tell, info: tell };
  const disk = memoryDiskSpace();
  return { disk, told, reserva: createReserva({ disk, logger }) };
}

describe('the use case that keeps the reserve', () => {
  it('lets broadcasts and exports go on while there is room, and stops them first', async () => {
    const { disk, reserva } = watched();
    for (const uso of ['difusion', 'exportacion'] as const) {
      disk.leave(100 * LOW);
      expect(await reserva.admit(uso)).toEqual({ ok: true });
      disk.leave(LOW);
      expect(await reserva.admit(uso)).toEqual({ ok: false, failure: { code: 'LOW_ON_SPACE' } });
      expect(await reserva.admit('radicacion')).toEqual({ ok: true });
    }
  });

  it('tells once for each change, also when there is room again', async () => {
    const { disk, reserva, told } = watched();
    const levels = [];
    for (const bytes of [100 * LOW, LOW, LOW, EMPTY, EMPTY, LOW, 100 * LOW, 100 * LOW]) {
      disk.leave(bytes);
      await reserva.admit('anexo');
      levels.push(await reserva.nivel());
    }
    expect(levels).toEqual([
      'normal',
      'reserva',
      'reserva',
      'agotado',
      'agotado',
      'reserva',
      'normal',
      'normal',
    ]);
    expect(told).toEqual(['reserva', 'agotado', 'reserva', 'normal']);
  });

  it('refuses nothing when the disk does not say its room, and tells it', async () => {
    const { disk, reserva, told } = watched();
    disk.fail();
    expect(await reserva.admit('difusion')).toEqual({ ok: true });
    expect([await reserva.nivel(), told]).toEqual(['sin-medir', ['sin-medir']]);
  });

  it('watches no disk when the data lie in a MongoDB', async () => {
    const reserva = createReserva({ logger: silentLogger });
    expect(await reserva.admit('difusion')).toEqual({ ok: true });
    expect([await reserva.nivel(), await reserva.espacio()]).toEqual(['sin-medir', undefined]);
  });
});

describe('attachments in the reserve', () => {
  it('are refused with words of their own and leave nothing; those that are there can be read', async () => {
    const { disk, reserva } = watched();
    const anexos = reservedAnexos(memoryAnexos(manualClock()), reserva);
    const about = { nombre: 'foto.jpg', tipo: 'image/jpeg' };
    const before = await anexos.put(Buffer.from('una foto'), about);
    if (!before.ok) throw new Error('there was room');
    disk.leave(LOW);
    expect(await anexos.put(Buffer.from('otra foto'), about)).toEqual({
      ok: false,
      failure: { code: 'NO_SPACE_FOR_FILES' },
    });
    expect(await anexos.has(before.value.sha256)).toBe(true);
    expect(await anexos.get(before.value.sha256)).toBeDefined();
  });
});
