import type { Acceso } from '../accesos/accesos';
import { casoInWords } from '../bandeja/caso-in-words';
import { anexosOf, type Saved, saveAnexos } from '../bandeja/save-anexos';
import type { VisibleCases } from '../bandeja/visible-cases';
import type { Anexos } from '../base/anexos/anexos';
import type { Sealing } from '../base/kernel/sealing';
import { notificacionInWords } from '../notificaciones/notificacion-in-words';
import type { Notificaciones } from '../notificaciones/ports';
import type { Pqrsd } from '../pqrsd/pqrsd';
import type { DeskDeps } from './bandeja';
import { type Command, type Io, namedOptions } from './command';
import { whoLooks } from './who-looks';

export interface CaseDeps extends DeskDeps {
  readonly anexos: Pick<Anexos, 'get'>;
  readonly sealing: Sealing;
  readonly notificaciones: Pick<Notificaciones, 'ofCase'>;
}

const OPTIONS = ['quien', 'dependencia', 'guardar', 'originales', 'ver-identidad'];

/** `caso RADICADO`: everything of one case for who may see it, and its files with `--guardar`; each look is recorded first. */
export const createCasoCommand =
  (deps: CaseDeps): Command =>
  async ([numero, ...rest], io) => {
    const { texts } = deps.content;
    const options = namedOptions(rest, OPTIONS);
    if (numero === undefined || numero.startsWith('--') || !options) {
      io.err(texts('bandeja.usoCaso'));
      return 2;
    }
    const viewer = await whoLooks(deps, options, io);
    if (!viewer) return 2;
    const cases = deps.casesFor(viewer);
    const caso = await cases.byNumero(numero);
    // In one text, whether there is none or they may not see it.
    if (!caso) {
      io.err(texts('bandeja.noHay', { numero }));
      return 1;
    }
    const { nombre: quien, dependencia } = viewer;
    const look = { quien, dependencia, recepcion: caso.recepcion, en: deps.clock.now() };
    return show(deps, io, { caso, cases, options, look });
  };

interface Look {
  readonly caso: Pqrsd;
  readonly cases: VisibleCases;
  readonly options: ReadonlyMap<string, string>;
  readonly look: Omit<Acceso, 'que'>;
}

async function show(deps: CaseDeps, io: Io, { caso, cases, options, look }: Look): Promise<number> {
  const { accesos, content, sealing } = deps;
  const motivo = options.get('ver-identidad')?.trim();
  const identidad = caso.pqrsd.modo === 'CONFIDENCIAL' && motivo !== undefined && motivo !== '';
  await accesos.record({ ...look, que: 'CASO' });
  if (identidad) await accesos.record({ ...look, que: 'IDENTIDAD', motivo });
  io.err(content.texts('bandeja.registrado', { quien: look.quien }));
  const relacionadas = await visibleOf(caso.pqrsd.relacionadas ?? [], cases);
  io.out(casoInWords(caso, { texts: content.texts, sealing, identidad, relacionadas }));
  await told(deps, io, caso);
  const carpeta = options.get('guardar');
  if (carpeta === undefined) return 0;
  await accesos.record({ ...look, que: 'ANEXOS' });
  return save(deps, io, caso, { carpeta, originales: options.get('originales') === 'si' });
}

/** What the person was told of it, and by what. */
async function told({ notificaciones, content }: CaseDeps, io: Io, { _id }: Pqrsd): Promise<void> {
  const found = await notificaciones.ofCase(_id);
  const lines = found.flatMap((one) => notificacionInWords(one, content.texts));
  if (lines.length > 0) io.out(['', content.texts('notificacion.delCaso'), ...lines].join('\n'));
}

async function visibleOf(numeros: readonly string[], cases: VisibleCases): Promise<string[]> {
  const seen: string[] = [];
  for (const numero of numeros) if (await cases.byNumero(numero)) seen.push(numero);
  return seen;
}

async function save(
  { anexos, sealing, content: { texts } }: CaseDeps,
  io: Io,
  caso: Pqrsd,
  to: { readonly carpeta: string; readonly originales: boolean },
): Promise<number> {
  const saved = await saveAnexos(anexos, anexosOf(caso, sealing), to).catch((cause: unknown) => {
    if ((cause as { code?: unknown }).code === 'EEXIST') return undefined;
    throw cause;
  });
  if (!saved) {
    io.err(texts('caso.carpetaOcupada', { carpeta: to.carpeta }));
    return 1;
  }
  for (const one of saved) tell(one, io, texts, to.originales);
  return saved.some(({ que }) => que === 'DANADO') ? 1 : 0;
}

function tell(
  { nombre, ruta, que }: Saved,
  io: Io,
  texts: CaseDeps['content']['texts'],
  asked: boolean,
): void {
  if (ruta === undefined) {
    io.err(texts('caso.archivoDanado', { nombre }));
    return;
  }
  if (que === 'ORIGINAL' && !asked) io.err(texts('caso.guardadoOriginal', { archivo: nombre }));
  io.out(texts('caso.guardado', { ruta }));
}
