import { hashFiles, readContentFiles } from './content-files';
import type { ContentFiles } from './content-files';
import type { Checked } from './content-fault';
import { ContentReader } from './content-reader';
import { crossChecks } from './cross-checks';
import { parseLegal } from './load-legal';
import type { LegalData } from './load-legal';
import { derivedFrom, statedIn } from './pending';
import { readTexts } from './read-texts';
import { decisionesSchema } from './schemas/decisiones';
import { dependenciasSchema } from './schemas/dependencia';
import type { Dependencia } from './schemas/dependencia';
import { emergenciasSchema } from './schemas/emergencias';
import type { Emergencias } from './schemas/emergencias';
import { entidadSchema } from './schemas/entidad';
import type { Entidad } from './schemas/entidad';
import { intencionSchema } from './schemas/intencion';
import type { Intencion } from './schemas/intencion';
import { lexicoSchema } from './schemas/lexico';
import type { Lexico } from './schemas/lexico';
import type { PorConfirmar } from './schemas/por-confirmar';
import { tramiteSchema } from './schemas/tramite';
import type { Tramite } from './schemas/tramite';
import { createTexts } from './texts';
import type { Texts } from './texts';

/** Everything a citizen reads and every fact that changes without code, loaded, parsed and cross-checked. */
export interface Content {
  readonly texts: Texts;
  /** SHA-256 of all the files it came from. */
  readonly hash: string;
  readonly entidad: Entidad;
  /** In the order of the file; exactly one is `porDefecto`. */
  readonly dependencias: readonly Dependencia[];
  /** In alphabetical order of their names. */
  readonly tramites: readonly Tramite[];
  readonly emergencias: Emergencias;
  readonly intenciones: readonly Intencion[];
  /** Words that mean the same, by meaning; they help to understand. */
  readonly lexico: Lexico;
  /** Terms, holidays and policies by law. */
  readonly legal: LegalData;
  /** Everything the Alcaldía must still confirm or decide, for the page that lists it. */
  readonly porConfirmar: readonly PorConfirmar[];
}

/** Reads and parses the content folder. All faults are told at once; with any, nothing is loaded. */
export const loadContent = (dir: string): Checked<Content> => parseContent(readContentFiles(dir));

/** The content in `files`: pure, so that a reload can be judged before it is put in force. */
export function parseContent(files: ContentFiles): Checked<Content> {
  const read = new ContentReader(files);
  const texts = read.keep(readTexts(read.raw('textos')));
  const entidad = read.one('entidad.yaml', entidadSchema);
  const dependencias = read.one('dependencias.yaml', dependenciasSchema);
  const emergencias = read.one('emergencias.yaml', emergenciasSchema);
  const lexico = read.one('lexico.yaml', lexicoSchema);
  const decisiones = read.one('decisiones.yaml', decisionesSchema);
  const tramites = read.all('tramites', tramiteSchema);
  const intenciones = read.all('intenciones', intencionSchema);
  const legal = read.keep(parseLegal(files));
  const textKeys = new Set(texts?.keys() ?? []);
  const faults = [
    ...read.faults,
    ...crossChecks({ dependencias, emergencias, tramites, intenciones, textKeys }),
  ];
  if (
    faults.length > 0 ||
    !texts ||
    !entidad ||
    !dependencias ||
    !emergencias ||
    !decisiones ||
    !lexico ||
    !legal
  ) {
    return { ok: false, failure: faults };
  }
  return {
    ok: true,
    value: {
      texts: createTexts(texts),
      hash: hashFiles(files),
      entidad: entidad.value,
      dependencias: dependencias.value.dependencias,
      tramites: tramites.map(({ value }) => value).toSorted((a, b) => a.nombre.localeCompare(b.nombre, 'es')),
      emergencias: emergencias.value,
      intenciones: intenciones.map(({ value }) => value),
      lexico: lexico.value.grupos,
      legal,
      porConfirmar: [
        ...decisiones.value.decisiones.map((one) => ({ archivo: decisiones.yaml.file, ...one })),
        ...[entidad, dependencias, emergencias, ...tramites].flatMap(statedIn),
        ...derivedFrom({ entidad, dependencias, emergencias, tramites }),
        ...legal.porConfirmar,
      ],
    },
  };
}
