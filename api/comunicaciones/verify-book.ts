import { firstBrokenLink, GENESIS } from './book-chain';
import type { Comunicacion } from './comunicacion';
import { formatNumero } from './numero';

/** What of a communication the book rests on. */
export type Pagina = Pick<
  Comunicacion,
  | 'libro'
  | 'anio'
  | 'clase'
  | 'numero'
  | 'recepcion'
  | 'canal'
  | 'recibidoEn'
  | 'radicadoEn'
  | 'anterior'
  | 'eventos'
  | 'version'
>;

/** Why a number does not stand. */
export type Rotura =
  /** It does not follow the number before it. */
  | 'NUMERO'
  /** It links to another first event than that of the number before it. */
  | 'ANTERIOR'
  /** An event of it was changed, removed or added. */
  | 'EVENTOS'
  /** It does not say what its first event says. */
  | 'DATOS'
  /** It got its number before its predecessor. */
  | 'TIEMPO';

export type BookReport =
  | { readonly completo: true; readonly comunicaciones: number }
  | {
      readonly completo: false;
      /** Communications that stand, up to the broken one. */
      readonly comunicaciones: number;
      readonly recepcion: string;
      readonly rotura: Rotura;
    };

/**
 * Walks one series of a book, first number first, and stops at the first that does not stand. It holds one page at a
 * time. Nothing in a book tells that its last numbers are missing: the daily seals and their witnesses do.
 */
export async function verifyBook(paginas: AsyncIterable<Pagina>): Promise<BookReport> {
  let previous: Pagina | undefined;
  let comunicaciones = 0;
  for await (const pagina of paginas) {
    const rotura = broken(pagina, previous);
    if (rotura) return { completo: false, comunicaciones, recepcion: pagina.recepcion, rotura };
    comunicaciones += 1;
    previous = pagina;
  }
  return { completo: true, comunicaciones };
}

function broken(pagina: Pagina, previous: Pagina | undefined): Rotura | undefined {
  if (previous && !follows(pagina, previous)) return 'NUMERO';
  if (pagina.anterior !== (previous ? previous.eventos[0]?.hash : GENESIS)) return 'ANTERIOR';
  if (pagina.eventos.length === 0 || pagina.eventos.length !== pagina.version) return 'EVENTOS';
  if (firstBrokenLink(pagina.eventos, pagina.anterior) !== undefined) return 'EVENTOS';
  if (!saysWhatWasRegistered(pagina)) return 'DATOS';
  return previous && pagina.radicadoEn < previous.radicadoEn ? 'TIEMPO' : undefined;
}

/** The next number of the same year, or the first of a later one; the link to the one before tells the rest. */
const follows = (pagina: Pagina, { anio, numero }: Pagina): boolean =>
  pagina.anio === anio ? pagina.numero === numero + 1 : pagina.anio > anio;

/** What stands beside the events, for searching, is what the first of them says. */
function saysWhatWasRegistered(pagina: Pagina): boolean {
  const { libro, recepcion, canal, recibidoEn, radicadoEn, eventos } = pagina;
  const [registro] = eventos;
  if (!registro) return false;
  const { datos, en } = registro;
  return (
    recepcion === formatNumero(pagina) &&
    datos['recepcion'] === recepcion &&
    datos['libro'] === libro &&
    datos['canal'] === canal &&
    datos['recibidoEn'] === recibidoEn.toISOString() &&
    en.getTime() === radicadoEn.getTime()
  );
}
