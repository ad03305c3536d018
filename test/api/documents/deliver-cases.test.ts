import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { MAX_TRIES, pausaMs, reintentoMs } from '../../../api/documents/deliver-cases';
import { sha256 } from '../../../api/comunicaciones/book-chain';
import { documentsTown } from '../../fakes/documents-town';

const MINUTE = 60_000;

async function townWith(cases: number, ajustes: Parameters<typeof documentsTown>[0] = {}) {
  const town = documentsTown(ajustes);
  for (let k = 0; k < cases; k++) await town.file();
  return town;
}

const numbers = (count: number, from = 1) =>
  Array.from({ length: count }, (_, k) => `2026-E-${String(from + k).padStart(6, '0')}`);

describe('filed cases', () => {
  it('are delivered in the order of the book, those filed before there was a system too', async () => {
    const town = await townWith(60);
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(50));
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(60));
  });

  it('are delivered once, whatever runs twice', async () => {
    const town = await townWith(3);
    await Promise.all([town.deliver(), town.deliver()]);
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(3));
    expect(await town.entregas.apartadas(9)).toEqual([]);
  });

  it('of a death between the delivery and its mark are one package', async () => {
    const town = await townWith(2);
    const advance = town.entregas.advance.bind(town.entregas);
    town.entregas.advance = () => Promise.reject(new Error('killed'));
    await expect(town.deliver()).rejects.toThrow('killed');
    town.entregas.advance = advance;
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(2));
    expect(await town.entregas.apartadas(9)).toEqual([]);
  });

  it('of a rehearsal go as what they are', async () => {
    const town = await townWith(1, { prueba: true });
    await town.deliver();
    expect(town.delivered()).toEqual(['PRUEBA-2026-E-000001']);
  });
});

describe('a system that takes nothing', () => {
  it('keeps everything waiting, and is asked again later each time', async () => {
    const town = await townWith(2);
    town.gestor.down = 'SIN_CARPETA';
    for (let tries = 1; tries <= 6; tries++) {
      await town.deliver();
      const { pausa } = await town.entregas.linea();
      expect(pausa).toMatchObject({ motivo: 'SIN_CARPETA', intentos: tries });
      town.clock.advance(pausaMs(tries));
    }
    expect(town.delivered()).toEqual([]);
    expect(await town.entregas.apartadas(9)).toEqual([]);
    town.gestor.down = undefined;
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(2));
    expect((await town.entregas.linea()).pausa).toBeUndefined();
  });

  it('is not asked before its time', async () => {
    const town = await townWith(1);
    town.gestor.down = 'NO_RESPONDE';
    await town.deliver();
    town.gestor.down = undefined;
    town.clock.advance(pausaMs(1) - 1);
    await town.deliver();
    expect(town.delivered()).toEqual([]);
    town.clock.advance(1);
    await town.deliver();
    expect(town.delivered()).toEqual(numbers(1));
  });
});

describe('a package that is refused', () => {
  async function withConflict() {
    const town = await townWith(3);
    const [second] = numbers(1, 2);
    const { pqrsd: _, ...rest } = await town.caseOf('2026-E-000002');
    const other = { ...(await town.pack(await town.caseOf('2026-E-000002'))), huella: `otra ${rest._id}` };
    town.gestor.delivered.set(second ?? '', other);
    return town;
  }

  it('does not keep the rest waiting', async () => {
    const town = await withConflict();
    await town.deliver();
    expect(town.delivered().toSorted()).toEqual(numbers(3));
    expect(await town.entregas.apartadas(9)).toMatchObject([
      { recepcion: '2026-E-000002', motivo: 'CONFLICTO', intentos: 1 },
    ]);
  });

  it('is tried again some times, then waits for a person', async () => {
    const town = await withConflict();
    await town.deliver();
    for (let tries = 1; tries < MAX_TRIES; tries++) {
      town.clock.advance(reintentoMs(tries));
      await town.deliver();
    }
    const [dead] = await town.entregas.apartadas(9);
    expect(dead).toMatchObject({ intentos: MAX_TRIES });
    expect(dead?.proximoEn).toBeUndefined();
    town.clock.advance(1_000 * MINUTE);
    expect(await town.entregas.due(town.clock.now(), 9)).toEqual([]);
  });

  it('is delivered when what was wrong is mended', async () => {
    const town = await withConflict();
    await town.deliver();
    town.gestor.delivered.delete('2026-E-000002');
    town.clock.advance(reintentoMs(1));
    await town.deliver();
    expect(town.delivered().toSorted()).toEqual(numbers(3));
    expect(await town.entregas.apartadas(9)).toEqual([]);
  });

  it('because it cannot even be made is set apart all the same', async () => {
    const town = await townWith(2);
    const broken = await town.caseOf('2026-E-000001');
    town.book.pages[0] = { ...broken, pqrsd: { ...broken.pqrsd, contenido: 'v1.altered' } };
    await town.deliver();
    expect(town.delivered()).toEqual(['2026-E-000002']);
    expect(await town.entregas.apartadas(9)).toMatchObject([{ motivo: 'SIN_ARMAR' }]);
  });
});

describe('what a package says', () => {
  const PLANTED = ['Rosalba', '31415926', 'rosalba@ejemplo.co', 'Calle 77', 'cedula de Rosalba', 'mi casa'];
  const person = {
    nombre: 'Rosalba Quintero',
    documento: { tipo: 'CC', numero: '31415926' },
    correo: 'rosalba@ejemplo.co',
    direccion: 'Calle 77 # 1-2',
  } as const;

  async function packed(modo: 'IDENTIFICADO' | 'CONFIDENCIAL' | 'ANONIMO', conNombre = false) {
    const town = documentsTown({}, conNombre);
    const foto = valueOf(
      await town.anexos.put(Buffer.from('foto'), { nombre: 'cedula de Rosalba.jpg', tipo: 'image/jpeg' }),
    );
    const identidad = modo === 'ANONIMO' ? { modo } : { modo, ...person };
    const limpia = valueOf(await town.anexos.put(Buffer.from('limpia'), { nombre: 'v', tipo: 'image/jpeg' }));
    const { sha256, tipo, bytes } = limpia;
    const lugar = 'mi casa, Calle 77';
    await town.file({ identidad, lugar, anexos: [{ ...foto, vista: { sha256, tipo, bytes } }] });
    await town.deliver();
    const paquete = town.gestor.delivered.get('2026-E-000001');
    if (!paquete) throw new Error('not delivered');
    return paquete;
  }

  it('names the person when they gave their name openly', async () => {
    const { metadatos, anexos, constancia } = await packed('IDENTIFICADO');
    expect(metadatos.personal).toMatchObject({ ...person, lugar: 'mi casa, Calle 77' });
    expect(anexos.map(({ nombre }) => nombre)).toEqual(['01-cedula de Rosalba.jpg']);
    expect(Buffer.from(constancia).toString()).toBe('copia true');
  });

  it.each(['CONFIDENCIAL', 'ANONIMO'] as const)('names nobody when it is %s', async (modo) => {
    const { metadatos, anexos, constancia } = await packed(modo);
    const said = JSON.stringify(metadatos) + anexos.map(({ nombre }) => nombre).join();
    for (const word of PLANTED) expect(said).not.toContain(word);
    expect(anexos.map(({ nombre }) => nombre)).toEqual(['01-archivo.jpg']);
    expect(Buffer.from(constancia).toString()).toBe('copia false');
  });

  it('holds the file as it came of who gave their name, and a copy without hidden data of who did not', async () => {
    const huella = async (modo: 'IDENTIFICADO' | 'CONFIDENCIAL' | 'ANONIMO') => {
      const { anexos, metadatos } = await packed(modo);
      expect(metadatos.anexos.map(({ sha256 }) => sha256)).toEqual(anexos.map(({ sha256 }) => sha256));
      return anexos[0]?.sha256;
    };
    expect(await huella('IDENTIFICADO')).toBe(sha256('foto'));
    expect(await huella('CONFIDENCIAL')).toBe(sha256('limpia'));
    expect(await huella('ANONIMO')).toBe(sha256('limpia'));
  });

  it('names who files confidentially only if the town decided so; never an anonymous person', async () => {
    expect((await packed('CONFIDENCIAL', true)).metadatos.personal).toMatchObject(person);
    expect((await packed('ANONIMO', true)).metadatos.personal).toBeUndefined();
  });

  it('never holds the tracking code', async () => {
    const town = documentsTown();
    const { codigo } = await town.file();
    await town.deliver();
    const said = JSON.stringify(town.gestor.delivered.get('2026-E-000001'));
    expect(said.replaceAll('-', '')).not.toContain(codigo.replaceAll('-', ''));
  });
});
