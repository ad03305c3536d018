import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { VisibleCases } from '../bandeja/visible-cases';
import type { Anexos } from '../base/anexos/anexos';
import { kindOfType } from '../base/anexos/recibir/kinds';
import type { Failure } from '../base/kernel/failures';
import { dateInWords, instantInWords } from '../base/kernel/local-date';
import type { Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import { isVoz } from '../base/kernel/voz';
import { officialId } from '../pqrsd/official-id';
import type { AnexoDeCaso, Pqrsd } from '../pqrsd/pqrsd';
import type { Orden } from '../pqrsd/orden';
import type { Viewer } from '../rutas/viewer';
import type { Content } from '../../content/load-content';
import { type Command, type Io, namedOptions } from './command';
import { whoLooks } from './who-looks';
import type { Prompts } from './ventanilla/prompts';

export interface EscucharDeps {
  /** Open cases told by voice that nobody has listened to, the oldest first. */
  readonly porEscuchar: (limit: number) => Promise<readonly Pqrsd[]>;
  /** The cases that somebody may see: nobody hears a complaint against them. */
  readonly casesFor: (viewer: Viewer) => VisibleCases;
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
  readonly anexos: Pick<Anexos, 'get'>;
  readonly sealing: Sealing;
  /** Records who looks at a case, before they do. */
  readonly recordAccess: (recepcion: string, quien: string) => Promise<void>;
  readonly prompts: () => Prompts;
  /** Makes the folder where recordings are left to be listened to, unless another is given. */
  readonly carpeta: () => string;
  readonly content: Pick<Content, 'texts' | 'dependencias'>;
}

/** As many as one list shows. */
const LISTED = 200;

/**
 * `escuchar`: the verbal petitions that nobody has listened to. With a number, who listens and their post: leaves the
 * recordings in files, and writes down what is asked and why (Decreto 1166 de 2016).
 */
export const createEscucharCommand =
  (deps: EscucharDeps): Command =>
  async (args, io) => {
    const [numero, ...rest] = args;
    if (numero === undefined || numero.startsWith('--')) return list(deps, io, args);
    const { texts } = deps.content;
    const options = namedOptions(rest, ['quien', 'cargo', 'carpeta', 'dependencia']);
    const [quien, cargo] = [options?.get('quien')?.trim(), options?.get('cargo')?.trim()];
    if (!options || !quien || !cargo) {
      io.err(texts('ventanilla.escuchar.uso'));
      return 2;
    }
    const viewer = await whoLooks(deps, options, io);
    if (!viewer) return 2;
    const pqrsd = await deps.casesFor(viewer).byNumero(numero);
    if (!pqrsd?.pqrsd.verbal) {
      io.err(texts('ventanilla.escuchar.noHay', { numero }));
      return 1;
    }
    return listen(deps, io, pqrsd, { nombre: quien, cargo }, options.get('carpeta') ?? deps.carpeta());
  };

async function list(deps: EscucharDeps, io: Io, args: readonly string[]): Promise<number> {
  const { porEscuchar, casesFor, content } = deps;
  const { texts } = content;
  const options = namedOptions(args, ['quien', 'dependencia']);
  if (!options) {
    io.err(texts('ventanilla.escuchar.uso'));
    return 2;
  }
  const viewer = await whoLooks(deps, options, io);
  if (!viewer) return 2;
  const visible = (await porEscuchar(LISTED)).filter(casesFor(viewer).sees);
  for (const { radicado, recepcion, recibidoEn, pqrsd } of visible) {
    const instante = instantInWords(recibidoEn);
    const fecha = dateInWords(pqrsd.venceEstricto);
    io.out(texts('ventanilla.escuchar.porOir', { numero: radicado ?? recepcion, instante, fecha }));
  }
  if (visible.length === 0) io.err(texts('ventanilla.escuchar.ninguna'));
  return 0;
}

async function listen(
  deps: EscucharDeps,
  io: Io,
  pqrsd: Pqrsd,
  recibe: { readonly nombre: string; readonly cargo: string },
  carpeta: string,
): Promise<number> {
  const {
    content: { texts },
    applyOrden,
    sealing,
  } = deps;
  // An event holds no name of a person: this is the same for the same official, and only our keys make it.
  const por = officialId(recibe.nombre, sealing);
  await deps.recordAccess(pqrsd.recepcion, recibe.nombre);
  if (!(await saveVoices(deps, io, pqrsd, carpeta))) return 1;
  const prompts = deps.prompts();
  const objeto = await untilTold(prompts, texts('ventanilla.escuchar.objeto'));
  const razones = objeto && (await prompts.ask(`${texts('ventanilla.escuchar.razones')} `));
  prompts.close();
  io.err(texts('ventanilla.escuchar.borrelo'));
  if (!objeto || razones === undefined) {
    io.err(texts('ventanilla.escuchar.nada'));
    return 1;
  }
  const done = await applyOrden(
    pqrsd._id,
    { tipo: 'ESCUCHAR', objeto, razones: razones.trim(), recibe },
    por,
  );
  if (!done.ok) {
    io.err(texts(`falla.${done.failure.code}`, done.failure.detail));
    return 1;
  }
  io.out(texts('ventanilla.escuchar.hecho', { numero: pqrsd.radicado ?? pqrsd.recepcion }));
  return 0;
}

async function untilTold(prompts: Prompts, question: string): Promise<string | undefined> {
  for (;;) {
    const typed = await prompts.ask(`${question} `);
    if (typed === undefined || typed.trim() !== '') return typed?.trim();
  }
}

async function saveVoices(
  { anexos, content: { texts } }: EscucharDeps,
  io: Io,
  pqrsd: Pqrsd,
  carpeta: string,
): Promise<boolean> {
  try {
    mkdirSync(carpeta, { recursive: true, mode: 0o700 });
    for (const [index, anexo] of pqrsd.pqrsd.anexos.filter(isVoz).entries()) {
      const ruta = join(carpeta, `${pqrsd.recepcion}-${index + 1}.${extensionOf(anexo)}`);
      const content = await anexos.get((anexo.vista ?? anexo).sha256);
      if (!content) throw new Error('a file of a case is missing');
      await pipeline(content, createWriteStream(ruta, { mode: 0o600 }));
      io.out(texts('ventanilla.escuchar.audio', { ruta }));
    }
    return true;
  } catch {
    io.err(texts('ventanilla.escuchar.noSeGuarda', { carpeta }));
    return false;
  }
}

const extensionOf = ({ tipo, vista }: AnexoDeCaso): string =>
  kindOfType(vista?.tipo ?? tipo)?.extensions[0] ?? 'audio';
