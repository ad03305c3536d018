// The tiny parent: starts the server again when it dies, and ends with it when it ends on purpose.
import { spawn } from 'node:child_process';

/** Exit codes that another try would not change: bad configuration (78), the data folder has another owner (75). */
const FINAL = new Set([0, 75, 78]);
const MAX_RESTARTS = 10;
const WINDOW_MS = 60_000;

export function supervise(command, args) {
  const deaths = [];
  let stopping = false;
  let child;

  const launch = () => {
    // The channel lets the server notice that its parent is gone, so that it never stays behind holding the port.
    child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    child.on('exit', (code, signal) => {
      if (stopping || FINAL.has(code)) process.exit(code ?? 0);
      const now = performance.now();
      deaths.push(now);
      while (deaths[0] < now - WINDOW_MS) deaths.shift();
      if (deaths.length > MAX_RESTARTS) {
        console.error(`El servidor se cayó ${deaths.length} veces en un minuto: no se inicia más.`);
        process.exit(1);
      }
      console.error(`El servidor terminó (${signal ?? code}); se inicia otra vez.`);
      setTimeout(launch, Math.min(200 * 2 ** (deaths.length - 1), 5_000));
    });
  };

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => {
      stopping = true;
      child?.kill(signal);
    });
  }
  launch();
}
