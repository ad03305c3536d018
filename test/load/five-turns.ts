import { systemClock } from '../../api/base/kernel/clock';
import { newId } from '../../api/base/kernel/ids';
import { valueOf } from '../../api/base/kernel/result';
import type { Engine } from '../../bot/engine/create-engine';
import { inParallel } from './row';

/** From the first word to the name: a petition told, its type confirmed, its place, how it is signed, by whom. */
export const FIVE_TURNS = [
  'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
  'si',
  'barrio san jorge, calle 5 con 4',
  '1',
  'me llamo maria lopez',
] as const;

type Speak = (texto: string) => Promise<void>;

/** Somebody new: a message is sent when the one before was answered. */
function newPerson(engine: Engine): Speak {
  const who = { canal: 'WEB_CHAT', conversacion: newId() } as const;
  let sent = 0;
  return async (texto) => {
    const externalId = `${who.conversacion}:${sent++}`;
    valueOf(await engine.accept({ ...who, externalId, texto, anexos: [], enviadoEn: systemClock.now() }));
    await engine.settled(who);
  };
}

/** So many conversations of five turns, `width` at once, each of a new person. Samples and rate are of turns. */
export async function playConversations(engine: Engine, width: number, conversations: number) {
  const samples: number[] = [];
  const { ms } = await inParallel(width, conversations, async () => {
    const speak = newPerson(engine);
    for (const texto of FIVE_TURNS) {
      const start = performance.now();
      await speak(texto);
      samples.push(performance.now() - start);
    }
  });
  return { samples, perSecond: (samples.length / ms) * 1000 };
}
