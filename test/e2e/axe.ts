import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** What appears with a movement has appeared: half-way its colours are not those that anybody reads. */
const movementsEnd = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
    const moving = [document, ...shadows].flatMap((root) => root.getAnimations());
    const ending = moving.filter((one) => one.effect?.getComputedTiming().endTime !== Infinity);
    // One that is taken away is over too.
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** What axe finds wrong in the page as it is now, as "rule: markup". */
export async function violations(page: Page): Promise<string[]> {
  await movementsEnd(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const results = await page.evaluate(() =>
    (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run({
      // Of what is right only the first is told: telling all takes most of the time.
      resultTypes: ['violations'],
    }),
  );
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`),
  );
}
