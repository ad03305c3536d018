import { describe, expect, it } from '@jest/globals';
import { examine } from '../../../../../api/base/anexos/recibir/examine';
import { createReceiveFile } from '../../../../../api/base/anexos/recibir/receive-file';
import { END_OF_TIME, type AnexosStore } from '../../../../../api/base/anexos/anexos';
import { failure } from '../../../../../api/base/kernel/failures';
import { silentLogger } from '../../../../../api/base/kernel/logger';
import { MAX_ANEXO_BYTES } from '../../../../../api/base/kernel/receive-file';
import { err, valueOf } from '../../../../../api/base/kernel/result';
import { sha256 } from '../../../../../api/comunicaciones/book-chain';
import { readAll } from '../../../../contracts/anexos-contract';
import { manualClock } from '../../../../fakes/manual-clock';
import { memoryAnexos } from '../../../../fakes/memory-anexos';
import { plantedIn } from '../../../../fakes/planted-in';
import { photo } from '../../../../fakes/sample-files';

const MIB = 1024 * 1024;

function receiver(over: Partial<AnexosStore> = {}) {
  const anexos = { ...memoryAnexos(manualClock(), MAX_ANEXO_BYTES), ...over };
  const receiveFile = createReceiveFile({ anexos, examine, logger: silentLogger });
  const stored = async () => {
    const names: string[] = [];
    for await (const name of anexos.storedBefore(END_OF_TIME)) names.push(name);
    return names;
  };
  return { anexos, receiveFile, stored };
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

describe('receiving a file', () => {
  it('keeps the original under its hash, and beside it a derivative without metadata', async () => {
    const { anexos, receiveFile, stored } = receiver();
    const bytes = await photo('jpeg');
    const received = valueOf(await receiveFile({ nombre: 'C:\\fotos\\hueco.png', content: once(bytes) }));
    expect(received).toMatchObject({
      sha256: sha256(bytes),
      nombre: 'hueco.jpg',
      tipo: 'image/jpeg',
      bytes: bytes.length,
    });
    const vista = await readAll(anexos, received.vista?.sha256 ?? '');
    expect(vista?.length).toBe(received.vista?.bytes);
    expect(plantedIn(vista ?? bytes)).toEqual([]);
    expect(await stored()).toHaveLength(2);
  });

  it('keeps a plain text once: it is its own derivative', async () => {
    const { receiveFile, stored } = receiver();
    const content = Buffer.from('La vía está dañada');
    const { vista, ...text } = valueOf(await receiveFile({ nombre: 'carta.txt', content: once(content) }));
    expect(vista).toEqual({ sha256: text.sha256, tipo: 'text/plain', bytes: content.length });
    expect(await stored()).toEqual([text.sha256]);
  });

  it('of 200 MB stops reading near the limit', async () => {
    const { receiveFile, stored } = receiver();
    let read = 0;
    async function* huge(): AsyncGenerator<Uint8Array> {
      for (; read < 200 * MIB; read += MIB) yield new Uint8Array(MIB);
    }
    expect(await receiveFile({ nombre: 'video.mp4', content: huge() })).toEqual(
      err({ nombre: 'video.mp4', motivo: 'MUY_GRANDE' }),
    );
    expect(read).toBeLessThanOrEqual(MAX_ANEXO_BYTES + 2 * MIB);
    expect(await stored()).toEqual([]);
  });

  it('says why it was not received, and leaves nothing of it', async () => {
    const { receiveFile, stored } = receiver();
    async function* cut(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('%PDF-1.7');
      throw new Error('the phone lost its signal');
    }
    expect(await receiveFile({ nombre: '', content: once(new Uint8Array()) })).toEqual(
      err({ nombre: 'archivo', motivo: 'VACIO' }),
    );
    expect(await receiveFile({ nombre: 'carta.pdf', content: cut() })).toEqual(
      err({ nombre: 'carta.pdf', motivo: 'INCOMPLETO' }),
    );
    expect(await receiveFile({ nombre: 'carta.pdf', content: once(Buffer.from('MZ\u0090\0')) })).toEqual(
      err({ nombre: 'carta.pdf', motivo: 'TIPO_NO_COINCIDE' }),
    );
    expect(await stored()).toEqual([]);
  });

  it.each(['NO_SPACE_FOR_FILES', 'STORE_UNAVAILABLE'] as const)(
    'without room for it says so: %s',
    async (code) => {
      const { receiveFile } = receiver({ put: async () => err(failure(code)) });
      expect(await receiveFile({ nombre: 'a.txt', content: once(Buffer.from('hola')) })).toEqual(
        err({ nombre: 'a.txt', motivo: 'SIN_ESPACIO' }),
      );
    },
  );

  it('that fails in our own disk never throws: the filing goes on without it', async () => {
    const { receiveFile } = receiver({ get: async () => Promise.reject(new Error('EIO')) });
    expect(await receiveFile({ nombre: 'a.txt', content: once(Buffer.from('hola')) })).toEqual(
      err({ nombre: 'a.txt', motivo: 'SIN_ESPACIO' }),
    );
  });

  it('examines two at once at most', async () => {
    let [now, most] = [0, 0];
    const anexos = memoryAnexos(manualClock());
    const receiveFile = createReceiveFile({
      anexos,
      logger: silentLogger,
      examine: async (bytes, nombre) => {
        most = Math.max(most, ++now);
        await new Promise(setImmediate);
        now -= 1;
        return examine(bytes, nombre);
      },
    });
    const texts = Array.from({ length: 12 }, (_, i) => once(Buffer.from(`texto ${i}`)));
    const received = await Promise.all(
      texts.map((content, i) => receiveFile({ nombre: `${i}.txt`, content })),
    );
    expect(received.every(({ ok }) => ok)).toBe(true);
    expect(most).toBe(2);
  });
});
