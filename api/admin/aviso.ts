import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CLASES_AVISO, type Aviso } from '../avisos/aviso';
import type { UsoDeAvisos } from '../avisos/create-avisos';
import type { Clock } from '../base/kernel/clock';
import { dateInWords, localDate } from '../base/kernel/local-date';
import { cleanText } from '../base/kernel/plain-text';
import type { Texts } from '../../content/texts';
import { type Command, type Io, namedOptions } from './command';

interface Deps {
  readonly avisos: UsoDeAvisos;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly texts: Texts;
}

const CONFIRMO = '--confirmo-anonimizado';
const OPTIONS = ['titulo', 'archivo', 'desfijar', 'quien', 'radicado', 'clase'];

const asked = z.object({
  titulo: z.string().trim().min(1).max(200),
  archivo: z.string().min(1),
  desfijar: z.iso.date(),
  quien: z.string().trim().min(3),
  radicado: z.string().optional(),
  clase: z.enum(CLASES_AVISO).optional(),
});

/** `aviso publicar …`, `aviso listar` and `aviso desfijar ID --quien NOMBRE`: the public notices. */
export const createAvisoCommand =
  (deps: Deps): Command =>
  async ([action, ...args], io) => {
    if (action === 'publicar') return publish(deps, args, io);
    if (action === 'listar' && args.length === 0) return list(deps, io);
    if (action === 'desfijar') return remove(deps, args, io);
    return usage(deps, io);
  };

async function publish(deps: Deps, args: readonly string[], io: Io): Promise<number> {
  const { avisos, texts, clock } = deps;
  const options = namedOptions(
    args.filter((arg) => arg !== CONFIRMO),
    OPTIONS,
  );
  const parsed = options && asked.safeParse(Object.fromEntries(options));
  if (!parsed?.success) return usage(deps, io);
  const { archivo, titulo, desfijar, quien, radicado, clase } = parsed.data;
  const typed = await readFile(archivo, 'utf8').catch(() => undefined);
  if (typed === undefined) return tell(io, texts('admin.archivoIlegible', { archivo }));
  const before = clock.now();
  const posted = await avisos.publicar({
    clase: clase ?? (radicado === undefined ? 'GENERAL' : 'RESPUESTA_ANONIMA'),
    titulo: cleanText(titulo),
    texto: cleanText(typed).trim(),
    numero: radicado,
    desfijaEl: desfijar,
    quien,
    anonimizado: args.includes(CONFIRMO),
  });
  if (!posted.ok) {
    const { code, detail, hallazgos = [] } = posted.failure;
    for (const { linea, signo } of hallazgos)
      io.err(texts('avisos.orden.parecePersonal', { linea, signo: texts(`avisos.orden.signo.${signo}`) }));
    return tell(io, hallazgos.length > 0 ? texts('avisos.orden.revise') : texts(`falla.${code}`, detail));
  }
  const { value } = posted;
  const url = urlOf(deps, value);
  if (value.preparadoEn < before) io.out(texts('avisos.orden.yaEstaba', { url }));
  else io.out(texts('avisos.orden.fijado', { dia: dateInWords(value.desfijaEl), url }));
  return 0;
}

const urlOf = ({ publicUrl }: Deps, { _id }: Pick<Aviso, '_id'>): string => `${publicUrl}/avisos/${_id}`;

/** Those posted today; the removed ones are on the page. */
async function list({ avisos, clock }: Deps, io: Io): Promise<number> {
  const limite = 1000;
  for (const { _id, clase, radicado, desfijaEl, titulo } of await avisos.lectura.vigentes(
    localDate(clock.now()),
    { limite },
  ))
    io.out([_id, clase, radicado ?? '-', desfijaEl, titulo].join('\t'));
  return 0;
}

async function remove(deps: Deps, [id, ...rest]: readonly string[], io: Io): Promise<number> {
  const { avisos, texts } = deps;
  const quien = namedOptions(rest, ['quien'])?.get('quien');
  if (id === undefined || quien === undefined) return usage(deps, io);
  const removed = await avisos.desfijar(id, quien);
  if (!removed.ok) return tell(io, texts(`falla.${removed.failure.code}`, removed.failure.detail));
  io.out(texts('avisos.orden.desfijado', { url: urlOf(deps, removed.value) }));
  return 0;
}

function usage({ texts }: Deps, io: Io): number {
  io.err(texts('avisos.orden.uso'));
  return 2;
}

function tell(io: Io, line: string): number {
  io.err(line);
  return 1;
}
