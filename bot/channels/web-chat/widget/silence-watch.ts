import type { ClientPorts } from './client-ports';

// The server says something at least every 25 s: twice that in silence is a dead connection.
const SILENCE_MS = 60_000;

/** Calls `cut` when nothing is heard for a minute. */
export interface SilenceWatch {
  heard(): void;
  end(): void;
}

export function watchSilence({ schedule }: Pick<ClientPorts, 'schedule'>, cut: () => void): SilenceWatch {
  let forget = schedule(SILENCE_MS, cut);
  return {
    heard() {
      forget();
      forget = schedule(SILENCE_MS, cut);
    },
    end: () => forget(),
  };
}
