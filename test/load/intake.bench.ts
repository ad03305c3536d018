import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../api/base/kernel/clock';
import { valueOf } from '../../api/base/kernel/result';
import type { InboundMessage } from '../../bot/channels/channel';
import type { Inbox } from '../../bot/inbox/inbox';
import { inParallel, latencies, row, type Row } from './row';
import { mainThreadOf } from './thread-cpu';
import { storedEngine, withStore } from './turn-engine';

const PEOPLE = 1_000;
const PER_SECOND = 1_000;
const SECONDS = 60;
/** Milliseconds between two handfuls of messages. */
const STEP = 10;

let sent = 0;
const nextMessage = (): InboundMessage => ({
  canal: 'WHATSAPP',
  conversacion: `57300${sent % PEOPLE}`,
  externalId: `wamid.${sent++}`,
  texto: 'El poste de la luz de mi cuadra está dañado hace dos semanas y está muy oscuro.',
  anexos: [],
  enviadoEn: systemClock.now(),
});

/** A thousand messages a second for a minute, whether or not the earlier ones were stored: how long each waited. */
async function steadily(inbox: Inbox): Promise<Row[]> {
  const samples: number[] = [];
  const open = new Set<Promise<void>>();
  const one = async (): Promise<void> => {
    const start = performance.now();
    valueOf(await inbox.accept(nextMessage()));
    samples.push(performance.now() - start);
  };
  const start = performance.now();
  let asked = 0;
  let mostOpen = 0;
  for (let elapsed = 0; elapsed < SECONDS * 1_000; elapsed = performance.now() - start) {
    for (const due = Math.min((elapsed / 1_000) * PER_SECOND, PER_SECOND * SECONDS); asked < due; asked++) {
      const promise: Promise<void> = one().finally(() => open.delete(promise));
      open.add(promise);
    }
    mostOpen = Math.max(mostOpen, open.size);
    await wait(STEP);
  }
  const late = performance.now();
  await Promise.all(open);
  const name = `entrada, ${PER_SECOND} mensajes/s durante ${SECONDS} s`;
  return [
    row(`${name}: guardados`, (samples.length / (performance.now() - start)) * 1_000, '/s'),
    ...latencies(name, samples),
    row(`${name}: más pendientes a la vez`, mostOpen, ''),
    row(`${name}: terminó de guardar después de`, performance.now() - late, 'ms'),
  ];
}

async function atMost(inbox: Inbox): Promise<Row[]> {
  const total = 20_000;
  const [one, cpu] = await mainThreadOf(() =>
    inParallel(512, total, async () => valueOf(await inbox.accept(nextMessage()))),
  );
  const deliveries = await inParallel(4, 20, async () =>
    (await inbox.acceptAll(Array.from({ length: 1_000 }, nextMessage))).map(valueOf),
  );
  return [
    row('entrada, de a uno, 512 a la vez', one.perSecond, '/s'),
    ...(cpu === undefined
      ? []
      : [row('entrada, de a uno, procesador del hilo principal', cpu / total, 'ms/mensaje')]),
    row('entrada, entregas de 1.000, 4 a la vez', deliveries.perSecond * 1_000, '/s'),
  ];
}

/** Messages a second that the inbox stores durably, of a thousand people, without signature or turn. */
export const intakeBench = (dir: string): Promise<Row[]> =>
  withStore(dir, async (connection) => {
    const { inbox } = await storedEngine(connection);
    await inParallel(64, 4_000, async () => valueOf(await inbox.accept(nextMessage())));
    return [...(await atMost(inbox)), ...(await steadily(inbox))];
  });
