import { z } from 'zod';
import { HTTP_STATUS, type FailureCode } from '../base/kernel/failures';
import { ESTADOS_PQRSD, MOTIVOS_NO_RECIBIDO, TIPOS_PQRSD } from '../base/kernel/vocabulary';
import { solicitudJson } from './solicitud-json';

const numero = z.string().regex(/^\d{4}-[ESI]-\d{6,}$/);
const day = z.iso.date();
const instant = z.iso.datetime();

const acuse = z.object({
  recepcion: numero,
  radicado: z.string().optional(),
  codigo: z.string(),
  tipo: z.enum(TIPOS_PQRSD),
  recibidoEn: instant,
  radicadoEn: instant,
  vence: day,
  constancia: z.string(),
  prueba: z.boolean(),
  repetido: z.boolean(),
  plazoPorConfirmar: z.literal(true).optional(),
  aviso: z.string().optional(),
  token: z.string().optional(),
});

const seguimiento = z.object({
  recepcion: numero,
  radicado: z.string().optional(),
  tipo: z.enum(TIPOS_PQRSD),
  estado: z.enum(ESTADOS_PQRSD),
  recibidoEn: instant,
  vence: day,
  vencida: z.boolean(),
  plazoPorConfirmar: z.literal(true).optional(),
  dependencia: z.string().optional(),
  anonima: z.literal(true).optional(),
  venceImpreso: day,
  sigue: z.object({ que: z.string(), hasta: day.optional() }),
  cuenta: z.object({
    recibido: day,
    efectivo: day,
    dias: z.int(),
    prorroga: z.int(),
    primerDia: day.optional(),
    ultimoDia: day,
    festivos: z.array(z.object({ fecha: day, nombre: z.string() })),
    locales: z.array(z.object({ fecha: day, acto: z.string() })),
    pausa: z.object({ desde: day, hasta: day }).optional(),
  }),
  cambios: z.array(
    z.object({
      causa: z.string(),
      en: instant.optional(),
      dias: z.int().optional(),
      tipo: z.enum(TIPOS_PQRSD).optional(),
    }),
  ),
  pasos: z.array(z.object({ tipo: z.string(), en: instant, medio: z.string().optional() })),
  mensajes: z.array(
    z.object({
      n: z.int(),
      de: z.enum(['CIUDADANO', 'ENTIDAD']),
      en: instant,
      texto: z.string(),
      archivos: z.array(z.string()),
      noRecibidos: z.array(z.object({ nombre: z.string(), motivo: z.enum(MOTIVOS_NO_RECIBIDO) })),
    }),
  ),
  avisos: z.array(z.object({ aviso: z.string(), desfijado: z.boolean() })),
  admiteMensajes: z.boolean(),
  prueba: z.boolean(),
  aviso: z.string().optional(),
});

const falla = z.object({
  codigo: z.enum(Object.keys(HTTP_STATUS)),
  mensaje: z.string(),
  referencia: z.string().optional(),
});

const json = (schema: z.ZodType, io: 'input' | 'output' = 'output') => ({
  'application/json': {
    schema: { ...z.toJSONSchema(schema, { io, unrepresentable: 'any' }), $schema: undefined },
  },
});

const ok = (description: string, schema: z.ZodType) => ({ description, content: json(schema) });

/** The documented failures: one answer for each status. */
function failures(...codes: FailureCode[]) {
  const byStatus = new Map<number, FailureCode[]>();
  for (const code of codes)
    byStatus.set(HTTP_STATUS[code], [...(byStatus.get(HTTP_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, of]) => [
      String(status),
      { description: of.join(', '), content: json(falla) },
    ]),
  );
}

const header = (name: string, required: boolean, description: string) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
});

const fileOperation = () => ({
  operationId: 'radicar',
  summary: 'Radica una petición. Sin identidad, queda anónima.',
  parameters: [
    header(
      'Idempotency-Key',
      false,
      'La misma clave con el mismo cuerpo devuelve el mismo radicado. Use un UUID.',
    ),
  ],
  requestBody: { required: true, content: json(solicitudJson, 'input') },
  responses: {
    201: ok('Radicada', acuse),
    200: ok('Ya estaba radicada con esa clave', acuse),
    ...failures('INVALID_INPUT', 'INVALID_ENCODING', 'EMPTY_TEXT', 'TOO_LARGE', 'UNSUPPORTED_TYPE'),
    ...failures('IDEMPOTENCY_KEY_REUSED', 'TOO_MANY_REQUESTS', 'CLOCK_NOT_TRUSTED', 'STORE_UNAVAILABLE'),
    ...failures('NO_SPACE'),
  },
});

const trackOperation = () => ({
  operationId: 'consultar',
  summary: 'Estado de una petición y mensajes de su caso, sin el nombre ni el texto de la petición.',
  parameters: [
    { name: 'radicado', in: 'path', required: true, schema: { type: 'string' } },
    header(
      'X-Codigo',
      true,
      'El código de seguimiento. Va en el encabezado para que no quede en direcciones.',
    ),
  ],
  responses: { 200: ok('Estado', seguimiento), ...failures('WRONG_CODE', 'TOO_MANY_REQUESTS') },
});

/** The public API as OpenAPI 3.1, made from the same schemas that parse it. */
export const openapi = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Ventanilla Única',
    version: '1',
    description:
      'Radicar una PQRSD y seguirla. Es gratis y no exige registrarse. Si responde CLOCK_NOT_TRUSTED, la solicitud quedó guardada: repita con la misma Idempotency-Key, que también viene en la respuesta.',
  },
  servers: [{ url: publicUrl }],
  paths: {
    '/v1/pqrsd': { post: fileOperation() },
    '/v1/pqrsd/{radicado}': { get: trackOperation() },
  },
});
