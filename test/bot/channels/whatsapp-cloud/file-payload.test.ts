import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ArchivoAdjunto, OutboundMessage } from '../../../../bot/channels/channel';
import { fileIn } from '../../../../bot/channels/whatsapp-cloud/file-payload';
import { plainReply } from '../../../../bot/channels/plain-reply';
import { LIMITS } from '../../../../bot/channels/whatsapp-cloud/limits';
import { payloadOf } from '../../../../bot/channels/whatsapp-cloud/message-payload';
import type { Payload } from '../../../../bot/channels/whatsapp-cloud/payload';
import { aFile, FORMATO } from '../../../fakes/a-file';
import { realTexts } from '../../../fakes/real-texts';

const texts = realTexts('whatsapp');
const PHOTO = aFile('plano.png', 'image/png', Buffer.from('png'));
const SOUND = aFile('nota.ogg', 'audio/ogg', Buffer.from('OggS'));
const options = (...titles: readonly string[]) => titles.map((titulo, i) => ({ id: `o${i}`, titulo }));

const show = (archivo: ArchivoAdjunto, texto: string, ...titles: readonly string[]) =>
  payloadOf({ texto, opciones: options(...titles), archivo }, texts, { archivo, id: 'media-1' });
const LINK = 'Formato (PDF, 1 kB): /archivos/formato.pdf';

describe('a bubble with a file on WhatsApp', () => {
  it('is the file over its buttons', () => {
    expect(show(FORMATO, 'Aquí está.', 'Menú')).toEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        header: { type: 'document', document: { id: 'media-1', filename: 'formato.pdf' } },
        body: { text: 'Aquí está.' },
        action: { buttons: [{ type: 'reply', reply: { id: 'o0', title: 'Menú' } }] },
      },
    });
    expect(show(PHOTO, 'Aquí está.', 'Menú')).toMatchObject({
      interactive: { header: { type: 'image', image: { id: 'media-1' } } },
    });
  });

  it('is the file with its text beneath, and its options by number when they are no buttons', () => {
    expect(show(PHOTO, 'Aquí está.')).toEqual({
      type: 'image',
      image: { id: 'media-1', caption: 'Aquí está.' },
    });
    expect(show(FORMATO, 'Aquí está.', 'A', 'B', 'C', 'D')).toEqual({
      type: 'document',
      document: { id: 'media-1', filename: 'formato.pdf', caption: 'Aquí está.\n1. A\n2. B\n3. C\n4. D' },
    });
    expect(show(FORMATO, '')).toEqual({
      type: 'document',
      document: { id: 'media-1', filename: 'formato.pdf' },
    });
  });

  it('is text with a link when the text is long, the file is a sound, or the provider has none', () => {
    expect(show(FORMATO, 'x'.repeat(1_024)).type).toBe('document');
    const long = show(FORMATO, 'x'.repeat(1_025));
    expect(long.type).toBe('text');
    expect(JSON.stringify(long)).toContain(LINK);
    expect(show(SOUND, 'Aquí está.', 'Menú')).toMatchObject({ interactive: { type: 'button' } });
    expect(JSON.stringify(show(SOUND, 'Aquí está.', 'Menú'))).toContain('/archivos/nota.ogg');
    const without = payloadOf({ texto: 'Aquí está.', opciones: [], archivo: FORMATO }, texts);
    expect(without).toMatchObject({ text: { body: `Aquí está.\n${LINK}` } });
  });

  it('is text with a link where the place is asked for', () => {
    const message = { texto: '¿Dónde?', opciones: [], archivo: FORMATO, pide: 'UBICACION' } as const;
    expect(payloadOf(message, texts, { archivo: FORMATO, id: 'media-1' })).toMatchObject({
      interactive: { type: 'location_request_message', body: { text: `¿Dónde?\n${LINK}` } },
    });
  });

  it('is within every limit, and always brings the file or its link', () => {
    const title = fc.string({ maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6_000, unit: 'grapheme' }),
        fc.array(title, { maxLength: 12 }),
        fc.constantFrom(FORMATO, PHOTO, SOUND),
        fc.boolean(),
        (texto, titles, archivo, isUploaded) => {
          const message: OutboundMessage = { texto, opciones: options(...titles), archivo };
          const payload = payloadOf(message, texts, isUploaded ? { archivo, id: 'media-1' } : undefined);
          expect(overLimits(payload)).toEqual([]);
          const brings = fileIn(payload) === 'media-1' || JSON.stringify(payload).includes(archivo.url);
          const beside = plainReply({ ...message, texto: '' }, true).length;
          expect(brings || beside > LIMITS.text - 200).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

interface Shown {
  readonly text?: { readonly body: string };
  readonly image?: { readonly caption?: string };
  readonly document?: { readonly caption?: string };
  readonly interactive?: {
    readonly body: { readonly text: string };
    readonly action: {
      readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
      readonly sections?: readonly {
        readonly rows: readonly { readonly id: string; readonly title: string }[];
      }[];
    };
  };
}

/** Every text of a message that is longer than it may be, and lists with more than they may have. */
function overLimits(payload: Payload): string[] {
  const { text, image, document, interactive } = payload as unknown as Shown;
  const buttons = interactive?.action.buttons ?? [];
  const rows = interactive?.action.sections?.flatMap((section) => section.rows) ?? [];
  const measured: readonly (readonly [name: string, length: number, most: number])[] = [
    ['text', text?.body.length ?? 0, LIMITS.text],
    ['caption', (image ?? document)?.caption?.length ?? 0, LIMITS.caption],
    ['body', interactive?.body.text.length ?? 0, LIMITS.interactiveBody],
    ['buttons', buttons.length, LIMITS.buttons],
    ...buttons.map(({ reply }) => ['button', reply.title.length, LIMITS.buttonTitle] as const),
    ['rows', rows.length, LIMITS.rows],
    ...rows.map(({ title }) => ['row', title.length, LIMITS.rowTitle] as const),
  ];
  return measured.filter(([, length, most]) => length > most).map(([name]) => name);
}
