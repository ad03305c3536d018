import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainReply } from '../../../../bot/channels/plain-reply';
import { LIMITS } from '../../../../bot/channels/whatsapp-cloud/limits';
import {
  payloadOf,
  recipientOf,
  templatePayload,
} from '../../../../bot/channels/whatsapp-cloud/message-payload';
import { realTexts } from '../../../fakes/real-texts';

const texts = realTexts('whatsapp');

const options = (...titles: string[]) => titles.map((titulo, i) => ({ id: `o${i}`, titulo }));
const show = (texto: string, opciones = options()) => payloadOf({ texto, opciones }, texts);

describe('a bubble on WhatsApp', () => {
  it('is buttons with up to three short options, a list with up to ten, and text beyond', () => {
    expect(show('¿Enviamos?', options('Sí', 'No'))).toEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: '¿Enviamos?' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'o0', title: 'Sí' } },
            { type: 'reply', reply: { id: 'o1', title: 'No' } },
          ],
        },
      },
    });
    expect(show('¿Cuál?', options('A', 'B', 'C', 'D'))).toMatchObject({
      interactive: {
        type: 'list',
        action: { button: 'Ver opciones', sections: [{ rows: [{ id: 'o0', title: 'A' }, {}, {}, {}] }] },
      },
    });
    expect(show('Hola')).toEqual({ type: 'text', text: { preview_url: false, body: 'Hola' } });
  });

  it('is a list when titles are long for a button, and numbered text when they are long for both', () => {
    expect(show('¿?', options('Hablar con una persona', 'No'))).toMatchObject({
      interactive: { type: 'list' },
    });
    const long = options('Una opción que no cabe en ninguna parte', 'No');
    expect(show('¿?', long)).toMatchObject({
      text: { body: '¿?\n1. Una opción que no cabe en ninguna parte\n2. No' },
    });
    expect(show('¿?', options('Sí', 'Sí'))).toMatchObject({ text: { body: '¿?\n1. Sí\n2. Sí' } });
    expect(show('x'.repeat(1_025), options('Sí'))).toMatchObject({ type: 'text' });
  });

  it('asks for the place with its options by number', () => {
    const asked = payloadOf({ texto: '¿Dónde?', opciones: options('No sé'), pide: 'UBICACION' }, texts);
    expect(asked).toEqual({
      type: 'interactive',
      interactive: {
        type: 'location_request_message',
        body: { text: '¿Dónde?\n1. No sé' },
        action: { name: 'send_location' },
      },
    });
  });

  it('carries its links as text', () => {
    const enlaces = [{ titulo: 'Su constancia', url: 'https://x.example/c' }];
    expect(payloadOf({ texto: 'Listo', opciones: [], enlaces }, texts)).toMatchObject({
      text: { body: 'Listo\nSu constancia: https://x.example/c' },
    });
  });

  it('leaves out the end of a long text, and says so, before its links and its options', () => {
    const enlaces = [{ titulo: 'Su constancia', url: 'https://x.example/c' }];
    const message = { texto: '😀'.repeat(3_000), opciones: options('Sí', 'No', 'Luego', 'Nunca'), enlaces };
    const { body } = payloadOf(message, texts)['text'] as { body: string };
    expect(body.length).toBeLessThanOrEqual(LIMITS.text);
    expect(body.isWellFormed()).toBe(true);
    expect(body).toContain(
      `😀\n${texts('whatsapp.cortado')}\nSu constancia: https://x.example/c\n1. Sí\n2. No\n3. Luego\n4. Nunca`,
    );
  });

  it('keeps every option, however long they are', () => {
    const opciones = Array.from({ length: 10 }, (_, i) => ({
      id: `${i}`,
      titulo: `${i} ${'x'.repeat(600)}`,
    }));
    const { text } = payloadOf({ texto: 'a'.repeat(3_000), opciones }, texts) as unknown as {
      text: { body: string };
    };
    expect(text.body.length).toBeLessThanOrEqual(4_096);
    expect(
      text.body
        .split('\n')
        .slice(-10)
        .map((line) => line.slice(0, 6)),
    ).toEqual(opciones.map((_, i) => `${i + 1}. ${i} xx`.slice(0, 6)));
  });

  it('is within every limit, and shows every option', () => {
    const title = fc.string({ maxLength: 40, unit: 'grapheme' });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 6_000, unit: 'grapheme' }),
        fc.array(title, { maxLength: 12 }),
        (texto, titles) => {
          const payload = show(texto, options(...titles));
          const shown = JSON.stringify(payload);
          const body =
            (payload['text'] as { body: string } | undefined)?.body ??
            (payload['interactive'] as { body: { text: string } }).body.text;
          const isText = payload.type === 'text';
          expect(body.length).toBeLessThanOrEqual(isText ? LIMITS.text : LIMITS.interactiveBody);
          // A long text gives way to its options; they alone may be longer than a message.
          if (plainReply({ texto: '', opciones: options(...titles) }, true).length < LIMITS.text - 200) {
            for (const one of titles) expect(shown).toContain(JSON.stringify(one).slice(1, -1));
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes to the phone when it is known, to the user id when not, to nobody without either', () => {
    expect(recipientOf({ telefono: '573', bsuid: 'CO.a' })).toEqual({ to: '573' });
    expect(recipientOf({ bsuid: 'CO.a' })).toEqual({ recipient: 'CO.a' });
    expect(recipientOf({ lid: '9' })).toBeUndefined();
  });

  it('is a template with its values in order', () => {
    expect(templatePayload('caso', 'es_CO', ['E-1', 'https://x'])).toEqual({
      type: 'template',
      template: {
        name: 'caso',
        language: { code: 'es_CO' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'E-1' },
              { type: 'text', text: 'https://x' },
            ],
          },
        ],
      },
    });
  });
});
