import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Checked, Plan } from './image-checker';
import { startChild } from './store-child';

/** How the images of a recording were found. */
export interface Check {
  /** How many the recording has. */
  readonly images: number;
  readonly opened: number;
  /** Images that are not as they should be, each with its faults. */
  readonly broken: readonly string[];
}

/** In memory where that exists: an image needs no disk, and opening one syncs a dozen times. */
const PLACE = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/** Opens images in a process of their own, as often as it takes: one that a broken image ends goes on after it. */
export async function checkImages(program: string, recordingFile: string, plan: Plan): Promise<Check> {
  const folder = mkdtempSync(join(PLACE, 'store-images-'));
  const broken: string[] = [];
  let opened = 0;
  let from = plan.from;
  try {
    for (;;) {
      const rest = { ...plan, from, most: plan.most - opened };
      const child = startChild<Checked>(program, [recordingFile, folder, JSON.stringify(rest)], (line) => {
        if ('images' in line) return;
        opened += 1;
        from = line.number + plan.every;
        if (line.faults.length > 0) broken.push(`${line.at}: ${line.faults.join('; ')}`);
      });
      await child.ended;
      const end = child.lines.at(-1);
      if (end && 'images' in end) return { images: end.images, opened, broken };
      broken.push(`image ${from}: it ended the process that opened it`);
      opened += 1;
      from += plan.every;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
