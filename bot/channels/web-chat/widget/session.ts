import type { ClientPorts } from './client-ports';

/** The cookie that joins a browser with its conversation. */
export interface Session {
  /** Asks the server; when there is no session (401), opens one and asks once more. Throws when the net fails. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}

/** `renewed` is told of each new session before anything is asked under it. */
export function createSession({ fetch }: Pick<ClientPorts, 'fetch'>, renewed: () => void): Session {
  let opening: Promise<boolean> | undefined;
  const open = async (): Promise<boolean> => {
    try {
      const response = await fetch('/chat/sesion', { method: 'POST' });
      if (response.ok) renewed();
      return response.ok;
    } finally {
      opening = undefined;
    }
  };
  return {
    async fetch(path, init) {
      const response = await fetch(path, init);
      if (response.status !== 401) return response;
      // Those who find out together share one new session.
      opening ??= open();
      return (await opening) ? fetch(path, init) : response;
    },
  };
}
