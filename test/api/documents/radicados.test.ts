import { describe, expect, it } from '@jest/globals';
import { valueOf } from '../../../api/base/kernel/result';
import { firstBrokenLink, GENESIS } from '../../../api/comunicaciones/book-chain';
import { openNota } from '../../../api/pqrsd/seal-case';
import { documentsTown } from '../../fakes/documents-town';

const HEADER = 'recepcion,radicado,fecha';
const ROW = '2026-E-000001,RAD-2026-44,2026-11-24';
const DAY = 24 * 60 * 60_000;

async function external(count = 1, identidad?: Parameters<ReturnType<typeof documentsTown>['file']>[0]) {
  const town = documentsTown({ radicadoPor: 'EXTERNO' });
  for (let k = 0; k < count; k++) await town.file(identidad);
  return {
    ...town,
    leave: (...rows: string[]) => town.gestor.left.set('hoy.csv', [HEADER, ...rows].join('\n')),
  };
}

const rosalba = {
  identidad: { modo: 'IDENTIFICADO', nombre: 'Rosalba', correo: 'rosalba@ejemplo.co' },
} as const;

describe('the official number of another Ventanilla', () => {
  it('is missing until it comes', async () => {
    const { acuse } = { acuse: await (await external(0)).file() };
    expect(acuse.radicado).toBeUndefined();
    expect(acuse.recepcion).toBe('2026-E-000001');
  });

  it('enters the case once, with who said it and when, and the case is found by it', async () => {
    const town = await external(0);
    const { codigo } = await town.file();
    town.leave(ROW);
    await town.take();
    const { radicado, eventos } = await town.caseOf('2026-E-000001');
    expect(radicado).toBe('RAD-2026-44');
    expect(eventos.at(-1)).toMatchObject({
      tipo: 'RADICADA_EXTERNA',
      por: 'sistema',
      datos: { radicado: 'RAD-2026-44', fecha: '2026-11-24' },
    });
    expect(firstBrokenLink(eventos, GENESIS)).toBeUndefined();
    expect(town.gestor.accepted).toEqual(['hoy.csv']);
    for (const numero of ['rad-2026-44', '2026-E-000001']) {
      expect(valueOf(await town.track(numero, codigo))).toMatchObject({
        radicado: 'RAD-2026-44',
        recepcion: '2026-E-000001',
      });
    }
  });

  it('does not move the term: it runs from reception', async () => {
    const town = await external();
    const before = (await town.caseOf('2026-E-000001')).pqrsd;
    town.clock.advance(5 * DAY);
    town.leave('2026-E-000001,RAD-2026-44,2026-11-27');
    await town.take();
    const { pqrsd, recibidoEn } = await town.caseOf('2026-E-000001');
    expect(pqrsd).toEqual({ ...before, porAvisar: [2] });
    expect(recibidoEn).toEqual(new Date('2026-11-24T09:00:00-05:00'));
  });

  it('may come after the case was answered', async () => {
    const town = await external();
    const { _id } = await town.caseOf('2026-E-000001');
    valueOf(await town.applyOrden(_id, { tipo: 'RESPONDER', salida: 'S-1', prueba: 'correo' }, 'f-1'));
    town.leave(ROW);
    await town.take();
    expect((await town.caseOf('2026-E-000001')).radicado).toBe('RAD-2026-44');
  });

  it('is not changed by a later one, nor given to two cases', async () => {
    const town = await external(2);
    town.leave(ROW);
    await town.take();
    town.leave('2026-E-000001,RAD-2026-45,2026-11-24', '2026-E-000002,RAD-2026-44,2026-11-24');
    await town.take();
    expect(town.gestor.rejected.get('hoy.csv')).toEqual([
      { linea: 2, motivo: 'YA_TIENE_OTRO' },
      { linea: 3, motivo: 'RADICADO_DE_OTRO' },
    ]);
    expect((await town.caseOf('2026-E-000002')).radicado).toBeUndefined();
  });

  it('is never given to a case that has ours', async () => {
    const town = documentsTown({ radicadoPor: 'PROPIO' });
    await town.file();
    town.gestor.left.set('hoy.csv', `${HEADER}\n${ROW}\n`);
    await town.take();
    expect(town.gestor.rejected.get('hoy.csv')).toEqual([{ linea: 2, motivo: 'YA_TIENE_OTRO' }]);
    const { _id } = await town.caseOf('2026-E-000001');
    const forced = await town.applyOrden(
      _id,
      { tipo: 'NUMERAR', radicado: 'X-1234', fecha: '2026-11-24' },
      'f',
    );
    expect(forced).toMatchObject({ failure: { code: 'TRANSITION_NOT_ALLOWED' } });
  });

  it('changes no case when any line of its file is wrong, and each is told', async () => {
    const town = await external(2);
    town.leave(
      ROW,
      '2026-E-000009,RAD-2026-45,2026-11-24',
      '2026-E-000002,RAD-2026-46,2026-11-23',
      '2026-E-000002,RAD-2026-47,2026-11-25',
    );
    await town.take();
    expect(town.gestor.rejected.get('hoy.csv')).toEqual([
      { linea: 3, motivo: 'SIN_CASO' },
      { linea: 4, motivo: 'FECHA_ANTERIOR' },
      { linea: 5, motivo: 'RECEPCION_REPETIDA' },
    ]);
    expect((await town.caseOf('2026-E-000001')).radicado).toBeUndefined();
    expect(town.externos.kept.size).toBe(0);
  });

  it.each([1, 2, 3])('is taken whole when a death comes at step %i', async (step) => {
    const town = await external(2);
    town.leave(ROW, '2026-E-000002,RAD-2026-45,2026-11-24');
    let steps = 0;
    const claim = town.externos.claim.bind(town.externos);
    town.externos.claim = async (reclamado) => {
      if ((steps += 1) === step) throw new Error('killed');
      const claimed = await claim(reclamado);
      if (step === 3 && steps === 2) throw new Error('killed');
      return claimed;
    };
    await expect(town.take()).rejects.toThrow('killed');
    town.externos.claim = claim;
    await town.take();
    expect(town.gestor.accepted).toEqual(['hoy.csv']);
    for (const recepcion of ['2026-E-000001', '2026-E-000002']) {
      const { eventos, radicado } = await town.caseOf(recepcion);
      expect(radicado).toBeDefined();
      expect(eventos.map(({ tipo }) => tipo)).toEqual(['RADICADA', 'RADICADA_EXTERNA']);
    }
    expect([...town.externos.kept.values()].every(({ aviso }) => aviso)).toBe(true);
  });
});

describe('the notice of the official number', () => {
  async function numbered(over: Parameters<typeof external>[1] = rosalba) {
    const town = await external(1, over);
    town.leave(ROW);
    await town.take();
    return { ...town, aviso: async () => (await town.externos.find('RAD-2026-44'))?.aviso };
  }

  it('goes to who left an address, with both numbers, the date and the second constancia; and is noted', async () => {
    const town = await numbered();
    await town.tell();
    const [mensaje] = town.correo.received;
    expect(mensaje?.para).toBe('rosalba@ejemplo.co');
    for (const word of ['2026-E-000001', 'RAD-2026-44', '16 de diciembre de 2026'])
      expect(mensaje?.texto).toContain(word);
    expect(Buffer.from(mensaje?.adjuntos?.[0]?.contenido ?? []).toString()).toBe('2026-E-000001 RAD-2026-44');
    expect(await town.aviso()).toMatchObject({ estado: 'ENVIADO' });
    const { pqrsd, eventos } = await town.caseOf('2026-E-000001');
    expect(openNota(pqrsd.notas?.[0]?.sellada ?? '', town.sealing).texto).toContain(mensaje?.idMensaje);
    expect(JSON.stringify(eventos)).not.toContain('rosalba');
    town.clock.advance(30 * DAY);
    await town.tell();
    expect(town.correo.received).toHaveLength(1);
  });

  it('of a confidential case carries no constancia: a mailbox may be shared', async () => {
    const town = await numbered({ identidad: { ...rosalba.identidad, modo: 'CONFIDENCIAL' } });
    await town.tell();
    expect(town.correo.received[0]?.adjuntos).toBeUndefined();
  });

  it('looks for nobody who left no address', async () => {
    const town = await numbered({ identidad: { modo: 'ANONIMO' } });
    await town.tell();
    expect(town.correo.received).toEqual([]);
    expect(await town.aviso()).toMatchObject({ estado: 'SIN_CORREO' });
    expect(await town.externos.porContar(9)).toEqual([]);
  });

  it('is tried again while the server is busy', async () => {
    const town = await numbered();
    town.correo.conducta = 'IS_BUSY';
    await town.tell();
    expect(await town.aviso()).toMatchObject({ estado: 'POR_CONTAR', intentos: 1 });
    await town.tell();
    expect(await town.aviso()).toMatchObject({ intentos: 1 });
    town.correo.conducta = 'ACCEPTS';
    town.clock.advance(DAY);
    await town.tell();
    expect(town.correo.received[0]?.texto).not.toContain('Es posible que ya');
    expect(await town.aviso()).toMatchObject({ estado: 'ENVIADO' });
  });

  it('that may have arrived is repeated under the same identifier, saying so', async () => {
    const town = await numbered();
    town.correo.conducta = 'HANGS_UP_AFTER_MESSAGE';
    await town.tell();
    expect(await town.aviso()).toMatchObject({ estado: 'INCIERTO' });
    town.correo.conducta = 'ACCEPTS';
    town.clock.advance(DAY);
    await town.tell();
    const [first, second] = town.correo.received;
    expect(second?.idMensaje).toBe(first?.idMensaje);
    expect(second?.texto).toContain('Es posible que ya haya recibido este mensaje.');
  });

  it('to an address that is refused is left to a person after some days', async () => {
    const town = await numbered();
    town.correo.conducta = 'REFUSES_ADDRESS';
    for (let day = 0; day < 9; day++) {
      await town.tell();
      town.clock.advance(DAY);
    }
    expect(await town.aviso()).toMatchObject({ estado: 'RECHAZADO', intentos: 5 });
    expect(await town.externos.porContar(9)).toHaveLength(1);
  });
});
