import { archivoFaults } from './archivos';
import type { Described } from './archivos';
import type { ContentFault } from './content-fault';
import { faultAt } from './content-reader';
import type { Located } from './content-reader';
import type { Dependencia } from './schemas/dependencia';
import type { Emergencias } from './schemas/emergencias';
import type { Intencion } from './schemas/intencion';
import { routeFaults } from './route-checks';
import type { Conflicto, RutaPorPalabras } from './schemas/rutas';
import type { Tramite } from './schemas/tramite';
import { tramiteFaults } from './tramite-checks';

/** What the cross-checks look at: each area with where it was read. */
export interface Areas {
  readonly dependencias?: Located<{ dependencias: readonly Dependencia[] }>;
  readonly emergencias?: Located<Emergencias>;
  readonly rutas?: Located<{ rutas: readonly RutaPorPalabras[] }>;
  readonly conflictos?: Located<{ conflictos: readonly Conflicto[] }>;
  readonly tramites: readonly Located<Tramite>[];
  readonly intenciones: readonly Located<Intencion>[];
  readonly textKeys: ReadonlySet<string>;
  /** Ids by the names of the files, also of those that could not be read: their faults are told once. */
  readonly tramiteIds: ReadonlySet<string>;
  /** The files in the folder of those that people are given. */
  readonly described: Described;
}

/** The one line that a card names before anybody has called it from the municipality. */
const NATIONAL_EMERGENCY = '123';

/** Faults between files: what one names must exist in another, ids are unique and equal their file's name. */
export const crossChecks = (areas: Areas): ContentFault[] => [
  ...dependenciaFaults(areas),
  ...routeFaults(areas),
  ...emergenciaFaults(areas),
  ...idFaults(areas.tramites),
  ...idFaults(areas.intenciones),
  ...areas.tramites.flatMap((tramite) =>
    tramiteFaults(tramite, areas.dependencias, areas.textKeys, areas.tramiteIds),
  ),
  ...areas.tramites.flatMap((tramite) => archivoFaults(tramite, areas.described)),
  ...areas.intenciones.flatMap((intencion) => intencionFaults(intencion, areas)),
  ...phraseFaults(areas),
];

function dependenciaFaults({ dependencias }: Areas): ContentFault[] {
  if (!dependencias) return [];
  const list = dependencias.value.dependencias;
  const faults = repeated(list.map(({ codigo }) => codigo)).map((index) =>
    faultAt(dependencias, ['dependencias', index, 'codigo'], `dependencia repetida: ${list[index]?.codigo}`),
  );
  const defaults = list.filter(({ porDefecto }) => porDefecto).length;
  if (defaults !== 1) {
    faults.push(faultAt(dependencias, ['dependencias'], `debe haber una porDefecto y hay ${defaults}`));
  }
  list.forEach(({ codigo, vigenteDesde, vigenteHasta }, index) => {
    if (vigenteDesde !== null && vigenteHasta !== null && vigenteHasta < vigenteDesde) {
      const path = ['dependencias', index, 'vigenteHasta'];
      faults.push(faultAt(dependencias, path, `${codigo} termina antes de empezar`));
    }
  });
  return faults;
}

function emergenciaFaults({ emergencias }: Areas): ContentFault[] {
  if (!emergencias) return [];
  const numbers = emergencias.value.lineas.map(({ numero }) => numero);
  const faults = repeated(numbers).map((index) =>
    faultAt(emergencias, ['lineas', index, 'numero'], `línea repetida: ${numbers[index]}`),
  );
  emergencias.value.lineas.forEach(({ numero, siempre }, index) => {
    if (siempre !== (numero === NATIONAL_EMERGENCY)) {
      faults.push(
        faultAt(emergencias, ['lineas', index], `solo el ${NATIONAL_EMERGENCY} se muestra siempre`),
      );
    }
  });
  return faults;
}

const idFaults = (located: readonly Located<{ readonly id: string }>[]): ContentFault[] =>
  located
    .filter(({ yaml, value }) => !yaml.file.endsWith(`/${value.id}.yaml`))
    .map((one) => faultAt(one, ['id'], `el id «${one.value.id}» no es el nombre del archivo`));

function intencionFaults(intencion: Located<Intencion>, { tramites }: Areas): ContentFault[] {
  const known = new Set(tramites.map(({ value }) => value.id));
  return intencion.value.grupos.flatMap(({ tramite }, index) =>
    tramite === undefined || known.has(tramite)
      ? []
      : [faultAt(intencion, ['grupos', index, 'tramite'], `no existe el trámite ${tramite}`)],
  );
}

/** The same phrase under two meanings would teach nothing. */
function phraseFaults({ intenciones, tramites }: Areas): ContentFault[] {
  const all = [
    ...intenciones.flatMap((one) =>
      one.value.grupos.flatMap(({ frases }, group) =>
        frases.map((frase, index) => ({ one, frase, path: ['grupos', group, 'frases', index] })),
      ),
    ),
    ...tramites.flatMap((one) =>
      one.value.preguntas.map((frase, index) => ({ one, frase, path: ['preguntas', index] })),
    ),
  ];
  return repeated(all.map(({ frase }) => frase.trim().toLowerCase())).map((index) => {
    const { one, frase, path } = all[index]!;
    return faultAt(one, path, `frase repetida: «${frase}»`);
  });
}

/** Positions of the values that stand earlier in the list too. */
function repeated(values: readonly string[]): number[] {
  const seen = new Set<string>();
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index];
    seen.add(value);
    return [];
  });
}
