// A program that opens the images of a recording one by one: apart, because an image that is broken may end the process.
// Arguments: recording, folder to work in, choices as JSON (`Plan`). It tells a line for each image.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Engine } from '../../api/base/store/embedded/storage/engine';
import { encode } from '../../api/base/store/embedded/values/raw-document';
import { type Choices, crashImages, type Image } from './crash-images';
import { unpacked } from './disk-recording';
import { inspectStore, ROWS } from './inspect-store';
import { outcomeOf } from './kill-round';

/** Which images to open. */
export interface Plan extends Choices {
  /** The first. */
  readonly from: number;
  /** Every how many. */
  readonly every: number;
  readonly most: number;
}

/** What it tells of an image; in the end only how many there are. */
export type Checked =
  | { readonly number: number; readonly at: string; readonly faults: readonly string[] }
  | { readonly images: number };

const [recordingFile = '', folder = '', planText = '{}'] = process.argv.slice(2);
const plan = JSON.parse(planText) as Plan;
const store = join(folder, 'store');

const tell = (line: Checked): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

function lay({ content, number }: Image): void {
  rmSync(store, { recursive: true, force: true });
  mkdirSync(store, { recursive: true });
  if (content) writeFileSync(join(store, 'data.mdb'), content);
  // What was in the lock's pages at a power cut is anybody's guess.
  if (number % 2 === 1) writeFileSync(join(store, 'lock.mdb'), Buffer.alloc(8272, number % 256));
}

/** The store that opened also goes on: a document more, and everything is still as it should be. */
async function goesOn(): Promise<string[]> {
  const engine = new Engine(store);
  const put = () =>
    engine.documents.insert(engine.collection('candelaria', ROWS), encode({ _id: 'más', n: 1 }));
  await engine.env.write(put);
  const { rows, faults } = await inspectStore(engine);
  await engine.close();
  return rows.get('más') === 1 ? [...faults] : ['a document stored after the crash is not there', ...faults];
}

async function faultsOf(image: Image): Promise<readonly string[]> {
  lay(image);
  try {
    const { lost, unasked, corrupt } = await outcomeOf(store, image.known);
    const faults = [...lost, ...unasked, ...corrupt];
    return faults.length > 0 ? faults : await goesOn();
  } catch (cause) {
    return [`it does not open: ${String(cause)}`];
  }
}

async function main(): Promise<void> {
  let images = 0;
  let checked = 0;
  for (const image of crashImages(unpacked(readFileSync(recordingFile)), plan)) {
    images += 1;
    const { number, moment, variant } = image;
    if (number < plan.from || number % plan.every !== 0 || checked >= plan.most) continue;
    checked += 1;
    const faults = (await faultsOf(image)).slice(0, 5);
    tell({ number, at: `event ${moment}, ${variant}`, faults });
  }
  tell({ images });
}

void main().catch((cause: unknown) => {
  process.stderr.write(`${String(cause)}\n`);
  process.exit(1);
});
