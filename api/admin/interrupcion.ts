import { z } from 'zod';
import type { Clock } from '../base/kernel/clock';
import type { Texts } from '../../content/texts';
import { type Causa, idDe } from '../interrupciones/interrupcion';
import type { Interrupciones } from '../interrupciones/ports';
import { type Command, type Io, namedOptions } from './command';

interface Deps {
  /** The record, once its indexes exist. */
  readonly interrupciones: () => Promise<Interrupciones>;
  readonly clock: Clock;
  readonly texts: Texts;
}

const said = z.object({
  motivo: z.string().trim().min(3).max(300),
  quien: z.string().trim().min(3).max(200),
});

// Colombia has one zone and no summer time.
const local = z.iso
  .datetime({ local: true, precision: -1 })
  .transform((typed) => new Date(`${typed}:00-05:00`));
const interval = said.extend({ desde: local, hasta: local });

/** `interrupcion listar`, `anotar ID --motivo … --quien …`, `registrar --desde … --hasta … --motivo … --quien …`. */
export function createInterruptionCommand(deps: Deps): Command {
  return async ([action, ...args], io) => {
    if (action === 'listar' && args.length === 0) return list(deps, io);
    const [id = '', ...rest] = args;
    if (action === 'anotar' && !id.startsWith('--')) return annotate(deps, io, id, rest);
    if (action === 'registrar') return record(deps, io, args);
    return usage(deps, io);
  };
}

async function list({ interrupciones, texts }: Deps, io: Io): Promise<number> {
  const todas = await (await interrupciones()).list();
  if (todas.length === 0) io.err(texts('disponibilidad.admin.ninguna'));
  for (const { id, causa, desde, hasta, anotaciones } of todas) {
    const notes = anotaciones.map(({ motivo, quien }) => `${motivo} (${quien})`).join('; ');
    io.out([id, causa, desde.toISOString(), hasta?.toISOString() ?? '', notes].join('\t'));
  }
  return 0;
}

async function annotate(deps: Deps, io: Io, id: string, rest: readonly string[]): Promise<number> {
  const { interrupciones, clock, texts } = deps;
  const options = namedOptions(rest, ['motivo', 'quien']);
  const parsed = said.safeParse(Object.fromEntries(options ?? []));
  if (!parsed.success) return usage(deps, io);
  const done = await (await interrupciones()).annotate(id, { ...parsed.data, en: clock.now() });
  if (done) io.out(texts('disponibilidad.admin.anotada', { id }));
  else io.err(texts('disponibilidad.admin.noSePuede', { id }));
  return done ? 0 : 1;
}

async function record(deps: Deps, io: Io, args: readonly string[]): Promise<number> {
  const { interrupciones, clock, texts } = deps;
  const options = Object.fromEntries(namedOptions(args, ['desde', 'hasta', 'motivo', 'quien']) ?? []);
  if (!said.safeParse(options).success) return usage(deps, io);
  const parsed = interval.safeParse(options);
  if (!parsed.success || parsed.data.hasta <= parsed.data.desde) {
    io.err(texts('disponibilidad.admin.fechas'));
    return 1;
  }
  const { desde, hasta, motivo, quien } = parsed.data;
  const en = clock.now();
  const causa: Causa = desde > en ? 'PROGRAMADA' : 'REPORTADA';
  const id = idDe(desde, causa);
  await (await interrupciones()).record({ id, causa, desde, hasta, anotaciones: [{ motivo, quien, en }] });
  io.out(texts('disponibilidad.admin.registrada', { id, causa }));
  return 0;
}

function usage({ texts }: Deps, io: Io): number {
  io.err(texts('disponibilidad.admin.uso'));
  return 2;
}
