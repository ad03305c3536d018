import { z } from 'zod';
import { TIPOS_PQRSD } from '../../../api/base/kernel/vocabulary';
import { isSoloVoz } from '../../../api/base/kernel/voz';
import { anexoSchema, noRecibidoSchema } from '../../inbox/anexo-schema';
import type { Dialog, Facts, Step } from '../dialog';
import { toMenu } from '../leave';
import { quoted } from '../quoted';
import { answeringAboutData } from './asked-about-data';
import { contacto } from './contacto-step';
import { contra, otraContra } from './contra-step';
import { documento, tipoDocumento } from './documento-steps';
import { type Draft, draftSchema, emptyDraft, isEmpty } from './draft';
import { enviar } from './enviar-step';
import { identificacion } from './identificacion-step';
import { withAnexos, withText } from './keep-in-draft';
import { keepingNumbersOut } from './keeping-numbers-out';
import { lugar } from './lugar-step';
import { anonima, modo } from './modo-steps';
import { goOn } from './next-step';
import { nombre } from './nombre-step';
import { parecida } from './parecida-step';
import { givingLinks, porEnlace, withDocumento } from './por-enlace-step';
import { receivingFiles } from './receiving-files';
import { archivos, corregir, descartar, resumen } from './summary-steps';
import { reescribir, texto } from './text-steps';
import { datosPersonales, elegirTipo, tipo } from './tipo-steps';
import { vozAnonima } from './voz-anonima-step';

const seedSchema = z.object({
  texto: z.string().default(''),
  anexos: z.array(anexoSchema).default([]),
  noRecibidos: z.array(noRecibidoSchema).optional(),
  tipo: z.enum(TIPOS_PQRSD).optional(),
  tramite: z.string().optional(),
  esOtra: z.boolean().optional(),
});

function draftOf(clave: string, seed: unknown, facts: Facts): Draft {
  const parsed = seedSchema.safeParse(seed ?? {});
  const empty = emptyDraft(clave);
  if (!parsed.success) return empty;
  const { texto: told, tipo: chosen, tramite, esOtra } = parsed.data;
  const begun = {
    ...withAnexos(empty, parsed.data),
    tramite,
    ...(esOtra && { esOtra }),
    ...(chosen && { tipo: chosen, tipoElegido: true }),
  };
  return told.trim() === '' ? begun : withText(begun, told, facts);
}

/** Where a new draft starts depends on what it already holds. */
const inicio: Step<Draft> = { answer: (draft, _input, facts) => goOn(draft, facts) };

const listo: Step<Draft> = { answer: () => toMenu() };

const steps: Readonly<Record<string, Step<Draft>>> = {
  inicio,
  texto,
  reescribir,
  tipo,
  elegir_tipo: elegirTipo,
  datos_personales: datosPersonales,
  contra,
  otra_contra: otraContra,
  lugar,
  modo,
  anonima,
  voz_anonima: vozAnonima,
  nombre,
  identificacion,
  por_enlace: porEnlace,
  documento,
  tipo_documento: tipoDocumento,
  contacto,
  resumen,
  corregir,
  archivos,
  descartar,
  enviar,
  parecida,
  listo,
};

/** What any step does besides its own question. */
const dressed = (name: string, step: Step<Draft>): Step<Draft> =>
  receivingFiles(name, answeringAboutData(name, givingLinks(keepingNumbersOut(name, step))));

/** Files a petition: free text first, then one question a message, a summary, and nothing sent without a yes. */
export const radicar: Dialog<Draft> = {
  name: 'radicar',
  version: 3,
  schema: draftSchema,
  first: 'inicio',
  resumeAt: 'resumen',
  start: draftOf,
  steps: Object.fromEntries(Object.entries(steps).map(([name, step]) => [name, dressed(name, step)])),
  draft: (data, facts) => {
    if (isEmpty(data)) return undefined;
    const told = isSoloVoz(data) ? 'dialogo.voz.nota' : 'dialogo.radicar.solo_archivos';
    return { titulo: quoted(facts, data.texto, 50) || facts.texts(told) };
  },
  documento: withDocumento,
  anonymous: (data) => data.modo === 'ANONIMO',
};
