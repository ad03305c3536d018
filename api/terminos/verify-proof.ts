/*
 * Re-checks the proof of a due date with nothing but this file: no import, no data of the Alcaldía. Its rules for
 * holidays are its own on purpose, so that a fault in ours is seen. It does not know the town's local days: it checks
 * that those the proof names are used well, and whoever reads it can ask for their decrees.
 */

/** `why` is a code, followed by the day for DAY: what does not hold first. */
export type Verdict =
  { readonly ok: true; readonly fecha: string } | { readonly ok: false; readonly why: string };

type Json = Readonly<Record<string, unknown>>;
type Proof = Readonly<
  Record<'tipo' | 'politica' | 'recibidoEn' | 'recibido' | 'efectivo' | 'resultado', string>
> &
  Readonly<Record<'termino' | 'prorroga' | 'copias', number>> & {
    readonly pausa: Readonly<Record<'requerido' | 'respondido' | 'reanuda', string>> | null;
    readonly diasLocales: readonly Readonly<Record<'fecha' | 'decreto', string>>[];
    readonly dias: readonly unknown[];
  };

const table = (rows: string): ReadonlyMap<string, string> =>
  new Map(rows.split(/;\s+/).map((row) => [row.split(' ')[0] ?? '', row.replace(/^\S+ /, '')]));
const FIXED = table(`01-01 Año Nuevo; 05-01 Día del Trabajo; 07-20 Independencia de Colombia;
  08-07 Batalla de Boyacá; 12-08 Inmaculada Concepción; 12-25 Navidad`);
/** Celebrated on the Monday that falls on the day or in the six days after it. */
const MONDAYS = table(`01-06 Reyes Magos; 03-19 San José; 06-29 San Pedro y San Pablo;
  07-09 Nuestra Señora del Rosario de Chiquinquirá; 08-15 Asunción de la Virgen;
  10-12 Día de la Raza; 11-01 Todos los Santos; 11-11 Independencia de Cartagena`);
/** By days from Easter Sunday. */
const EASTER = table(`-3 Jueves Santo; -2 Viernes Santo; 43 Ascensión del Señor;
  64 Corpus Christi; 71 Sagrado Corazón de Jesús`);
const HD_EXTENSION = new Map(Object.entries({ HD_CONSULTA: 5, HD_RECLAMO: 8 }));

const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
const shift = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * 86_400_000).toISOString().slice(0, 10);
const DAY = /^(198[4-9]|199\d|2[01]\d\d)-\d\d-\d\d$/;
const INSTANT = /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const isDay = (v: unknown): boolean =>
  typeof v === 'string' && DAY.test(v) && !Number.isNaN(dayNumber(v)) && shift(v, 0) === v;
const isText = (v: unknown): boolean => typeof v === 'string' && v !== '';
const isCount = (v: unknown): boolean => Number.isInteger(v) && Number(v) >= 0 && Number(v) < 1000;
const bogota = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Bogota', dateStyle: 'short' });

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;
const hasShape = (value: unknown, shape: Shape): value is Json =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => Object.hasOwn(shape, key)) &&
  Object.entries(shape).every(([key, valid]) => valid((value as Json)[key]));
const PROOF: Shape = {
  formato: (v) => v === 1,
  regla: (v) => v === 'DIAS_HABILES',
  politica: (v) => v === 'STRICT' || v === 'DEEMED',
  tipo: isText,
  norma: isText,
  calendario: isText,
  recibido: isDay,
  efectivo: isDay,
  resultado: isDay,
  recibidoEn: (v) => typeof v === 'string' && isDay(v.slice(0, 10)) && INSTANT.test(v.slice(10)),
  termino: (v) => isCount(v) && v !== 0,
  prorroga: isCount,
  copias: (v) => v === 0 || v === 3,
  pausa: (v) => v === null || hasShape(v, { requerido: isDay, respondido: isDay, reanuda: isDay }),
  diasLocales: (v) => Array.isArray(v) && v.every((one) => hasShape(one, { fecha: isDay, decreto: isText })),
  dias: (v) => Array.isArray(v),
};
const isProof = (value: unknown): value is Proof => hasShape(value, PROOF);

/** Oudin's algorithm (1940). */
function easter(y: number): string {
  const div = (a: number, b: number): number => Math.floor(a / b);
  const c = div(y, 100);
  const n = y % 19;
  const i0 = (c - div(c, 4) - div(c - div(c - 17, 25), 3) + 19 * n + 15) % 30;
  const i = i0 - div(i0, 28) * (1 - div(i0, 28) * div(29, i0 + 1) * div(21 - n, 11));
  return shift(`${y}-03-28`, i - ((y + div(y, 4) + i + 2 - c + div(c, 4)) % 7));
}

/** Why a day does not count, as its entry in a proof must say it; undefined when it counts. */
function whyNot(day: string, locals: ReadonlyMap<string, unknown>): Json | undefined {
  if (((dayNumber(day) + 4) % 7) % 6 === 0) return { fecha: day, omitido: 'FIN_DE_SEMANA' };
  const year = day.slice(0, 4);
  const names = [
    FIXED.get(day.slice(5)),
    EASTER.get(String(dayNumber(day) - dayNumber(easter(Number(year))))),
  ];
  for (const [date, name] of (dayNumber(day) + 4) % 7 === 1 ? MONDAYS : []) {
    const days = dayNumber(day) - dayNumber(`${year}-${date}`);
    if (days >= 0 && days < 7 && (date !== '07-09' || year >= '2026')) names.push(name);
  }
  const nombre = names.filter((name) => name !== undefined).join(' y ');
  const norma = nombre.startsWith('Nuestra') ? 'Ley 2578 de 2026, art. 6' : 'Ley 51 de 1983, arts. 1 y 2';
  if (nombre) return { fecha: day, omitido: 'FESTIVO', nombre, norma };
  return locals.has(day) ? { fecha: day, omitido: 'LOCAL', decreto: locals.get(day) } : undefined;
}

const no = (why: string): Verdict => ({ ok: false, why });

/** Whether the due date of a proof follows from its facts, day by day. Never throws. */
export function verifyProof(proof: unknown): Verdict {
  if (!isProof(proof)) return no('SHAPE');
  const { tipo, termino, prorroga, recibidoEn, recibido, resultado, pausa, diasLocales } = proof;
  if (bogota.format(new Date(recibidoEn)) !== recibido) return no('RECEIPT_DAY');
  if (prorroga > (HD_EXTENSION.get(tipo) ?? termino)) return no('EXTENSION');
  const { requerido, respondido } = pausa ?? { requerido: recibido, respondido: recibido };
  if (requerido < recibido || respondido < requerido || requerido > resultado) return no('PAUSE');
  const locals = new Map<string, string>();
  for (const { fecha, decreto } of diasLocales) {
    if (fecha < recibido || fecha > resultado || whyNot(fecha, locals)) return no('LOCAL_DAYS');
    locals.set(fecha, decreto);
  }
  return countAgain(proof, locals);
}

function countAgain(proof: Proof, locals: ReadonlyMap<string, string>): Verdict {
  const { recibido, pausa, resultado } = proof;
  const deemed = proof.politica === 'DEEMED';
  const received = (from: string, moves: boolean): string => {
    let found = from;
    while (moves && whyNot(found, locals)) found = shift(found, 1);
    return found;
  };
  const efectivo = received(recibido, deemed);
  if (proof.efectivo !== efectivo) return no('EFFECTIVE_DAY');
  const total = proof.termino + proof.prorroga + proof.copias;
  let [day, counted] = [shift(recibido, -1), 0];
  // With no day left after the requirement, the term ends on the first business day of the answer, under any policy.
  const resumes = (): string => (pausa ? received(pausa.respondido, deemed || counted === total) : '');
  const waits = (): boolean => pausa !== null && day >= efectivo && day >= pausa.requerido && day < resumes();
  let resumed = resumes();
  for (const entry of proof.dias) {
    const waiting = waits();
    if (waiting) resumed = resumes();
    else if (counted === total) return no('RESULT');
    day = shift(day, 1);
    const skipped = waiting ? { fecha: day, omitido: 'PAUSA' } : whyNot(day, locals);
    const expected = day === efectivo ? { fecha: day, omitido: 'RECIBO' } : skipped;
    if (!same(expected ?? { fecha: day, cuenta: ++counted }, entry)) return no(`DAY ${day}`);
  }
  if (pausa && pausa.reanuda !== resumed) return no('PAUSE');
  return day === resultado && counted === total && !waits() ? { ok: true, fecha: resultado } : no('RESULT');
}

/** `b` says exactly what `a` says. */
const same = (a: Json, b: unknown): boolean =>
  hasShape(b, Object.fromEntries(Object.entries(a).map(([key, value]) => [key, (v) => v === value])));
