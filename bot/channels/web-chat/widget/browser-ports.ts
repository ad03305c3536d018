import { systemClock } from '../../../../api/base/kernel/clock';
import type { ClientPorts } from './client-ports';
import type { KeyStore } from './outbox';

const ID_BYTES = 16;

/** 128 random bits in hexadecimal. `crypto.randomUUID` is missing where the page came without https. */
const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(ID_BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

// Even to name it throws where cookies are forbidden.
const browserStore: KeyStore = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
};

/** The client's ports in a real browser. */
export const browserPorts: ClientPorts = {
  fetch: (path, init) => fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init }),
  store: browserStore,
  schedule(milliseconds, task) {
    const timer = setTimeout(task, milliseconds);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  now: () => systemClock.now(),
  newId,
};
