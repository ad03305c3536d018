import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { FASES, MOTIVOS_DOWN } from './session';
import { writePrivately } from './write-privately';

/** What is kept of a session between two runs of the program. Nothing of anybody. */
const kept = z.object({
  fase: z.enum(FASES).default('DOWN'),
  motivo: z.enum(MOTIVOS_DOWN).optional(),
  falla: z.string().optional(),
  desde: z.coerce.date().optional(),
  /** Stays off until a person links it again. */
  detenido: z.enum(MOTIVOS_DOWN).optional(),
  /** When the last message that was stored was written: what is before was read. */
  recibidoHasta: z.coerce.date().optional(),
  /** Replies of a day, by the calendar of Colombia. */
  enviados: z.object({ dia: z.string(), cuantos: z.number().int().nonnegative() }).optional(),
});

export type EstadoGuardado = z.infer<typeof kept>;

/** The state in its file. What is not there, or cannot be read, is as of a session that never was. */
export function stateFile(path: string) {
  let writing = Promise.resolve();
  return {
    async read(): Promise<EstadoGuardado> {
      const text = await readFile(path, 'utf8').catch(() => '{}');
      try {
        const parsed = kept.safeParse(JSON.parse(text));
        return parsed.success ? parsed.data : kept.parse({});
      } catch {
        return kept.parse({});
      }
    },
    /** One after another: the last one asked for is the one that stays. */
    save(guardado: EstadoGuardado): Promise<void> {
      const text = `${JSON.stringify(guardado, undefined, 2)}\n`;
      writing = writing.then(() => writePrivately(path, text)).catch(() => undefined);
      return writing;
    },
  };
}
