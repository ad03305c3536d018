import type { Revisiones } from '../../api/revision/ports';
import type { Revision } from '../../api/revision/revision';

/** The outcomes of checks, in memory. */
export function memoryRevisiones(): Revisiones & { readonly kept: Revision[] } {
  const kept: Revision[] = [];
  return {
    kept,
    last: async () => kept.at(-1),
    add: async (revision) => void kept.push(revision),
  };
}

/** A check that found nothing. */
export const sana = (over: Partial<Revision> = {}): Revision => ({
  en: new Date('2026-11-24T07:30:00Z'),
  segundos: 3,
  colecciones: 12,
  documentos: 400,
  comunicaciones: 30,
  anexos: 5,
  cuantos: 0,
  hallazgos: [],
  hastaAnexo: '',
  ...over,
});
