import { systemClock } from '../../../../api/base/kernel/clock';
import type { ClientPorts, UploadAnswer, UploadTold } from './client-ports';
import type { KeyStore } from './outbox';
import { jsonOf } from './protocol';

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

// fetch cannot tell how much of a body has gone.
function upload(path: string, file: Blob, { progress, signal }: UploadTold): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      progress(total > 0 ? loaded / total : 0),
    );
    request.addEventListener('load', () =>
      resolve({ status: request.status, body: jsonOf(request.responseText) }),
    );
    for (const end of ['error', 'abort', 'timeout']) {
      request.addEventListener(end, () => reject(new Error(end)));
    }
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

/** The client's ports in a real browser. */
export const browserPorts: ClientPorts = {
  openSocket: (path) => new WebSocket(location.origin.replace(/^http/, 'ws') + path),
  upload,
  isFramed: window.parent !== window,
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
