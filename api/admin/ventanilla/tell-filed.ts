import { writeFile } from 'node:fs/promises';
import type { Failure } from '../../base/kernel/failures';
import { dateInWords, instantInWords } from '../../base/kernel/local-date';
import type { Result } from '../../base/kernel/result';
import type { Acuse, Solicitud } from '../../base/kernel/solicitud';
import type { Texts } from '../../../content/texts';
import type { Io } from '../command';

/** The constancia of a case, for its number and its code. */
export type ConstanciaPdf = (numero: string, codigo: string) => Promise<Result<Buffer, Failure>>;

/** What the person takes away: number, code, last day and where the constancia is; read aloud when they spoke. */
export function tellFiled(acuse: Acuse, { presentacion }: Solicitud, texts: Texts, io: Io): void {
  const {
    recepcion,
    radicado,
    codigo,
    recibidoEn,
    radicadoEn,
    vence,
    plazoPorConfirmar,
    constancia,
    prueba,
  } = acuse;
  const numero = radicado ?? recepcion;
  if (prueba) io.out(texts('dialogo.prueba'));
  io.out(texts('ventanilla.radicado.numero', { numero }));
  io.out(texts('ventanilla.radicado.codigo', { codigo }));
  io.out(texts('ventanilla.radicado.recibido', { instante: instantInWords(recibidoEn) }));
  io.out(texts('ventanilla.radicado.instante', { instante: instantInWords(radicadoEn) }));
  const plazo = texts(plazoPorConfirmar ? 'terminos.estimada' : 'terminos.vence', {
    fecha: dateInWords(vence),
  });
  io.out(plazo);
  io.out(texts('ventanilla.radicado.constancia', { pagina: constancia }));
  if (presentacion?.verbal) {
    io.out(
      texts('ventanilla.radicado.lea', {
        numero: spelled(numero),
        codigo: spelled(codigo),
        plazo,
      }),
    );
  }
}

/** `2026-E-000123` → «2026, E, 0 0 0 1 2 3»: as it is read to somebody who writes it down. */
const spelled = (code: string): string =>
  code
    .split('-')
    .map((part) => (/^\d{4}$/.test(part) ? part : part.replaceAll(/(?<=.)(?=.)/g, ' ')))
    .join(', ');

/** Saves the constancia in a new file that only its owner reads. */
export async function saveConstancia(
  { recepcion, codigo }: Acuse,
  path: string,
  constanciaPdf: ConstanciaPdf,
  texts: Texts,
  io: Io,
): Promise<number> {
  const pdf = await constanciaPdf(recepcion, codigo);
  if (!pdf.ok) {
    io.err(texts(`falla.${pdf.failure.code}`));
    return 1;
  }
  try {
    await writeFile(path, pdf.value, { flag: 'wx', mode: 0o600 });
  } catch {
    io.err(texts('ventanilla.noSeGuarda', { ruta: path }));
    return 1;
  }
  io.out(texts('ventanilla.guardadaEn', { ruta: path }));
  return 0;
}
