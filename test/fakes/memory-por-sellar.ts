import type { Clock } from '../../api/base/kernel/clock';
import { sha256 } from '../../api/comunicaciones/book-chain';
import type { Libro } from '../../api/comunicaciones/comunicacion';
import type { PorSellar } from '../../api/comunicaciones/sello/por-sellar';

/** Communications that only have a version, a last hash and whether they wait for the seal. */
export interface MemoryPorSellar extends PorSellar {
  /** Files communication `numero`, half an hour ago unless told, or gives it one more event. */
  touch(numero: number, libro?: Libro, minutesAgo?: number): void;
  /** Numbers that wait. */
  waiting(): string[];
}

interface Waiting {
  readonly libro: Libro;
  readonly recepcion: string;
  readonly radicadoEn: Date;
  readonly version: number;
  readonly porSellar: boolean;
}

export function memoryPorSellar(clock: Pick<Clock, 'now'>): MemoryPorSellar {
  const versions = new Map<string, Waiting>();
  const waitingIn = (libro?: Libro) =>
    [...versions].filter(([, one]) => one.porSellar && (!libro || one.libro === libro));
  return {
    touch(numero, libro = 'OFICIAL', minutesAgo = 30) {
      const recepcion = `2026-E-${String(numero).padStart(6, '0')}`;
      const _id = `${libro}/${numero}`;
      const filedNow = new Date(clock.now().getTime() - minutesAgo * 60_000);
      const { version, radicadoEn } = versions.get(_id) ?? { version: 0, radicadoEn: filedNow };
      versions.set(_id, { libro, recepcion, radicadoEn, version: version + 1, porSellar: true });
    },
    waiting: () => waitingIn().map(([, { recepcion }]) => recepcion),
    pending: async (libro, limit, antes) =>
      waitingIn(libro)
        .filter(([, { radicadoEn }]) => radicadoEn < antes)
        .slice(0, limit)
        .map(([_id, { recepcion, version }]) => ({
          _id,
          libro,
          recepcion,
          version,
          ultimoHash: sha256(`${_id}@${version}`),
        })),
    async markSealed(id, version) {
      const one = versions.get(id);
      if (one?.version !== version) return false;
      versions.set(id, { ...one, porSellar: false });
      return true;
    },
  };
}
