import { z } from 'zod';
import type { Identidad } from '../../api/base/kernel/solicitud';
import { anyDialog } from '../../bot/dialogs/any-dialog';
import type { Dialog, Move } from '../../bot/dialogs/dialog';
import { FORMATO } from './a-file';

/** Small dialogs that use every kind of step and move, for tests of the engine. */

const none = z.object({ menu: z.boolean() });

const inicio: Dialog<z.infer<typeof none>> = {
  name: 'inicio',
  version: 1,
  schema: none,
  first: 'menu',
  resumeAt: 'menu',
  start: (_key, seed) => ({ menu: seed !== undefined }),
  steps: {
    menu: {
      ask: (_data, { avisado }) => ({
        texto: avisado === 'v1' ? '¿Qué necesita?' : 'Bienvenido. Aviso de datos. ¿Qué necesita?',
        opciones: [
          { id: 'radicar', titulo: 'Radicar una petición' },
          { id: 'consultar', titulo: 'Consultar mi radicado' },
        ],
        ...(avisado === 'v1' ? {} : { aviso: 'v1' }),
      }),
      answer: (data, { opcion, texto }) => {
        if (opcion) return { kind: 'switch', dialog: opcion };
        if (texto === 'revienta') throw new Error(`no debe verse: ${texto}`);
        if (texto === 'formato') {
          return { kind: 'again', data, say: { texto: 'Aquí está.', archivo: FORMATO } };
        }
        if (texto.length > 12) return { kind: 'switch', dialog: 'radicar', seed: texto };
        return { kind: 'again', data, say: { texto: 'No entendí.' } };
      },
    },
  },
};

const caso = z.object({
  clave: z.string(),
  texto: z.string(),
  lugar: z.string(),
  modo: z.enum(['IDENTIFICADO', 'ANONIMO']).optional(),
  nombre: z.string().optional(),
  radicado: z.boolean(),
});
type Caso = z.infer<typeof caso>;

const identidadOf = ({ modo, nombre }: Caso): Identidad =>
  modo === 'ANONIMO' ? { modo: 'ANONIMO' } : { modo: 'IDENTIFICADO', nombre };

const radicar: Dialog<Caso> = {
  name: 'radicar',
  version: 1,
  schema: caso,
  first: 'empezar',
  resumeAt: 'resumen',
  start: (clave, seed) => ({
    clave,
    texto: typeof seed === 'string' ? seed : '',
    lugar: '',
    radicado: false,
  }),
  steps: {
    // Only decides.
    empezar: {
      answer: (data): Move<Caso> => ({ kind: 'goto', step: data.texto ? 'lugar' : 'texto', data }),
    },
    texto: {
      freeText: true,
      ask: () => ({ texto: 'Cuéntenos qué pasa.' }),
      answer: (data, { texto }) => ({ kind: 'goto', step: 'lugar', data: { ...data, texto } }),
    },
    lugar: {
      ask: () => ({ texto: '¿Dónde?' }),
      answer: (data, { texto }) =>
        texto === '?'
          ? { kind: 'again', data, say: { texto: 'Diga un lugar.' } }
          : { kind: 'goto', step: 'modo', data: { ...data, lugar: texto }, say: { texto: 'Anotado.' } },
    },
    modo: {
      ask: () => ({
        texto: '¿Con su nombre?',
        opciones: [
          { id: 'IDENTIFICADO', titulo: 'Con mi nombre' },
          { id: 'ANONIMO', titulo: 'Anónima' },
        ],
      }),
      answer: (data, { opcion }) => {
        if (opcion === 'ANONIMO') return { kind: 'goto', step: 'resumen', data: { ...data, modo: opcion } };
        if (opcion === 'IDENTIFICADO')
          return { kind: 'goto', step: 'nombre', data: { ...data, modo: opcion } };
        return { kind: 'again', data, say: { texto: 'Escoja.' } };
      },
    },
    nombre: {
      ask: () => ({ texto: '¿Cuál es su nombre?' }),
      answer: (data, { texto }) => ({ kind: 'goto', step: 'resumen', data: { ...data, nombre: texto } }),
    },
    resumen: {
      ask: ({ texto, lugar }) => ({
        texto: `Resumen: ${texto} en ${lugar}. ¿Enviamos?`,
        opciones: [
          { id: 'enviar', titulo: 'Sí, enviar' },
          { id: 'corregir', titulo: 'Corregir el texto' },
        ],
      }),
      answer: (data, { opcion, enviadoEn }, { canal }): Move<Caso> => {
        if (opcion === 'corregir') return { kind: 'goto', step: 'texto', data };
        if (opcion !== 'enviar') return { kind: 'again', data, say: { texto: 'Escoja.' } };
        const solicitud = {
          clave: data.clave,
          canal,
          texto: data.texto,
          tipo: 'PETICION' as const,
          lugar: data.lugar,
          identidad: identidadOf(data),
          anexos: [],
          recibidoEn: enviadoEn,
        };
        return { kind: 'call', request: { use: 'radicar', solicitud }, step: 'resumen', data };
      },
      got: (data, result) => {
        if (result.use !== 'radicar' || !result.result.ok) {
          return { kind: 'goto', step: 'resumen', data, say: { texto: 'No se pudo.' } };
        }
        const { recepcion, codigo, repetido } = result.result.value;
        return {
          kind: 'end',
          say: {
            clase: 'ACUSE',
            texto: `Radicado ${recepcion} código ${codigo}${repetido ? ' (ya estaba)' : ''}`,
          },
        };
      },
    },
  },
  draft: ({ texto, radicado }) => (texto && !radicado ? { titulo: texto.slice(0, 30) } : undefined),
  anonymous: ({ modo }) => modo === 'ANONIMO',
};

const consulta = z.object({ numero: z.string() });

const consultar: Dialog<z.infer<typeof consulta>> = {
  name: 'consultar',
  version: 1,
  schema: consulta,
  first: 'numero',
  resumeAt: 'numero',
  start: () => ({ numero: '' }),
  steps: {
    numero: {
      ask: () => ({ texto: '¿Número?' }),
      answer: (data, { texto }) =>
        /\d/.test(texto)
          ? { kind: 'goto', step: 'codigo', data: { numero: texto } }
          : { kind: 'again', data, say: { texto: 'Ese no es.' } },
    },
    codigo: {
      ask: () => ({ texto: '¿Código?' }),
      answer: (data, { texto }) => ({
        kind: 'call',
        request: { use: 'consultar', numero: data.numero, codigo: texto },
        step: 'codigo',
        data,
      }),
      got: (data, result) =>
        result.use === 'consultar' && result.result.ok
          ? { kind: 'end', say: { texto: `Estado: ${result.result.value.estado}` } }
          : { kind: 'again', data, say: { texto: 'No coincide.' } },
    },
  },
};

/** `change` replaces parts of the filing dialog: a later version of it. */
export const sampleDialogs = (change: Partial<Dialog<Caso>> = {}) => [
  anyDialog(inicio),
  anyDialog({ ...radicar, ...change }),
  anyDialog(consultar),
];

export const HOME = 'inicio';
