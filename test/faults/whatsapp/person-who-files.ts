import { setTimeout as wait } from 'node:timers/promises';
import type { Citizen } from '../../whatsapp-sim/actors/citizen';
import type { Seeded } from '../../whatsapp-sim/seeded';

/** Without an answer in this long, once the message was acknowledged, it is taken for lost, in milliseconds. */
const PATIENCE_MS = 25_000;
const LOOK_MS = 20;
const LONGEST_PAUSE_MS = 4_000;

export interface Filed {
  /** Messages that got no answer in time. */
  readonly unanswered: number;
  /** The number that the person was told. */
  readonly numero?: string;
}

const linesOf = (name: string): readonly string[] => [
  `buenas el poste de la luz de la casa de ${name} esta dañado hace dos semanas y esta muy oscuro`,
  'si',
  'barrio san jorge, calle 5 con 4',
  '1',
  `me llamo ${name} lopez`,
  'seguir sin documento',
  `${name}@correo.com`,
  'enviar',
];

async function became(limitMs: number, done: () => boolean): Promise<boolean> {
  const end = performance.now() + limitMs;
  while (!done() && performance.now() < end) await wait(LOOK_MS);
  return done();
}

/** Files a petition line by line: each once the one before was acknowledged and answered, or its answer given up. */
export async function fileAs(citizen: Citizen, name: string, chance: Seeded, ackMs: number): Promise<Filed> {
  const { person } = citizen;
  let unanswered = 0;
  for (const [index, line] of linesOf(name).entries()) {
    await wait(chance.between(`${name}:${index}`, 100, LONGEST_PAUSE_MS));
    const before = person.received.length;
    await citizen.text(line);
    const acknowledged = await became(ackMs, () => person.sent.at(-1)?.state !== 'ENVIADO');
    if (!acknowledged) throw new Error(`«${line}» of ${name} was never acknowledged`);
    if (!(await became(PATIENCE_MS, () => person.received.length > before))) unanswered += 1;
  }
  const numero = person.received.map(({ text }) => /20\d\d-E-\d{6}/.exec(text)?.[0]).find(Boolean);
  return { unanswered, ...(numero !== undefined && { numero }) };
}
