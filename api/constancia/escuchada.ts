import type { Sealing } from '../base/kernel/sealing';
import type { PalabrasDeNota, Pqrsd } from '../pqrsd/pqrsd';
import { openNota } from '../pqrsd/seal-case';

/** What is asked and why in the words of who listened to a verbal petition, and who that was. */
export type Escuchada = Pick<PalabrasDeNota, 'objeto' | 'razones' | 'recibe'>;

/** The last time that somebody listened to a verbal petition; undefined while nobody has. */
export function lastEscuchada({ eventos, pqrsd }: Pqrsd, sealing: Sealing): Escuchada | undefined {
  const event = eventos.findLast(({ tipo }) => tipo === 'ESCUCHADA');
  const nota = pqrsd.notas?.find(({ n }) => n === event?.n);
  if (!nota) return undefined;
  const { objeto, razones, recibe } = openNota(nota.sellada, sealing);
  return { objeto, razones, recibe };
}
