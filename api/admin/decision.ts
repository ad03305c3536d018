import type { Clock } from '../base/kernel/clock';
import { type Decision, decisionesVigentes, decisionSchema } from '../puesta-en-marcha/decision';
import { missingForGoLive, type Preparacion, PUESTA_EN_MARCHA } from '../puesta-en-marcha/go-live';
import { WHATSAPP_WEB } from '../puesta-en-marcha/riesgo-whatsapp-web';
import type { RegistroDecisiones } from '../puesta-en-marcha/mongo-decisiones';
import type { Texts } from '../../content/texts';
import { type Command, type Io, namedOptions } from './command';

interface Deps {
  readonly decisiones: RegistroDecisiones;
  readonly preparacion: Preparacion;
  readonly clock: Clock;
  readonly texts: Texts;
}

const FIXED: ReadonlySet<string> = new Set(['consecutivos', 'radicado_oficial', PUESTA_EN_MARCHA]);

const ACT_OPTIONS = ['acto', 'fecha', 'firmante'] as const;

/** `decision listar` and `decision registrar CLAVE VALOR --acto … --fecha … --firmante …`. */
export function createDecisionCommand(deps: Deps): Command {
  return async ([action, ...args], io) => {
    if (action === 'listar' && args.length === 0) return list(deps, io);
    const [clave, valor, ...rest] = args;
    if (action !== 'registrar' || !clave || !valor || clave === PUESTA_EN_MARCHA) return usage(deps, io);
    return record(deps, io, clave, valor, rest);
  };
}

/** `puesta-en-marcha`: what is missing; with the act that orders it, ends the rehearsal. */
export function createGoLiveCommand(deps: Deps): Command {
  return async (args, io) => {
    const { decisiones, preparacion, texts } = deps;
    const missing = missingForGoLive(preparacion, decisionesVigentes(await decisiones.all()));
    for (const clave of missing) io.err(texts('admin.decision.falta', { clave }));
    if (missing.length > 0) return 1;
    if (args.length === 0) {
      io.out(texts('admin.puestaEnMarcha.lista'));
      return 0;
    }
    const code = await record(deps, io, PUESTA_EN_MARCHA, 'SI', args);
    if (code === 0) io.out(texts('admin.puestaEnMarcha.hecha'));
    return code;
  };
}

async function list({ decisiones, texts }: Deps, io: Io): Promise<number> {
  const todas = await decisiones.all();
  if (todas.length === 0) io.err(texts('admin.decision.ninguna'));
  for (const { clave, valor, acto, fecha, firmante } of todas) {
    io.out([clave, valor, acto, fecha, firmante].join('\t'));
  }
  return 0;
}

async function record(
  deps: Deps,
  io: Io,
  clave: string,
  valor: string,
  rest: readonly string[],
): Promise<number> {
  const options = namedOptions(rest, ACT_OPTIONS);
  if (!options) return usage(deps, io);
  const parsed = decisionSchema.safeParse({ clave, valor, ...Object.fromEntries(options) });
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) io.err(`${path.join('.')}: ${message}`);
    return 1;
  }
  // What numbers are made of cannot change under a book that has begun.
  const begun = decisionesVigentes(await deps.decisiones.all()).has(PUESTA_EN_MARCHA);
  if (begun && FIXED.has(clave)) {
    io.err(deps.texts('admin.decision.yaEnMarcha', { clave }));
    return 1;
  }
  // Whoever signs accepts this text: it is shown with what is recorded.
  if (clave === WHATSAPP_WEB && parsed.data.valor === 'ACEPTA') io.err(deps.texts('whatsappWeb.riesgo'));
  const decision: Decision = { ...parsed.data, registradaEn: deps.clock.now() };
  await deps.decisiones.add(decision);
  io.out(deps.texts('admin.decision.registrada', { clave, valor }));
  return 0;
}

function usage({ texts }: Deps, io: Io): number {
  io.err(texts('admin.decision.uso'));
  return 2;
}
