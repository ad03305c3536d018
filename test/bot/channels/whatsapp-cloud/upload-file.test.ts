import { describe, expect, it } from '@jest/globals';
import type { File } from 'node:buffer';
import type { FormData } from 'undici';
import { silentLogger } from '../../../../api/base/kernel/logger';
import type { GraphAnswer } from '../../../../bot/channels/whatsapp-cloud/graph-client';
import { createUploadedFiles } from '../../../../bot/channels/whatsapp-cloud/upload-file';
import { aFile, FORMATO, FORMATO_BYTES } from '../../../fakes/a-file';
import { manualClock } from '../../../fakes/manual-clock';

const DAY = 86_400_000;
const NOT_SENT: GraphAnswer = { kind: 'NOT_SENT' };
const refused = (code: number): GraphAnswer => ({ kind: 'REFUSED', code });

/** Our files before a Graph that answers so, one after another, and then takes all. */
function files(answers: readonly GraphAnswer[] = [], isThere = true) {
  const clock = manualClock();
  const uploads: FormData[] = [];
  const opened: string[] = [];
  const { idOf, refused: refuse } = createUploadedFiles({
    graph: {
      postForm: async (path, form) => {
        expect(path).toBe('111/media');
        uploads.push(form);
        return answers[uploads.length - 1] ?? { kind: 'OK', body: { id: `media-${uploads.length}` } };
      },
    },
    settings: { phoneNumberId: '111' },
    openArchivo: async ({ nombre }) => {
      opened.push(nombre);
      return isThere ? FORMATO_BYTES : undefined;
    },
    clock,
    wait: async (milliseconds) => clock.advance(milliseconds),
    logger: silentLogger,
  });
  return { clock, uploads, opened, idOf: (one = FORMATO) => idOf(one), refuse };
}

describe('a file of ours at the provider', () => {
  it('is uploaded with its type and name', async () => {
    const { idOf, uploads } = files();
    expect(await idOf()).toBe('media-1');
    const [form] = uploads;
    const file = form?.get('file') as File;
    expect([form?.get('messaging_product'), form?.get('type')]).toEqual(['whatsapp', 'application/pdf']);
    expect([file.name, file.type]).toEqual(['formato.pdf', 'application/pdf']);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(FORMATO_BYTES);
  });

  it('is uploaded once for everybody, by its content, until well before it is forgotten there', async () => {
    const { idOf, clock, uploads } = files();
    expect(await Promise.all([idOf(), idOf(), idOf({ ...FORMATO, nombre: 'otro-nombre.pdf' })])).toEqual([
      'media-1',
      'media-1',
      'media-1',
    ]);
    clock.advance(24 * DAY);
    expect(await idOf()).toBe('media-1');
    clock.advance(2 * DAY);
    expect(await idOf()).toBe('media-2');
    expect(uploads).toHaveLength(2);
  });

  it('is tried again when nothing was sent or it may pass, and goes as a link when it does not', async () => {
    expect(await files([NOT_SENT, refused(131_000)]).idOf()).toBe('media-3');
    const { idOf, uploads, clock } = files([NOT_SENT, NOT_SENT, NOT_SENT]);
    expect(await idOf()).toBeUndefined();
    // Nobody else waits for it.
    expect(await idOf()).toBeUndefined();
    expect(uploads).toHaveLength(3);
    clock.advance(61_000);
    expect(await idOf()).toBe('media-4');
  });

  it.each([refused(131_053), refused(190), { kind: 'UNKNOWN' } as const, { kind: 'OK', body: {} } as const])(
    'goes as a link at once when the upload ends as %j',
    async (answer) => {
      const { idOf, uploads } = files([answer]);
      expect(await idOf()).toBeUndefined();
      expect(uploads).toHaveLength(1);
    },
  );

  it('is not uploaded when it is not there, or weighs more than WhatsApp takes', async () => {
    const gone = files([], false);
    expect([await gone.idOf(), gone.uploads]).toEqual([undefined, []]);
    const { idOf, uploads, opened } = files();
    const photo = { ...aFile('foto.jpg', 'image/jpeg', FORMATO_BYTES), bytes: 5_000_001 };
    expect(await idOf(photo)).toBeUndefined();
    expect([uploads, opened]).toEqual([[], []]);
  });

  it('is uploaded again when a message with it is refused, and goes as a link a while when that is too', async () => {
    const { idOf, refuse, clock } = files();
    expect(await idOf()).toBe('media-1');
    refuse('of nobody');
    refuse('media-1');
    refuse('media-1');
    expect(await idOf()).toBe('media-2');
    refuse('media-2');
    expect(await idOf()).toBeUndefined();
    clock.advance(61 * 60_000);
    expect(await idOf()).toBe('media-3');
  });
});
