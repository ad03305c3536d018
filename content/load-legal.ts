import { readContentFiles } from './content-files';
import type { ContentFiles } from './content-files';
import type { Checked } from './content-fault';
import { ContentReader } from './content-reader';
import { legalFaults } from './legal-checks';
import { legalDoubts } from './legal-doubts';
import type {
  Afirmacion,
  DiaLocal,
  Festivo,
  PlazoMeses,
  PoliticaLegal,
  Silencios,
  Termino,
} from './schemas/legal';
import {
  afirmacionesSchema,
  diasLocalesSchema,
  festivosSchema,
  fuentesSchema,
  politicaSchema,
  silencioSchema,
  terminosSchema,
} from './schemas/legal';
import type { PorConfirmar } from './schemas/por-confirmar';

/** The law as data: everything that time is counted with. */
export interface LegalData {
  /** One row per code and validity; every code is covered on every date, with no overlap. */
  readonly terminos: readonly Termino[];
  readonly meses: readonly PlazoMeses[];
  readonly silencios: Silencios;
  readonly festivos: readonly Festivo[];
  readonly diasLocales: readonly DiaLocal[];
  readonly politica: PoliticaLegal;
  /** What is stated of the law, and the texts that tell it. */
  readonly afirmaciones: readonly Afirmacion[];
  /** What the sources' tags mean. */
  readonly fuentes: Readonly<Record<string, string>>;
  /** Every row not yet confirmed, as a question to the Alcaldía's lawyers. */
  readonly porConfirmar: readonly PorConfirmar[];
}

/** Reads `legal/` of the content folder; all faults are told at once, and with any nothing is loaded. */
export const loadLegal = (dir: string): Checked<LegalData> => parseLegal(readContentFiles(dir));

/** The legal data in `files`. Pure. */
export function parseLegal(files: ContentFiles): Checked<LegalData> {
  const read = new ContentReader(files);
  const terminos = read.one('legal/terminos.yaml', terminosSchema);
  const silencio = read.one('legal/silencio.yaml', silencioSchema);
  const festivos = read.one('legal/festivos.yaml', festivosSchema);
  const diasLocales = read.one('legal/dias-locales.yaml', diasLocalesSchema);
  const politica = read.one('legal/politica.yaml', politicaSchema);
  const afirmaciones = read.one('legal/afirmaciones.yaml', afirmacionesSchema);
  const fuentes = read.one('legal/fuentes.yaml', fuentesSchema);
  if (!terminos || !silencio || !festivos || !diasLocales || !politica || !afirmaciones || !fuentes) {
    return { ok: false, failure: read.faults };
  }
  const areas = { terminos, silencio, festivos, diasLocales, politica, afirmaciones, fuentes };
  const faults = legalFaults(areas);
  if (faults.length > 0) return { ok: false, failure: faults };
  return {
    ok: true,
    value: {
      terminos: terminos.value.terminos.flatMap(({ codigos, ...row }) =>
        codigos.map((codigo) => ({ ...row, codigo })),
      ),
      meses: terminos.value.meses,
      silencios: silencio.value,
      festivos: festivos.value.festivos,
      diasLocales: diasLocales.value.dias,
      politica: politica.value,
      afirmaciones: afirmaciones.value.afirmaciones,
      fuentes: fuentes.value.fuentes,
      porConfirmar: legalDoubts(areas),
    },
  };
}
