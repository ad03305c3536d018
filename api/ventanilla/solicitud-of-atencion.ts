import { puntosOf } from '../base/kernel/puntos-of';
import type {
  AnexoNoRecibido,
  AnexoRecibido,
  Identidad,
  Presentacion,
  Solicitud,
} from '../base/kernel/solicitud';
import { type Atencion, CANAL_OF } from './atencion';

/** The files of an attention, and those that could not be received. */
export interface Files {
  readonly anexos: readonly AnexoRecibido[];
  readonly noRecibidos: readonly AnexoNoRecibido[];
}

/** What is added to the words of the official. */
export interface Received extends Files {
  readonly clave: string;
  readonly recibidoEn: Date;
  /** What it lacks, in words. */
  readonly falta?: string;
}

/** An attention as the Ventanilla files it, under the key that makes it happen once. */
export function solicitudOfAtencion(
  atencion: Atencion,
  { anexos, noRecibidos, clave, recibidoEn, falta }: Received,
): Solicitud {
  const { medio, tipo, tramite, lugar, objeto, contra, senales } = atencion;
  const texto = textoOf(atencion);
  const puntos = atencion.puntos ?? puntosOf(texto);
  return {
    clave,
    canal: CANAL_OF[medio],
    texto,
    tipo,
    ...(objeto && { asunto: objeto.slice(0, 300) }),
    tramite,
    lugar,
    identidad: identidadOf(atencion),
    anexos,
    ...(noRecibidos.length > 0 && { noRecibidos }),
    ...(puntos.length > 1 && { puntos }),
    presentacion: { ...presentacionOf(atencion), ...(falta && { falta }) },
    ...(contra && { contra }),
    ...(senales && { senales }),
    recibidoEn,
  };
}

/** The letter, or what the person said as the official wrote it. */
function textoOf({ texto, objeto, razones }: Atencion): string {
  if (texto?.trim()) return texto;
  return [objeto, razones].filter(Boolean).join('\n');
}

const presentacionOf = ({ verbal, recibe, objeto, razones, origen, idioma }: Atencion): Presentacion => ({
  ...(verbal && { verbal: true as const }),
  recibe,
  ...(objeto && { objeto }),
  ...(razones && { razones }),
  ...(origen && { origen }),
  ...(idioma && { idioma }),
});

function identidadOf({ peticionario }: Atencion): Identidad {
  const { modo, ...who } = peticionario;
  return modo === 'ANONIMO' ? { modo } : { modo, ...who };
}

/** What the law lists and the person did not give (CPACA 16): it is told, and the petition is received all the same. */
export type Faltante = 'nombre' | 'documento' | 'contacto' | 'razones';

export function faltantesOf({ peticionario, razones, texto, verbal }: Atencion): readonly Faltante[] {
  const { modo, nombre, documento, correo, telefono, direccion } = peticionario;
  if (modo === 'ANONIMO') return [];
  const missing: Readonly<Record<Faltante, boolean>> = {
    nombre: !nombre,
    documento: !documento,
    contacto: !correo && !telefono && !direccion,
    razones: verbal && !razones && !texto,
  };
  return (Object.keys(missing) as Faltante[]).filter((one) => missing[one]);
}
