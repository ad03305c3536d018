import { valueOf } from '../../../api/base/kernel/result';
import type { Citizen } from '../../whatsapp-sim/actors/citizen';
import { type KillableTown, killableTown } from './killable-town';
import { type Celda, corteOf, FALLAS, type Recorrido } from './matrix-axes';
import { look, type Visto } from './matrix-look';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const MOST_LINES = 8;

/** What somebody knows who is about to ask for their case. */
interface Known {
  readonly numero: string;
  readonly codigo: string;
}

/** What is answered to each question, by a part of it. */
const answers = ({ numero, codigo }: Known): readonly (readonly [string, string])[] => [
  ['¿Seguimos con', '1'],
  ['¿Con su nombre?', '1'],
  ['Escoja.', '1'],
  ['¿Cuál es su nombre?', 'Ana Pérez'],
  ['¿Enviamos?', 'sí'],
  ['¿Número?', numero],
  ['Ese no es.', numero],
  ['¿Código?', codigo],
  ['No coincide.', codigo],
];

/** The journey under the fault: two lines in a row, then what is asked for, until this is said. */
interface Guion {
  readonly before: readonly string[];
  readonly pair: readonly [string, string];
  readonly last: string;
  readonly end: string;
}

const guionOf = (recorrido: Recorrido, { numero, codigo }: Known): Guion =>
  recorrido === 'consultar'
    ? { before: ['hola', '2'], pair: ['es este', numero], last: codigo, end: 'Estado: ' }
    : {
        before: ['Hay un hueco en la calle'],
        pair: ['Calle 5', 'con mi nombre'],
        last: 'sí',
        end: 'Radicado ',
      };

/** Time that lets everything arrive; on a chat whose messages come a day late, the person keeps it open with a thumb up. */
async function letArrive({ sim }: KillableTown, ana: Citizen, falla: string): Promise<void> {
  if (FALLAS[falla]?.kind !== 'delay') return sim.advance(5 * MINUTE);
  await sim.advance(24 * HOUR);
  await ana.react(ana.person.received.at(-1)?.wamid ?? '', '👍');
  return sim.advance(2 * HOUR);
}

const lastReply = async ({ town }: KillableTown): Promise<string> =>
  (await town.engine.repliesAfter({ canal: 'WHATSAPP', conversacion: 'persona-1' }, 0)).at(-1)?.texto ?? '';

async function talk(town: KillableTown, ana: Citizen, celda: Celda, known: Known): Promise<void> {
  const { sim } = town;
  const { pair, last, end } = guionOf(celda.recorrido, known);
  putFault(town, celda);
  town.arm(corteOf(celda.corte, celda.recorrido, last));
  await ana.text(pair[0]);
  await sim.advance(2 * SECOND);
  await ana.text(pair[1]);
  await letArrive(town, ana, celda.falla);
  for (let lines = 0; lines < MOST_LINES; lines++) {
    const asked = await lastReply(town);
    if (asked.includes(end)) return;
    const line = answers(known).findLast(([question]) => asked.includes(question));
    if (!line) throw new Error(`nothing is known to be said to «${asked}»`);
    await ana.text(line[1]);
    await letArrive(town, ana, celda.falla);
  }
}

function putFault({ sim }: KillableTown, { falla }: Celda): void {
  const fault = FALLAS[falla];
  if (!fault) throw new Error(falla);
  // Not of the thumb up, which is only there to keep the chat open.
  for (const type of ['text', 'status']) sim.fault({ match: { endpoint: 'webhook', type }, fault });
}

/** The office asks in the case, and the person is told. */
async function ask(town: KillableTown, celda: Celda): Promise<void> {
  const { office } = town;
  putFault(town, celda);
  town.arm(corteOf(celda.corte, celda.recorrido, ''));
  const [page] = office.book.pages;
  if (!page) throw new Error('there is no case to ask in');
  const texto = '¿En qué esquina?';
  valueOf(await office.askInCase(page.recepcion, { clave: 'pregunta-1', texto, quien: 'Marta' }));
}

async function fileOne({ office, town }: KillableTown): Promise<Known> {
  const solicitud = {
    clave: 'otro-borrador',
    canal: 'VENTANILLA',
    texto: 'Un poste caído',
    tipo: 'PETICION',
  } as const;
  const acuse = valueOf(
    await office.filePqrsd({
      ...solicitud,
      identidad: { modo: 'IDENTIFICADO', nombre: 'Ana Pérez' },
      anexos: [],
      recibidoEn: town.clock.now(),
    }),
  );
  return { numero: acuse.recepcion, codigo: acuse.codigo };
}

/** Plays one cell on a town of its own, and looks at what is left of it. */
export async function playCell(celda: Celda): Promise<Visto> {
  const town = await killableTown();
  try {
    const ana = town.sim.citizen();
    const known = celda.recorrido === 'consultar' ? await fileOne(town) : { numero: '', codigo: '' };
    const { before, pair } = guionOf(celda.recorrido, known);
    const all = celda.recorrido === 'respuesta' ? [...before, ...pair, 'Ana Pérez', 'sí'] : before;
    for (const line of all) await ana.text(line);
    await town.sim.advance(2 * MINUTE);
    const already = ana.person.received.length;
    if (celda.recorrido === 'respuesta') await ask(town, celda);
    else await talk(town, ana, celda, known);
    for (let times = 0; times < 3; times++) await letArrive(town, ana, celda.falla);
    await town.sim.advance(15 * MINUTE);
    return await look(town, ana, already);
  } finally {
    await town.close();
  }
}
