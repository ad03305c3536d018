import type { AnexoNoRecibido, Representante } from '../base/kernel/solicitud';
import type { LocalDate } from '../base/kernel/local-date';
import type { Canal, ModoIdentidad, TipoDocumento, TipoPqrsd } from '../base/kernel/vocabulary';
import type { AnexoDeCaso, Contenido, Peticionario, Pqrsd } from '../pqrsd/pqrsd';
import { neutralName, safeName } from './safe-name';

/** What is told of a case to the entity's system. It is as it was filed: what changes later is not in it. */
export interface Metadatos {
  readonly formato: 1;
  readonly prueba: boolean;
  readonly recepcion: string;
  /** The official number; null while another Ventanilla has to assign it. */
  readonly radicado: string | null;
  readonly tipo: TipoPqrsd;
  readonly canal: Canal;
  readonly recibidoEn: string;
  readonly numeradoEn: string;
  /** Last day to answer, as told to the citizen; it runs from reception whoever assigns the radicado. */
  readonly vence: LocalDate;
  readonly venceEstricto: LocalDate;
  readonly prioridad: string;
  readonly modo: ModoIdentidad;
  readonly verbal: boolean;
  readonly dependencia: string;
  /** Dependencias that may not see it: the receiving system must restrict it too. */
  readonly dependenciasExcluidas: readonly string[];
  readonly tramite: string | null;
  /** Codes of the town's retention table; null until it is loaded. */
  readonly serieDocumental: null;
  readonly subserieDocumental: null;
  readonly anexos: readonly MetadatosAnexo[];
  readonly archivosNoRecibidos: number;
  /** Sha-256 of the text. */
  readonly textoSha256: string;
  /** Who files and their words in short; absent when they are withheld. */
  readonly personal?: MetadatosPersonales;
}

export interface MetadatosAnexo {
  readonly archivo: string;
  readonly tipo: string;
  readonly bytes: number;
  readonly sha256: string;
}

export interface MetadatosPersonales {
  readonly nombre?: string;
  readonly documento?: { readonly tipo: TipoDocumento; readonly numero: string };
  readonly representante?: Representante;
  readonly correo?: string;
  readonly telefono?: string;
  readonly direccion?: string;
  readonly asunto?: string;
  readonly lugar?: string;
  readonly noRecibidos?: readonly AnexoNoRecibido[];
}

/** A case opened to be handed over. */
export interface CasoAbierto {
  readonly pqrsd: Pqrsd;
  readonly contenido: Contenido;
  readonly peticionario?: Peticionario;
  readonly textoSha256: string;
}

/**
 * Whether the system is told who files. Never of an anonymous case, where there is nobody to tell of; of a confidential
 * one only if the town decided that all who read that system may know.
 */
export const tellsWho = ({ pqrsd }: Pqrsd, confidencialConNombre: boolean): boolean =>
  pqrsd.modo === 'IDENTIFICADO' || (pqrsd.modo === 'CONFIDENCIAL' && confidencialConNombre);

/** What goes of each attachment: a copy without hidden data, if there is one, when who files is not told. */
export const deliveredAnexos = (
  { pqrsd }: Pqrsd,
  conNombre: boolean,
): readonly Pick<AnexoDeCaso, 'sha256' | 'tipo' | 'bytes'>[] =>
  pqrsd.anexos.map((anexo) => (conNombre ? anexo : (anexo.vista ?? anexo)));

/** Names of the attachments in the package, in their order. People name files after themselves. */
export const nombresDeAnexos = ({ pqrsd, contenido }: CasoAbierto, conNombre: boolean): string[] =>
  pqrsd.pqrsd.anexos.map((_, index) => {
    const name = contenido.nombresAnexos[index] ?? '';
    return conNombre ? safeName(index + 1, name) : neutralName(index + 1, name);
  });

export function metadatosOf(caso: CasoAbierto, conNombre: boolean): Metadatos {
  const { pqrsd, contenido, textoSha256 } = caso;
  const { pqrsd: datos, recepcion, radicado, canal, recibidoEn, radicadoEn, libro } = pqrsd;
  const nombres = nombresDeAnexos(caso, conNombre);
  return {
    formato: 1,
    prueba: libro === 'PRUEBA',
    recepcion,
    radicado: radicado ?? null,
    tipo: datos.tipo,
    canal,
    recibidoEn: recibidoEn.toISOString(),
    numeradoEn: radicadoEn.toISOString(),
    vence: datos.venceImpreso,
    venceEstricto: datos.venceEstricto,
    prioridad: datos.prioridad,
    modo: datos.modo,
    verbal: datos.verbal === true,
    dependencia: datos.dependencia,
    dependenciasExcluidas: datos.excluidas ?? [],
    tramite: datos.tramite ?? null,
    serieDocumental: null,
    subserieDocumental: null,
    anexos: deliveredAnexos(pqrsd, conNombre).map(({ tipo, bytes, sha256 }, index) => ({
      archivo: nombres[index] ?? '',
      tipo,
      bytes,
      sha256,
    })),
    archivosNoRecibidos: contenido.noRecibidos?.length ?? 0,
    textoSha256,
    ...(conNombre && { personal: personalOf(caso) }),
  };
}

function personalOf({ contenido, peticionario }: CasoAbierto): MetadatosPersonales {
  const { asunto, lugar, noRecibidos } = contenido;
  if (!peticionario) return { asunto, lugar, noRecibidos };
  const { nombre, documento, representante, correo, telefono, direccion } = peticionario;
  return { nombre, documento, representante, correo, telefono, direccion, asunto, lugar, noRecibidos };
}
