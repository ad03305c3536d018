import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../bot/engine/create-engine';
import { playConversations } from './five-turns';
import { memoryEngine, storedEngine, withStore } from './turn-engine';

function memory() {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heapUsed };
}

async function measure(engine: Engine, width: number, conversations: number): Promise<void> {
  await playConversations(engine, width, 100);
  const before = memory();
  const cpu = process.cpuUsage();
  const start = performance.now();
  const { samples } = await playConversations(engine, width, conversations);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const cpuMs = (user + system) / 1_000;
  process.stdout.write(`\n@@${JSON.stringify({ ms, cpuMs, samples, before, after: memory() })}\n`);
}

/** This program's conversations in a process of their own, as `builderbot-child.cjs` plays BuilderBot's. */
export async function ownChild(stores: string, width: number, conversations: number): Promise<void> {
  if (stores === 'memoria') return measure(memoryEngine(), width, conversations);
  const dir = mkdtempSync(join(__dirname, 'banco-hijo-'));
  try {
    await withStore(dir, async (connection) => {
      const { engine } = await storedEngine(connection);
      await measure(engine, width, conversations);
    });
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
