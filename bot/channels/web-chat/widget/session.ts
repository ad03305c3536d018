import type { ClientPorts } from './client-ports';

/** The cookie that joins a browser with its conversation. */
export interface Session {
  /** Asks the server; when there is no session (401), opens one and asks once more. Throws when the net fails. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

interface SessionNews {
  /** Told of each new session before anything is asked under it. */
  readonly renewed: () => void;
  /** The browser did not keep the session it was given: it is of no use to open more. */
  readonly refused: () => void;
}

export function createSession(
  { fetch, isFramed }: Pick<ClientPorts, 'fetch' | 'isFramed'>,
  { renewed, refused }: SessionNews,
): Session {
  let opening: Promise<boolean> | undefined;
  let isRefused = false;
  const open = async (): Promise<boolean> => {
    try {
      const response = await fetch(isFramed ? '/chat/sesion?marco=1' : '/chat/sesion', { method: 'POST' });
      if (response.ok) renewed();
      return response.ok;
    } finally {
      opening = undefined;
    }
  };
  return {
    async fetch(path, init) {
      const response = await fetch(path, init);
      if (response.status !== 401 || isRefused) return response;
      // Those who find out together share one new session.
      opening ??= open();
      if (!(await opening)) return response;
      const again = await fetch(path, init);
      if (again.status === 401 && !isRefused) {
        isRefused = true;
        refused();
      }
      return again;
    },
  };
}
