import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Anexos } from '../base/anexos/anexos';
import { kindOfType } from '../base/anexos/recibir/kinds';
import type { Failure } from '../base/kernel/failures';
import { dateInWords, instantInWords } from '../base/kernel/local-date';
import { foldText } from '../base/kernel/plain-text';
import type { Result } from '../base/kernel/result';
import type { Sealing } from '../base/kernel/sealing';
import { isVoz } from '../base/kernel/voz';
import { formatNumero, parseNumero } from '../comunicaciones/numero';
import type { PqrsdByNumber } from '../pqrsd/find-pqrsd';
import type { AnexoDeCaso, Pqrsd } from '../pqrsd/pqrsd';
import type { Orden } from '../pqrsd/transitions';
import type { Texts } from '../../content/texts';
import { type Command, type Io, namedOptions } from './command';
import type { Prompts } from './ventanilla/prompts';

export interface EscucharDeps {
  /** Open cases told by voice that nobody has listened to, the oldest first. */
  readonly porEscuchar: (limit: number) => Promise<readonly Pqrsd[]>;
  readonly cases: PqrsdByNumber;
  readonly applyOrden: (id: string, orden: Orden, por: string) => Promise<Result<Pqrsd, Failure>>;
  readonly anexos: Pick<Anexos, 'get'>;
  readonly sealing: Sealing;
  /** Records that somebody looked at a case, before they do: `por` is the one of the events. */
  readonly recordAccess: (recepcion: string, por: string) => Promise<void>;
  readonly prompts: () => Prompts;
  /** Where recordings are left to be listened to, unless another folder is given. */
  readonly carpeta: string;
  readonly texts: Texts;
}

/** As many as one list shows. */
const LISTED = 200;

/**
 * `escuchar`: the verbal petitions that nobody has listened to. With a number, who listens and their post: leaves the
 * recordings in files, and writes down what is asked and why (Decreto 1166 de 2016).
 */
export const createEscucharCommand =
  (deps: EscucharDeps): Command =>
  async ([numero, ...rest], io) => {
    if (numero === undefined) return list(deps, io);
    const options = namedOptions(rest, ['quien', 'cargo', 'carpeta']);
    const [quien, cargo] = [options?.get('quien')?.trim(), options?.get('cargo')?.trim()];
    if (!options || !quien || !cargo) {
      io.err(deps.texts('ventanilla.escuchar.uso'));
      return 2;
    }
    const pqrsd = await verbalCase(deps, numero);
    if (!pqrsd) {
      io.err(deps.texts('ventanilla.escuchar.noHay', { numero }));
      return 1;
    }
    return listen(deps, io, pqrsd, { nombre: quien, cargo }, options.get('carpeta') ?? deps.carpeta);
  };

async function list({ porEscuchar, texts }: EscucharDeps, io: Io): Promise<number> {
  const waiting = await porEscuchar(LISTED);
  if (waiting.length === 0) io.err(texts('ventanilla.escuchar.ninguna'));
  for (const { radicado, recepcion, recibidoEn, pqrsd } of waiting) {
    const instante = instantInWords(recibidoEn);
    const fecha = dateInWords(pqrsd.venceEstricto);
    io.out(texts('ventanilla.escuchar.porOir', { numero: radicado ?? recepcion, instante, fecha }));
  }
  return 0;
}

async function verbalCase({ cases }: EscucharDeps, numero: string): Promise<Pqrsd | undefined> {
  const parsed = parseNumero(numero);
  const ours = parsed ? await cases.byRecepcion(formatNumero(parsed)) : [];
  const all = [...ours, ...(await cases.byRadicado(numero.trim()))].filter(({ pqrsd }) => pqrsd.verbal);
  // A rehearsal may have given the same number: after go-live the official case is the one meant.
  return all.find(({ libro }) => libro === 'OFICIAL') ?? all[0];
}

async function listen(
  deps: EscucharDeps,
  io: Io,
  pqrsd: Pqrsd,
  recibe: { readonly nombre: string; readonly cargo: string },
  carpeta: string,
): Promise<number> {
  const { texts, applyOrden, sealing } = deps;
  // An event holds no name of a person: this is the same for the same official, and only our keys make it.
  const por = sealing.blind(foldText(`${recibe.nombre} ${recibe.cargo}`), 'funcionario');
  await deps.recordAccess(pqrsd.recepcion, por);
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
  { anexos, texts }: EscucharDeps,
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
