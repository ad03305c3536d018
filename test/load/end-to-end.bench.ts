import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { row, type Row } from './row';
import { drained, figures, FIVE_TURNS, inject, type Running, running, warm } from './running-whatsapp';
import { storeOperations } from './store-operations';
import { withStore } from './turn-engine';

/** The writing commands of the product in `dir`, counted while `use` goes on, until it ended. */
async function countingWrites<T>(
  dir: string,
  use: (settings: Readonly<Record<string, string>>) => Promise<T>,
): Promise<{ done: T; writes: number }> {
  const file = join(dir, 'escrituras');
  const counter = join(__dirname, '../test/load/count-writes.cjs');
  const done = await use({ NODE_OPTIONS: `--require ${counter}`, COUNT_WRITES: file });
  return { done, writes: Number(readFileSync(file, 'utf8')) };
}

/** Two thousand people converse; with the answers sent in all, those of warming up among them. */
async function conversations(
  dir: string,
  counting: Readonly<Record<string, string>>,
  states: boolean,
): Promise<{ rows: Row[]; name: string; sends: number }> {
  const settings = { ESPERA_MS: '0', ...counting };
  const converse = async ({ control }: Running) => {
    await warm(control);
    const { sends: before } = await figures(control);
    const began = performance.now();
    // What waits together is one turn: with nobody waiting for their answer, five messages could be one.
    const all = { personas: 2_000, textos: FIVE_TURNS, conexiones: 64, porTurnos: true };
    await inject(control, all);
    const injected = performance.now();
    const whole = (injected - began) / 1_000 + (await drained(control));
    const { sends, repeated, waiting } = await figures(control);
    const name = `WhatsApp de punta a punta, 2.000 personas y cinco turnos, ${states ? 'con sus tres estados' : 'sin estados'}`;
    const rows = [
      row(`${name}: mensajes contestados`, (sends - before) / whole, '/s'),
      row(`${name}: sin respuesta`, waiting, ''),
      row(`${name}: repetidas`, repeated, ''),
    ];
    return { rows, name, sends };
  };
  return running(dir, settings, converse, states);
}

/**
 * From the webhook to the message handed to Graph, as fast as it goes; alone, and with the three states that WhatsApp
 * tells of each message, each in a webhook of its own. Beside it, the store's own writes a second ÷ the writing commands of
 * a message, with those of starting and of warming up among them.
 */
export async function endToEnd(dir: string, states: boolean): Promise<Row[]> {
  const { done, writes } = await countingWrites(dir, (counting) => conversations(dir, counting, states));
  const { rows, name, sends } = done;
  const operations = await withStore(join(dir, 'techo'), (connection) =>
    storeOperations(connection, 64, 4_000),
  );
  return [
    ...rows,
    row(`${name}: órdenes de escritura por mensaje`, writes / sends, ''),
    row(`${name}: el almacén solo, 64 a la vez, escrituras`, operations, '/s'),
    row(`${name}: el almacén solo ÷ órdenes por mensaje`, (operations * sends) / writes, '/s'),
  ];
}
