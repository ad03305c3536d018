import { archivosOf, describedIn } from './archivos';
import { hashFiles, readContentFiles } from './content-files';
import type { ContentFiles } from './content-files';
import type { Checked, ContentFault } from './content-fault';
import { ContentReader } from './content-reader';
import { crossChecks } from './cross-checks';
import { parseLegal } from './load-legal';
import type { LegalData } from './load-legal';
import { derivedFrom, statedIn } from './pending';
import { readTexts } from './read-texts';
import type { Archivo } from './schemas/archivo';
import { atencionSchema } from './schemas/atencion';
import type { Atencion } from './schemas/atencion';
import { decisionesSchema } from './schemas/decisiones';
import { dependenciasSchema } from './schemas/dependencia';
import type { Dependencia } from './schemas/dependencia';
import { emergenciasSchema } from './schemas/emergencias';
import type { Emergencias } from './schemas/emergencias';
import { entidadSchema } from './schemas/entidad';
import type { Entidad } from './schemas/entidad';
import { intencionSchema } from './schemas/intencion';
import type { Intencion } from './schemas/intencion';
import { afirmacionesSchema } from './schemas/legal';
import { lexicoSchema } from './schemas/lexico';
import type { Lexico } from './schemas/lexico';
import type { PorConfirmar } from './schemas/por-confirmar';
import { conflictosSchema, rutasSchema } from './schemas/rutas';
import type { Conflicto, RutaPorPalabras } from './schemas/rutas';
import { tramiteSchema } from './schemas/tramite';
import type { Tramite } from './schemas/tramite';
import { whatsappSchema } from './schemas/whatsapp';
import type { Whatsapp } from './schemas/whatsapp';
import { statementFaults } from './statement-checks';
import { templateFaults } from './template-checks';
import { createTexts } from './texts';
import type { Texts } from './texts';

/** Everything a citizen reads and every fact that changes without code, loaded, parsed and cross-checked. */
export interface Content {
  readonly texts: Texts;
  /** SHA-256 of all the files it came from. */
  readonly hash: string;
  readonly entidad: Entidad;
  /** How and where people are attended. */
  readonly atencion: Atencion;
  /** In the order of the file; exactly one is `porDefecto`. */
  readonly dependencias: readonly Dependencia[];
  /** Where words lead, and who receives a complaint against a dependencia in its place. */
  readonly rutas: readonly RutaPorPalabras[];
  readonly conflictos: readonly Conflicto[];
  /** In alphabetical order of their names. */
  readonly tramites: readonly Tramite[];
  /** The files that people may be given. */
  readonly archivos: readonly Archivo[];
  readonly emergencias: Emergencias;
  /** What the official WhatsApp channel sends by itself. */
  readonly whatsapp: Whatsapp;
  readonly intenciones: readonly Intencion[];
  /** Words that mean the same, by meaning; they help to understand. */
  readonly lexico: Lexico;
  /** Terms, holidays and policies by law. */
  readonly legal: LegalData;
  /** Everything the Alcaldía must still confirm or decide, for the page that lists it. */
  readonly porConfirmar: readonly PorConfirmar[];
}

/** The dependencias whose names a citizen may be told, but for the neutral one. */
export const dependenciasOfrecidas = ({ dependencias }: Pick<Content, 'dependencias'>) =>
  dependencias.filter(({ confirmado, porDefecto }) => confirmado && !porDefecto);

/** Reads and parses the content folder. All faults are told at once; with any, nothing is loaded. */
export const loadContent = (dir: string): Checked<Content> => parseContent(readContentFiles(dir));

/** The content in `files`: pure, so that a reload can be judged before it is put in force. */
export function parseContent(files: ContentFiles): Checked<Content> {
  const reader = new ContentReader(files);
  const areas = readAreas(reader, files);
  const textKeys = new Set(areas.texts?.keys() ?? []);
  const described = describedIn(files);
  const faults = [
    ...reader.faults,
    ...crossChecks({ ...areas, textKeys, tramiteIds: tramiteIdsIn(files), described }),
    ...statementFaultsOf(areas),
    ...(areas.whatsapp ? templateFaults(areas.whatsapp) : []),
  ];
  const { texts, entidad, dependencias, emergencias, lexico, legal, tramites, intenciones } = areas;
  const { rutas, conflictos, atencion, whatsapp } = areas;
  if (faults.length > 0 || !texts || !entidad || !dependencias || !emergencias || !lexico || !legal) {
    return { ok: false, failure: faults };
  }
  if (!rutas || !conflictos || !atencion || !whatsapp) return { ok: false, failure: faults };
  const content: Content = {
    texts: createTexts(texts),
    hash: hashFiles(files),
    entidad: entidad.value,
    atencion: atencion.value,
    dependencias: dependencias.value.dependencias,
    rutas: rutas.value.rutas,
    conflictos: conflictos.value.conflictos,
    tramites: tramites.map(({ value }) => value).toSorted((a, b) => a.nombre.localeCompare(b.nombre, 'es')),
    archivos: archivosOf(
      tramites.map(({ value }) => value),
      described,
    ),
    emergencias: emergencias.value,
    whatsapp: whatsapp.value,
    intenciones: intenciones.map(({ value }) => value),
    lexico: lexico.value.grupos,
    legal,
    porConfirmar: [...pendingOf(areas), ...legal.porConfirmar],
  };
  return { ok: true, value: content };
}

const tramiteIdsIn = (files: ContentFiles): ReadonlySet<string> =>
  new Set([...files.keys()].flatMap((path) => /^tramites\/(.+)\.yaml$/.exec(path)?.[1] ?? []));

function statementFaultsOf({ afirmaciones, texts, textFiles }: Areas): ContentFault[] {
  return afirmaciones && texts ? statementFaults(afirmaciones, texts, textFiles) : [];
}

type Areas = ReturnType<typeof readAreas>;

function readAreas(read: ContentReader, files: ContentFiles) {
  const textFiles = read.raw('textos');
  return { ...readRest(read, files), textFiles, texts: read.keep(readTexts(textFiles)) };
}

const readRest = (read: ContentReader, files: ContentFiles) => ({
  entidad: read.one('entidad.yaml', entidadSchema),
  atencion: read.one('atencion.yaml', atencionSchema),
  dependencias: read.one('dependencias.yaml', dependenciasSchema),
  rutas: read.one('rutas.yaml', rutasSchema),
  conflictos: read.one('conflictos.yaml', conflictosSchema),
  emergencias: read.one('emergencias.yaml', emergenciasSchema),
  whatsapp: read.one('whatsapp.yaml', whatsappSchema),
  lexico: read.one('lexico.yaml', lexicoSchema),
  decisiones: read.one('decisiones.yaml', decisionesSchema),
  tramites: read.all('tramites', tramiteSchema),
  intenciones: read.all('intenciones', intencionSchema),
  afirmaciones: read.one('legal/afirmaciones.yaml', afirmacionesSchema),
  legal: read.keep(parseLegal(files)),
});

function pendingOf(areas: Areas): PorConfirmar[] {
  const { decisiones, entidad, atencion, dependencias, emergencias, tramites, rutas, conflictos, whatsapp } =
    areas;
  const decisions = (decisiones?.value.decisiones ?? []).map((one) => ({
    archivo: 'decisiones.yaml',
    ...one,
  }));
  return [
    ...decisions,
    ...[entidad, atencion, dependencias, rutas, conflictos, emergencias, whatsapp, ...tramites].flatMap(
      statedIn,
    ),
    ...derivedFrom({ entidad, dependencias, emergencias, tramites, whatsapp }),
  ];
}
