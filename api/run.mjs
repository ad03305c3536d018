// The door of every command: compiles, then runs .build/ with plain Node.
//   node api/run.mjs start | admin … | chat … | bench … | specs … | sim … | demo-whatsapp | content-check | build
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, isWorkshop, OUT } from './build.mjs';
import { supervise } from './supervise.mjs';

const [command = 'start', ...rest] = process.argv.slice(2);

await build(command);

// Room for what lives as long as a request: with Node's own, a loaded server collects garbage a tenth of its time.
const flags = ['--enable-source-maps', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=64'];
const entry = join(OUT, `${isWorkshop(command) ? command : 'main'}.cjs`);

if (command === 'start') {
  supervise(process.execPath, [...flags, entry, 'start', ...rest]);
} else if (command !== 'build') {
  const child = spawn(process.execPath, [...flags, entry, command, ...rest], { stdio: 'inherit' });
  // The terminal signals the whole group: the child decides how to end, and its word is ours.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
}
