import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { CELDAS, type Celda } from './whatsapp/matrix-axes';
import type { Visto } from './whatsapp/matrix-look';
import { tableOf } from './whatsapp/matrix-table';
import { playCell } from './whatsapp/play-cell';

const TABLE = join(__dirname, 'resultados/whatsapp-matriz.md');
const seen = new Map<Celda, Visto>();

describe('whatever comes, and wherever the program is cut', () => {
  it.each(CELDAS)('$falla, $corte: $recorrido', async (celda) => {
    const visto = await playCell(celda);
    seen.set(celda, visto);
    expect(visto).toMatchObject({ casos: 1, repetidas: 0, cortes: 1, perdidas: [] });
    expect(visto.fallas).toBeGreaterThan(0);
    expect(visto.inciertas).toBeLessThanOrEqual(visto.enVuelo);
    // Only an answer that was being sent may not arrive, since it may be asked for again; an acuse and a notice do.
    if (celda.recorrido !== 'consultar') expect(visto.llego).toBe(true);
    if (visto.enVuelo === 0) expect(visto).toMatchObject({ llego: true, inciertas: 0 });
  });

  it('is what the table in the repository says', () => {
    if (seen.size < CELDAS.length) return;
    const before = existsSync(TABLE) ? readFileSync(TABLE, 'utf8') : '';
    const now = tableOf(CELDAS.map((celda) => [celda, seen.get(celda)]));
    mkdirSync(dirname(TABLE), { recursive: true });
    writeFileSync(TABLE, now);
    expect(before).toBe(now);
  });
});
