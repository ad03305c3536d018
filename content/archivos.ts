import { archivoKindOf } from './archivo-kinds';
import type { ContentFault } from './content-fault';
import type { ContentFiles } from './content-files';
import { faultAt } from './content-reader';
import type { Located } from './content-reader';
import { archivoDescrito } from './schemas/archivo';
import type { Archivo, ArchivoDescrito } from './schemas/archivo';
import type { Tramite } from './schemas/tramite';
import type { Texts } from './texts';

/** The files in `content/archivos/`, by name. */
export type Described = ReadonlyMap<string, ArchivoDescrito>;

export const describedIn = (files: ContentFiles): Described =>
  new Map(
    [...files].flatMap(([path, text]) => {
      const nombre = /^archivos\/(.+)$/.exec(path)?.[1];
      return nombre === undefined ? [] : [[nombre, archivoDescrito.parse(JSON.parse(text))] as const];
    }),
  );

/** Those that some trámite names: nobody is given any other. */
export function archivosOf(tramites: readonly Tramite[], described: Described): readonly Archivo[] {
  const named = new Set(tramites.flatMap(({ archivos }) => archivos.map(({ archivo }) => archivo)));
  return [...named].flatMap((nombre) => {
    const found = described.get(nombre);
    return found?.tipo ? [{ ...found, nombre, tipo: found.tipo }] : [];
  });
}

/** What is wrong with the files that a trámite names. */
export function archivoFaults(tramite: Located<Tramite>, described: Described): ContentFault[] {
  const titles = tramite.value.archivos.map(({ titulo }) => titulo);
  return tramite.value.archivos.flatMap(({ archivo, titulo }, index) => {
    const wrong = whyNot(archivo, described.get(archivo));
    return [
      ...(wrong === undefined ? [] : [faultAt(tramite, ['archivos', index, 'archivo'], wrong)]),
      ...(titles.indexOf(titulo) < index
        ? [faultAt(tramite, ['archivos', index, 'titulo'], `título repetido: ${titulo}`)]
        : []),
    ];
  });
}

function whyNot(nombre: string, found: ArchivoDescrito | undefined): string | undefined {
  if (!found) return `no existe content/archivos/${nombre}`;
  const kind = archivoKindOf(found.tipo);
  if (!kind) {
    return `${nombre} no se puede enviar: PDF, Word (docx), Excel (xlsx), JPEG, PNG en color de 8 bits, MP3 u Ogg Opus de un canal`;
  }
  if (!nombre.endsWith(`.${kind.extension}`))
    return `${nombre} es un archivo .${kind.extension} por su contenido`;
  if (found.bytes <= kind.maxBytes) return undefined;
  return `${nombre} pesa ${weightInWords(found.bytes)} y el máximo es ${weightInWords(kind.maxBytes)}`;
}

/** «PDF, 120 kB»: what it is and how much of one's data it takes. */
export const archivoInWords = ({ tipo, bytes }: Pick<Archivo, 'tipo' | 'bytes'>, texts: Texts): string =>
  texts('archivo.detalle', {
    clase: texts(`archivo.clase.${archivoKindOf(tipo)?.clase ?? 'PDF'}`),
    peso: weightInWords(bytes),
  });

const THOUSAND = 1_000;

function weightInWords(bytes: number): string {
  const thousands = Math.max(1, Math.round(bytes / THOUSAND));
  if (thousands < THOUSAND) return `${thousands} kB`;
  return `${(Math.round(thousands / 100) / 10).toString().replace('.', ',')} MB`;
}

/** Where the site serves it. */
export const archivoPath = (nombre: string): string => `/archivos/${nombre}`;
