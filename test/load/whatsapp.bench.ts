import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { row, type Row } from './row';
import { casesIn, drained, figures, FIVE_TURNS, inject, running, warm } from './running-whatsapp';
import { stop } from './start.bench';
import { mainThreadOf } from './thread-cpu';

/**
 * What it costs this machine to wake another process by a socket, as each command to the store and each answer does when
 * there is little to do: on some virtual machines, most of what a message costs.
 */
async function wakeUs(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'process.stdin.on("data", (d) => process.stdout.write(d))']);
  const TIMES = 300;
  const pingPong = async () => {
    child.stdin.write('x');
    await once(child.stdout, 'data');
    await new Promise((resolve) => setTimeout(resolve, 8));
  };
  for (let times = 0; times < 20; times++) await pingPong();
  const [, ms] = await mainThreadOf(async () => {
    for (let times = 0; times < TIMES; times++) await pingPong();
  });
  await stop(child);
  return ((ms ?? Number.NaN) * 1_000) / TIMES;
}

/** Eighty messages a second, what a number may say: how long each waits for its acknowledgement and for its answer. */
export const atEighty = (dir: string, esperaMs: string | undefined): Promise<Row[]> =>
  running(dir, esperaMs === undefined ? {} : { ESPERA_MS: esperaMs }, async ({ control }) => {
    const name = `WhatsApp a 80/s, ESPERA_MS=${esperaMs ?? '1200 (inicial)'}`;
    await warm(control);
    const wake = await wakeUs();
    const { ack } = await inject(control, { personas: 480, textos: FIVE_TURNS, porSegundo: 80, paso: 80 });
    const left = await drained(control);
    const { replies, repeated, waiting } = await figures(control);
    return [
      row('máquina: procesador de despertar a otro proceso por un socket', wake, 'µs'),
      row(`${name}: acuse del webhook, p50`, ack.p50, 'ms'),
      row(`${name}: acuse del webhook, p95`, ack.p95, 'ms'),
      row(`${name}: primera respuesta, p50`, replies.p50, 'ms'),
      row(`${name}: primera respuesta, p95`, replies.p95, 'ms'),
      row(`${name}: sin respuesta al final`, waiting, ''),
      row(`${name}: terminó de responder después de`, left, 's'),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });

/** A thousand signed messages a second for a minute: all stored before each is acknowledged, and answered after. */
export const thousandForAMinute = (dir: string): Promise<Row[]> =>
  running(dir, { ESPERA_MS: '0' }, async ({ control }) => {
    await warm(control);
    const { sends: before } = await figures(control);
    // Each connection waits for its answer: with 64 of them and one of 85 ms, no more than 750 a second fit.
    const all = { personas: 60_000, textos: ['hola'], porSegundo: 1_000, conexiones: 256 };
    const { statuses, seconds, ack } = await inject(control, all);
    const left = await drained(control);
    const { sends, repeated, waiting } = await figures(control);
    const name = 'WhatsApp, 1.000 mensajes firmados/s durante 60 s';
    return [
      row(`${name}: guardados y acusados`, (statuses[200] ?? 0) / seconds, '/s'),
      row(`${name}: acusados`, statuses[200] ?? 0, ''),
      row(`${name}: acuse, p50`, ack.p50, 'ms'),
      row(`${name}: acuse, p95`, ack.p95, 'ms'),
      row(`${name}: respuestas enviadas`, sends - before, ''),
      row(`${name}: sin respuesta al dejar de esperar`, waiting, ''),
      row(`${name}: terminó de responder después de`, left, 's'),
      row(`${name}: repetidas`, repeated, ''),
    ];
  });

/**
 * What files a case, without a name: everybody says the same, and with one it would be asked whether it is the same case.
 * A provider that repeats it all for days brings it a thousand times more.
 */
const FILING = [...FIVE_TURNS.slice(0, 3), 'anonima', 'si', 'enviar'];
const MILLION = 1_000_000;
const A_BATCH = 900;

/** A million messages again and again: the same cases, and nothing said twice. */
export const millionRepeated = (dir: string): Promise<Row[]> =>
  running(dir, { ESPERA_MS: '0' }, async ({ control }) => {
    const all = { personas: 150, textos: FILING, conexiones: 16, prefijo: 'mismo' };
    for (const [turn] of FILING.entries()) {
      await inject(control, { ...all, textos: FILING.slice(0, turn + 1) });
      await drained(control);
    }
    const before = await figures(control);
    const cases = await casesIn(dir);
    const began = performance.now();
    let repeated = 0;
    while (repeated < MILLION) {
      const { statuses } = await inject(control, { ...all, lote: A_BATCH });
      if (!statuses[200]) throw new Error('a batch was refused');
      repeated += all.personas * FILING.length;
    }
    const seconds = (performance.now() - began) / 1_000;
    await drained(control, false);
    const after = await figures(control);
    const name = `WhatsApp, ${MILLION} mensajes repetidos`;
    return [
      row(`${name}: casos antes`, cases, ''),
      row(`${name}: casos después`, await casesIn(dir), ''),
      row(`${name}: respuestas de más`, after.sends - before.sends, ''),
      row(`${name}: recibidos`, repeated / seconds, '/s'),
    ];
  });
