import { randomUUID } from 'node:crypto';
import type { Clock } from '../../base/kernel/clock';
import type { ReceiveFile } from '../../base/kernel/receive-file';
import type { Solicitud } from '../../base/kernel/solicitud';
import { type Atencion, atencionSchema, type Borrador, MEDIOS } from '../../ventanilla/atencion';
import type { FileAtencion } from '../../ventanilla/file-atencion';
import { localInstant } from '../../ventanilla/local-instant';
import { faltantesOf, solicitudOfAtencion } from '../../ventanilla/solicitud-of-atencion';
import type { Content } from '../../../content/load-content';
import { type Command, type Io, namedOptions } from '../command';
import { interview } from './interview';
import { PREGUNTAS } from './preguntas';
import type { Prompts } from './prompts';
import { readAtencion } from './read-atencion';
import { readFiles } from './read-files';
import { reviewLines } from './review';
import { type ConstanciaPdf, saveConstancia, tellFiled } from './tell-filed';

export interface VentanillaDeps {
  readonly atenciones: FileAtencion;
  readonly receiveFile: ReceiveFile;
  readonly constanciaPdf: ConstanciaPdf;
  readonly prompts: () => Prompts;
  readonly content: Content;
  readonly clock: Clock;
}

const OPTIONS = ['medio', 'recibe', 'cargo', 'archivo', 'constancia'] as const;

/**
 * `ventanilla`: an official takes at the keyboard a petition of somebody who came, called or wrote elsewhere.
 * `--archivo FILE` takes it from a YAML or JSON file instead, once for each content of the file.
 */
export const createVentanillaCommand =
  (deps: VentanillaDeps): Command =>
  async (args, io) => {
    const options = namedOptions(args, OPTIONS);
    const medio = MEDIOS.find((one) => one === options?.get('medio'));
    if (!options || (options.has('medio') && !medio)) {
      io.err(deps.content.texts('ventanilla.uso'));
      return 2;
    }
    await finishEarlier(deps, io);
    const archivo = options.get('archivo');
    if (archivo !== undefined) return fromFile(deps, io, archivo, options.get('constancia'));
    const prompts = deps.prompts();
    const code = await atTheKeyboard(deps, io, prompts, begun(options, medio));
    prompts.close();
    return code;
  };

/** What the command line already answers. */
function begun(options: ReadonlyMap<string, string>, medio: Borrador['medio']): Borrador {
  const [nombre = '', cargo = ''] = [options.get('recibe'), options.get('cargo')];
  return { ...(medio && { medio }), ...((nombre || cargo) && { recibe: { nombre, cargo } }) };
}

/** A yes that got no number because the process died: it is filed now, and its number told. */
async function finishEarlier({ atenciones, content: { texts } }: VentanillaDeps, io: Io): Promise<void> {
  for (const { solicitud, result } of await atenciones.unfinished()) {
    io.out(texts('ventanilla.pendiente'));
    if (!result.ok) {
      io.err(texts(`falla.${result.failure.code}`, result.failure.detail));
      continue;
    }
    tellFiled(result.value, solicitud, texts, io);
    await atenciones.told(solicitud.clave);
  }
}

async function fromFile(deps: VentanillaDeps, io: Io, path: string, constancia?: string): Promise<number> {
  const read = readAtencion(path);
  if (!read.ok) {
    for (const fault of read.failure) io.err(fault);
    return 1;
  }
  const { atencion, clave } = read.value;
  const solicitud = await received(deps, atencion, clave);
  if (!solicitud) {
    io.err(deps.content.texts('ventanilla.mal.hora'));
    return 1;
  }
  return file(deps, io, solicitud, async () => constancia);
}

async function atTheKeyboard(
  deps: VentanillaDeps,
  io: Io,
  prompts: Prompts,
  first: Borrador,
): Promise<number> {
  const { content, clock } = deps;
  const { texts } = content;
  io.out(texts('ventanilla.inicio'));
  io.out(texts('dialogo.privacidad', { entidad: content.entidad.nombre }));
  const contexto = () => ({ now: clock.now(), content });
  const borrador = await interview(PREGUNTAS, first, { prompts, say: io.err, texts, contexto });
  const parsed = atencionSchema.safeParse(borrador);
  if (!borrador || !parsed.success) {
    for (const { path, message } of borrador ? (parsed.error?.issues ?? []) : [])
      io.err(`${path.join('.')}: ${message}`);
    io.err(texts('ventanilla.nada'));
    return 1;
  }
  const solicitud = await received(deps, parsed.data, `ventanilla.${randomUUID()}`);
  if (!solicitud) return 1;
  for (const line of reviewLines(solicitud, texts)) io.out(line);
  const answer = await prompts.ask(`${texts('ventanilla.confirma')} `);
  if (answer === undefined || !/^s/i.test(answer.trim())) {
    io.err(texts('ventanilla.nada'));
    return 1;
  }
  return file(deps, io, solicitud, () => prompts.ask(`${texts('ventanilla.guardar')} `));
}

/** The petition with its files in, what it lacks told, and the instant it came; undefined when that is none. */
async function received(
  { receiveFile, content: { texts }, clock }: VentanillaDeps,
  atencion: Atencion,
  clave: string,
): Promise<Solicitud | undefined> {
  const now = clock.now();
  const recibidoEn = atencion.recibido === undefined ? now : localInstant(atencion.recibido, now);
  if (!recibidoEn || recibidoEn > now) return undefined;
  const faltantes = faltantesOf(atencion).map((one) => texts(`ventanilla.faltante.${one}`));
  const falta = faltantes.length > 0 ? faltantes.join(', ') : undefined;
  const files = await readFiles(atencion.archivos, receiveFile);
  return solicitudOfAtencion(atencion, { ...files, clave, recibidoEn, falta });
}

async function file(
  deps: VentanillaDeps,
  io: Io,
  solicitud: Solicitud,
  whereTo: () => Promise<string | undefined>,
): Promise<number> {
  const { atenciones, content, constanciaPdf } = deps;
  const filed = await atenciones.file(solicitud);
  if (!filed.ok) {
    io.err(content.texts(`falla.${filed.failure.code}`, filed.failure.detail));
    io.err(content.texts('ventanilla.guardada'));
    return 1;
  }
  tellFiled(filed.value, solicitud, content.texts, io);
  await atenciones.told(solicitud.clave);
  const path = await whereTo();
  return path?.trim() ? saveConstancia(filed.value, path.trim(), constanciaPdf, content.texts, io) : 0;
}
