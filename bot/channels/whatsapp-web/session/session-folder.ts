import { chmod, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { stateFile } from './state-file';
import { writePrivately } from './write-privately';

const OWN = 0o700;

/** The folder of the channel. All of it is as a password: whoever has it has the number. */
export function sessionFolder(root: string) {
  const path = (name: string): string => join(root, name);
  const [sesion, medios, qr] = [path('sesion'), path('medios'), path('codigo.png')];
  const profile = join(sesion, 'session');
  return {
    root,
    sesion,
    medios,
    qr,
    /** Where the door of the owner is. */
    dueno: path('dueno.sock'),
    ...stateFile(path('estado.json')),
    async prepare(): Promise<void> {
      for (const folder of [root, sesion, medios]) {
        await mkdir(folder, { recursive: true, mode: OWN });
        await chmod(folder, OWN);
      }
    },
    /** Before a child starts: files that nobody will ask for, an old code, and locks of a browser that died. */
    async clean(): Promise<void> {
      for (const name of await readdir(medios)) await rm(join(medios, name), { force: true });
      for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
        await rm(join(profile, lock), { force: true });
      }
      await rm(qr, { force: true });
    },
    forgetSession: (): Promise<void> => rm(profile, { recursive: true, force: true }),
    writeQr: (png: Buffer): Promise<void> => writePrivately(qr, png),
    removeQr: (): Promise<void> => rm(qr, { force: true }),
  };
}

export type SessionFolder = ReturnType<typeof sessionFolder>;
