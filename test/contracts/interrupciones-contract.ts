import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Causa, idDe, type Interrupcion } from '../../api/interrupciones/interrupcion';
import { MAX_ANOTACIONES, type Interrupciones, type Latidos } from '../../api/interrupciones/ports';

export interface OpenedInterrupciones {
  readonly latidos: Latidos;
  readonly interrupciones: Interrupciones;
  close?(): Promise<void>;
}

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 24, 14, minute));

export const anInterrupcion = (from: number, to: number, causa: Causa = 'DETENIDO'): Interrupcion => ({
  id: idDe(at(from), causa),
  causa,
  desde: at(from),
  hasta: at(to),
  anotaciones: [],
});

const lasting = (minute: number, copia = 'una') =>
  ({
    id: idDe(at(minute), 'SIN_ESPACIO'),
    causa: 'SIN_ESPACIO',
    desde: at(minute),
    visto: at(minute),
    copia,
    anotaciones: [],
  }) as const;

/** What every record of signs and interruptions does. `open` gives an empty one. */
export function interrupcionesContract(name: string, open: () => Promise<OpenedInterrupciones>): void {
  let opened: OpenedInterrupciones;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => opened.close?.());

  describe(`signs of the service in ${name}`, () => {
    it('are none at first; then the last one, and since when', async () => {
      const { latidos } = opened;
      expect(await latidos.last()).toBeUndefined();
      await latidos.leave(at(0), false);
      await latidos.leave(at(1), true);
      expect(await latidos.last()).toEqual({ en: at(1), desde: at(0), aOrden: true });
      await latidos.leave(at(2), false);
      expect(await latidos.last()).toEqual({ en: at(2), desde: at(0), aOrden: false });
    });

    it('go back with a clock that was put back: a wrong future does not hide what comes', async () => {
      const { latidos } = opened;
      await latidos.leave(at(50), false);
      await latidos.leave(at(1), false);
      expect((await latidos.last())?.en).toEqual(at(1));
    });
  });

  describe(`interruptions in ${name}`, () => {
    it('are kept once, and repeating one only moves its end later', async () => {
      const { interrupciones } = opened;
      const one = anInterrupcion(0, 10);
      await Promise.all([interrupciones.record(one), interrupciones.record(one)]);
      await interrupciones.record(anInterrupcion(0, 12));
      await interrupciones.record(anInterrupcion(0, 11));
      expect(await interrupciones.list()).toEqual([anInterrupcion(0, 12)]);
      expect(await interrupciones.find(one.id)).toEqual(anInterrupcion(0, 12));
      expect(await interrupciones.find('otra')).toBeUndefined();
    });

    it('are listed newest first, by pages', async () => {
      const { interrupciones } = opened;
      for (const minute of [0, 20, 10]) await interrupciones.record(anInterrupcion(minute, minute + 5));
      expect((await interrupciones.list()).map(({ desde }) => desde)).toEqual([at(20), at(10), at(0)]);
      expect((await interrupciones.list(at(20))).map(({ desde }) => desde)).toEqual([at(10), at(0)]);
    });

    it('last until they are closed, one of each cause at a time', async () => {
      const { interrupciones } = opened;
      const one = lasting(0);
      await interrupciones.open(one);
      await interrupciones.open(lasting(1, 'otra'));
      await interrupciones.see(one.id, at(2));
      expect(await interrupciones.opened()).toEqual([{ ...one, visto: at(2) }]);
      expect(await interrupciones.find(one.id)).toEqual({
        id: one.id,
        causa: 'SIN_ESPACIO',
        desde: at(0),
        anotaciones: [],
      });
      await interrupciones.close(one.id, at(3));
      await interrupciones.close(one.id, at(9));
      expect(await interrupciones.opened()).toEqual([]);
      expect((await interrupciones.find(one.id))?.hasta).toEqual(at(3));
      await interrupciones.open(lasting(5));
      expect(await interrupciones.opened()).toHaveLength(1);
    });

    it('take notes, without changing the interval, up to a limit', async () => {
      const { interrupciones } = opened;
      const one = anInterrupcion(0, 10);
      await interrupciones.record(one);
      const note = { motivo: 'Se fue la energía', quien: 'Ana Pérez', en: at(30) };
      expect(await interrupciones.annotate(one.id, note)).toBe(true);
      expect(await interrupciones.find(one.id)).toEqual({ ...one, anotaciones: [note] });
      expect(await interrupciones.annotate('otra', note)).toBe(false);
      for (let n = 1; n < MAX_ANOTACIONES; n++) await interrupciones.annotate(one.id, note);
      expect(await interrupciones.annotate(one.id, note)).toBe(false);
      expect((await interrupciones.find(one.id))?.anotaciones).toHaveLength(MAX_ANOTACIONES);
    });
  });
}
