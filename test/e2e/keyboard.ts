import type { Page } from 'playwright-core';

const MOST_TABS = 60;

/** What has the focus, by its visible name, also inside the chat. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    const label =
      one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.labels?.[0] : undefined;
    return (label?.textContent ?? one?.getAttribute('aria-label') ?? one?.textContent ?? '').trim();
  });

/** Presses Tab (or Shift+Tab) until what has that name has the focus. */
export async function tabTo(page: Page, name: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let pressed = 0; pressed < MOST_TABS; pressed++) {
    const now = await focused(page);
    if (now === name) return;
    passed.push(now.slice(0, 40));
    await page.keyboard.press(key);
  }
  throw new Error(`the keyboard does not reach «${name}»: ${passed.join(' | ')}`);
}
