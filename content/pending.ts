import type { Located } from './content-reader';
import type { Entidad } from './schemas/entidad';
import type { Emergencias } from './schemas/emergencias';
import type { Dependencia } from './schemas/dependencia';
import type { PorConfirmar, duda } from './schemas/por-confirmar';
import type { Tramite } from './schemas/tramite';
import type { Whatsapp } from './schemas/whatsapp';
import type { z } from 'zod';

type Duda = z.infer<typeof duda>;

/** The questions a file states itself. */
export const statedIn = (
  located: Located<{ readonly porConfirmar: readonly Duda[] }> | undefined,
): PorConfirmar[] =>
  (located?.value.porConfirmar ?? []).map((one) => ({ archivo: located!.yaml.file, ...one }));

/** The questions that follow from `confirmado: false`, `verificadoEl: null` and `aprobada: null`, so that none can be forgotten. */
export function derivedFrom(areas: {
  readonly entidad: Located<Entidad> | undefined;
  readonly dependencias: Located<{ readonly dependencias: readonly Dependencia[] }> | undefined;
  readonly emergencias: Located<Emergencias> | undefined;
  readonly tramites: readonly Located<Tramite>[];
  readonly whatsapp: Located<Whatsapp> | undefined;
}): PorConfirmar[] {
  return [
    ...areas.tramites.flatMap(tramiteDoubts),
    ...(areas.entidad ? phoneDoubts(areas.entidad) : []),
    ...(areas.dependencias ? dependenciaDoubts(areas.dependencias) : []),
    ...(areas.emergencias ? lineDoubts(areas.emergencias) : []),
    ...(areas.whatsapp ? templateDoubts(areas.whatsapp) : []),
  ];
}

const phoneDoubts = ({ yaml, value }: Located<Entidad>): PorConfirmar[] =>
  value.telefonos.flatMap(({ numero, confirmado }, index) =>
    confirmado
      ? []
      : [
          {
            archivo: yaml.file,
            clave: `telefonos.${index}`,
            pregunta: `¿Sirve el teléfono ${numero}?`,
            aQuien: 'Ventanilla Única',
          },
        ],
  );

const dependenciaDoubts = ({
  yaml,
  value,
}: Located<{ readonly dependencias: readonly Dependencia[] }>): PorConfirmar[] =>
  value.dependencias.flatMap(({ nombre, confirmado }, index) =>
    confirmado
      ? []
      : [
          {
            archivo: yaml.file,
            clave: `dependencias.${index}`,
            pregunta: `¿Existe hoy «${nombre}», con ese nombre y desde cuándo?`,
            aQuien: 'Secretaría de Desarrollo Administrativo',
          },
        ],
  );

const lineDoubts = ({ yaml, value }: Located<Emergencias>): PorConfirmar[] =>
  value.lineas.flatMap(({ numero, nombre, verificadoEl }, index) =>
    verificadoEl !== null
      ? []
      : [
          {
            archivo: yaml.file,
            clave: `lineas.${index}`,
            pregunta: `¿Contesta la línea ${numero} (${nombre}) desde el municipio?`,
            aQuien: 'Oficina de gestión del riesgo del municipio',
          },
        ],
  );

const templateDoubts = ({ yaml, value }: Located<Whatsapp>): PorConfirmar[] =>
  value.plantillas.flatMap(({ nombre, aprobada }, index) =>
    aprobada !== null
      ? []
      : [
          {
            archivo: yaml.file,
            clave: `plantillas.${index}`,
            pregunta: `¿Aprobó Meta la plantilla ${nombre}, y en qué idioma, es_CO o es?`,
            aQuien: 'Dirección TIC',
          },
        ],
  );

/** What is asked about each part of a trámite. */
const PARTS = {
  requisitos: '¿Qué requisitos se piden?',
  costo: '¿Cuánto cuesta?',
  termino: '¿En cuánto tiempo se resuelve?',
  dependencia: '¿Qué dependencia lo atiende?',
  normas: '¿Qué normas lo regulan?',
  suit: '¿Cuál es su número en el SUIT?',
  enlace: '¿En qué dirección de internet se hace?',
} as const;

function tramiteDoubts({ yaml, value }: Located<Tramite>): PorConfirmar[] {
  const all = (items: readonly { readonly confirmado: boolean }[]): boolean =>
    items.length > 0 && items.every(({ confirmado }) => confirmado);
  const known: Record<keyof typeof PARTS, boolean> = {
    requisitos: all(value.requisitos),
    costo: value.costo.confirmado,
    termino: value.termino.confirmado,
    dependencia: value.dependencia.confirmado,
    normas: all(value.normas),
    suit: value.suit !== null,
    enlace: value.enlace !== null,
  };
  const parts = Object.keys(PARTS) as (keyof typeof PARTS)[];
  return parts
    .filter((part) => !known[part])
    .map((part) => ({
      archivo: yaml.file,
      clave: part,
      pregunta: `${value.nombre}: ${PARTS[part]}`,
      aQuien: 'Dependencia que atiende el trámite',
    }));
}
