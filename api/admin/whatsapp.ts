import type { Clock } from '../base/kernel/clock';
import { instantInWords, localDate } from '../base/kernel/local-date';
import type { Decision } from '../puesta-en-marcha/decision';
import type { Texts } from '../../content/texts';
import type { Command, Io } from './command';

/** What is kept of the session of WhatsApp Web. */
export interface EstadoWhatsappWeb {
  readonly fase: string;
  readonly motivo?: string;
  readonly falla?: string;
  readonly desde?: Date;
  readonly detenido?: string;
  readonly enviados?: { readonly dia: string; readonly cuantos: number };
  /** Some process has it open now. */
  readonly vivo: boolean;
}

/** What `whatsapp …` works with. */
export interface AdminWhatsappWeb {
  readonly texts: Texts;
  readonly archivoQr: string;
  /** Answers a day. */
  readonly maximo: number;
  readonly clock: Clock;
  /** The decision by which the written risk was accepted. */
  readonly riesgo: () => Promise<Decision | undefined>;
  readonly estado: () => Promise<EstadoWhatsappWeb>;
  /** A code as a drawing of characters. */
  readonly dibujar: (codigo: string) => Promise<string>;
  /** Links a phone; gives LISTO, OCUPADO, or why not. */
  readonly vincular: (onQr: (codigo: string) => void, onRead: () => void) => Promise<string>;
}

/** `whatsapp vincular | estado | riesgo`: the number that is linked by WhatsApp Web. */
export const createWhatsappCommand =
  (deps: AdminWhatsappWeb): Command =>
  async ([action, ...rest], io) => {
    if (rest.length === 0 && action === 'vincular') return link(deps, io);
    if (rest.length === 0 && action === 'estado') return status(deps, io);
    if (rest.length === 0 && action === 'riesgo') return showRisk(deps, io);
    io.err(deps.texts('whatsappWeb.vincular.uso'));
    return 2;
  };

/** The written risk, always; 0 when somebody accepted it. */
async function showRisk({ texts, riesgo }: AdminWhatsappWeb, io: Io): Promise<number> {
  io.err(texts('whatsappWeb.riesgo'));
  const accepted = await riesgo();
  if (!accepted) {
    io.err(`\n${texts('whatsappWeb.sinDecision')}`);
    return 1;
  }
  const { firmante, acto, fecha } = accepted;
  io.err(`\n${texts('whatsappWeb.aceptadoPor', { firmante, acto, fecha })}`);
  return 0;
}

async function link(deps: AdminWhatsappWeb, io: Io): Promise<number> {
  const { texts, archivoQr, dibujar, vincular } = deps;
  if ((await showRisk(deps, io)) !== 0) return 1;
  io.err(texts('whatsappWeb.vincular.empezando'));
  const draw = async (codigo: string): Promise<void> => {
    io.out(await dibujar(codigo));
    io.err(texts('whatsappWeb.vincular.lea', { archivo: archivoQr }));
  };
  const outcome = await vincular(
    (codigo) => void draw(codigo),
    () => io.err(texts('whatsappWeb.vincular.leido')),
  );
  if (outcome === 'LISTO') {
    io.out(texts('whatsappWeb.vincular.listo'));
    return 0;
  }
  io.err(
    outcome === 'OCUPADO'
      ? texts('whatsappWeb.vincular.ocupado', { archivo: archivoQr })
      : texts('whatsappWeb.vincular.fallo', { motivo: whyIn(texts, outcome) }),
  );
  return 1;
}

const WORDED: ReadonlySet<string> = new Set([
  'APAGADO',
  'LOGOUT',
  'RESTRINGIDO',
  'REINICIOS',
  'QR_VENCIDO',
  'SIN_NAVEGADOR',
  'INICIO',
  'NO_INICIA',
  'NO_LISTO',
]);

const whyIn = (texts: Texts, motivo: string): string =>
  WORDED.has(motivo)
    ? texts(`whatsappWeb.motivo.${motivo}`)
    : texts('whatsappWeb.motivo.OTRO', { codigo: motivo });

async function status({ texts, estado, maximo, clock }: AdminWhatsappWeb, io: Io): Promise<number> {
  const { fase, motivo, falla, desde, detenido, enviados, vivo } = await estado();
  // What a process that died left written is not so any more.
  const now = vivo ? fase : 'DOWN';
  const why = detenido ?? (vivo ? motivo : 'APAGADO');
  io.out(texts('whatsappWeb.estado.fase', { fase: texts(`whatsappWeb.estado.nombre.${now}`) }));
  if (now === 'DOWN') io.out(whyIn(texts, why ?? 'APAGADO'));
  if (desde) io.out(texts('whatsappWeb.estado.desde', { cuando: instantInWords(desde) }));
  if (falla !== undefined) io.out(texts('whatsappWeb.estado.falla', { falla: whyIn(texts, falla) }));
  const cuantos = enviados?.dia === localDate(clock.now()) ? enviados.cuantos : 0;
  io.out(texts('whatsappWeb.estado.enviados', { cuantos, maximo }));
  return now === 'READY' ? 0 : 1;
}
