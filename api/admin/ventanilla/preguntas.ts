import { z } from 'zod';
import { dependenciaNamedIn } from '../../base/kernel/dependencia-named-in';
import { foldText } from '../../base/kernel/plain-text';
import { puntosOf } from '../../base/kernel/puntos-of';
import { err, ok, type Result } from '../../base/kernel/result';
import { MODOS_IDENTIDAD, TIPOS_DOCUMENTO, TIPOS_PQRSD } from '../../base/kernel/vocabulary';
import { type Borrador, CAME_BEFORE, MEDIOS, SPOKEN } from '../../ventanilla/atencion';
import { localInstant } from '../../ventanilla/local-instant';
import type { Pregunta } from './pregunta';

type Who = NonNullable<Borrador['peticionario']>;

const whoOf = ({ peticionario }: Borrador): Who => peticionario ?? {};
const withWho = (borrador: Borrador, more: Who): Borrador => ({
  ...borrador,
  peticionario: { ...whoOf(borrador), ...more },
});
const isKnown = (borrador: Borrador): boolean => whoOf(borrador).modo !== 'ANONIMO';
const isSpoken = ({ medio }: Borrador): boolean => medio !== undefined && SPOKEN.has(medio);
const cameBefore = ({ medio }: Borrador): boolean => medio !== undefined && CAME_BEFORE.has(medio);

const isYes = (typed: string): boolean => foldText(typed).startsWith('s');

/** One of a list, by its name or the beginning of it. */
function oneOf<T extends string>(typed: string, list: readonly T[]): Result<T, string> {
  const said = foldText(typed);
  const found =
    list.find((one) => foldText(one) === said) ?? list.find((one) => foldText(one).startsWith(said));
  return found ? ok(found) : err('opcion');
}

const chosen =
  <T extends string>(list: readonly T[], put: (borrador: Borrador, one: T) => Borrador): Pregunta['take'] =>
  (typed, borrador) => {
    const one = oneOf(typed, list);
    return one.ok ? ok(put(borrador, one.value)) : one;
  };

const words =
  (put: (borrador: Borrador, typed: string) => Borrador): Pregunta['take'] =>
  (typed, borrador) =>
    ok(put(borrador, typed.trim()));

function takeTime(typed: string, borrador: Borrador, now: Date): Result<Borrador, string> {
  if (foldText(typed) === 'ahora') return ok({ ...borrador, recibido: undefined });
  const instant = localInstant(typed, now);
  if (!instant) return err('hora');
  return instant > now ? err('futuro') : ok({ ...borrador, recibido: typed.trim() });
}

const DOCUMENTO = new RegExp(`^(${TIPOS_DOCUMENTO.join('|')})\\s+([\\w.-]{3,30})$`, 'i');

function readDocumento(typed: string): Result<NonNullable<Who['documento']>, string> {
  const [, tipo = '', numero = ''] = DOCUMENTO.exec(typed.trim()) ?? [];
  const known = TIPOS_DOCUMENTO.find((one) => one === tipo.toUpperCase());
  return known ? ok({ tipo: known, numero }) : err('documento');
}

/** Every question of the counter, in order. Each but the first ones may be left without an answer. */
export const PREGUNTAS: readonly Pregunta[] = [
  {
    clave: 'recibe',
    needed: true,
    porDefecto: ({ recibe }) => recibe?.nombre || undefined,
    take: words((b, nombre) => ({ ...b, recibe: { nombre, cargo: b.recibe?.cargo ?? '' } })),
  },
  {
    clave: 'cargo',
    needed: true,
    porDefecto: ({ recibe }) => recibe?.cargo || undefined,
    take: words((b, cargo) => ({ ...b, recibe: { nombre: b.recibe?.nombre ?? '', cargo } })),
  },
  {
    clave: 'medio',
    porDefecto: ({ medio }) => medio ?? 'persona',
    take: chosen(MEDIOS, (b, medio) => ({ ...b, medio, verbal: SPOKEN.has(medio) })),
  },
  { clave: 'origen', when: cameBefore, take: words((b, origen) => ({ ...b, origen })) },
  {
    clave: 'llego',
    when: cameBefore,
    needed: true,
    take: (typed, b, { now }) => (foldText(typed) === 'ahora' ? err('hora') : takeTime(typed, b, now)),
  },
  {
    clave: 'recibido',
    when: isSpoken,
    porDefecto: () => 'ahora',
    take: (typed, b, { now }) => takeTime(typed, b, now),
  },
  {
    clave: 'verbal',
    when: isSpoken,
    porDefecto: () => 'sí',
    take: (typed, b) => ok({ ...b, verbal: isYes(typed) }),
  },
  { clave: 'idioma', porDefecto: () => 'español', take: (typed, b) => ok(withIdioma(b, typed)) },
  {
    clave: 'modo',
    porDefecto: () => 'IDENTIFICADO',
    take: chosen(MODOS_IDENTIDAD, (b, modo) => withWho(b, { modo })),
  },
  { clave: 'nombre', when: isKnown, take: words((b, nombre) => withWho(b, { nombre })) },
  {
    clave: 'documento',
    when: isKnown,
    take: (typed, b) => {
      const documento = readDocumento(typed);
      return documento.ok ? ok(withWho(b, { documento: documento.value })) : documento;
    },
  },
  {
    clave: 'correo',
    when: isKnown,
    take: (typed, b) =>
      z.email().safeParse(typed.trim()).success ? ok(withWho(b, { correo: typed.trim() })) : err('correo'),
  },
  {
    clave: 'telefono',
    when: isKnown,
    take: (typed, b) =>
      /^\+?[\d\s().-]{7,20}$/.test(typed.trim())
        ? ok(withWho(b, { telefono: typed.trim() }))
        : err('telefono'),
  },
  { clave: 'direccion', when: isKnown, take: words((b, direccion) => withWho(b, { direccion })) },
  {
    clave: 'representante',
    when: isKnown,
    take: words((b, nombre) => withWho(b, { representante: { nombre } })),
  },
  {
    clave: 'calidad',
    when: (b) => whoOf(b).representante !== undefined,
    take: words((b, calidad) =>
      withWho(b, { representante: { nombre: whoOf(b).representante?.nombre ?? '', calidad } }),
    ),
  },
  { clave: 'tipo', porDefecto: () => 'PETICION', take: chosen(TIPOS_PQRSD, (b, tipo) => ({ ...b, tipo })) },
  { clave: 'objeto', needed: true, take: words((b, objeto) => ({ ...b, objeto })) },
  { clave: 'razones', take: words((b, razones) => ({ ...b, razones })) },
  { clave: 'texto', lines: true, take: words((b, texto) => ({ ...b, texto })) },
  {
    clave: 'puntos',
    when: ({ texto = '' }) => puntosOf(texto).length > 0,
    porDefecto: () => 'sí',
    take: (typed, b) => ok(isYes(typed) ? b : { ...b, puntos: [] }),
  },
  { clave: 'lugar', take: words((b, lugar) => ({ ...b, lugar })) },
  {
    clave: 'contra',
    when: ({ tipo }) => tipo === 'QUEJA' || tipo === 'DENUNCIA',
    take: (typed, b, { content }) =>
      ok({
        ...b,
        contra: {
          servidor: typed.trim(),
          dependencia: dependenciaNamedIn(typed, content.dependencias)?.codigo,
        },
      }),
  },
  {
    clave: 'menor',
    porDefecto: () => 'no',
    take: (typed, b) => ok(isYes(typed) ? { ...b, senales: { ...b.senales, menorDeEdad: true } } : b),
  },
  {
    clave: 'riesgo',
    porDefecto: () => 'no',
    take: (typed, b) => ok(isYes(typed) ? { ...b, senales: { ...b.senales, riesgoDeVida: true } } : b),
  },
  {
    clave: 'archivos',
    take: words((b, typed) => ({
      ...b,
      archivos: typed
        .split(';')
        .map((path) => path.trim())
        .filter(Boolean),
    })),
  },
];

const withIdioma = (borrador: Borrador, typed: string): Borrador =>
  foldText(typed) === 'espanol' ? borrador : { ...borrador, idioma: typed.trim() };
