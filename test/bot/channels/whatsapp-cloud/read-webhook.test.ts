import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inboundOf } from '../../../../bot/channels/whatsapp-cloud/inbound-of';
import { readWebhook } from '../../../../bot/channels/whatsapp-cloud/read-webhook';
import { anyMessage } from '../../../../bot/channels/whatsapp-cloud/webhook-shape';
import { realTexts } from '../../../fakes/real-texts';

const texts = realTexts('whatsapp');

const NOW = new Date('2026-11-24T14:00:00Z');
const AT = String(Date.parse('2026-11-24T13:59:00Z') / 1_000);
const value = (fields: object, number = '111') => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: { messaging_product: 'whatsapp', metadata: { phone_number_id: number }, ...fields },
        },
      ],
    },
  ],
});
const text = { id: 'wamid.1', timestamp: AT, type: 'text', text: { body: 'Hola' } };
const read = (body: unknown) => readWebhook(body, '111', NOW);

describe('who a message is from', () => {
  it('is told by the phone, by the user id or by both', () => {
    const contacts = [{ wa_id: '573001112233', user_id: 'CO.ana', profile: { name: 'Ana' } }];
    const aliasOf = (message: object, people: object[] = contacts) => {
      const [event] = read(value({ contacts: people, messages: [{ ...text, ...message }] }));
      return event?.kind === 'MESSAGE' ? event.alias : event?.kind;
    };
    expect(aliasOf({ from: '573001112233' })).toEqual({ telefono: '573001112233', bsuid: 'CO.ana' });
    expect(aliasOf({ from_user_id: 'CO.ana' })).toEqual({ telefono: '573001112233', bsuid: 'CO.ana' });
    expect(aliasOf({ from_user_id: 'CO.luz' })).toEqual({ bsuid: 'CO.luz' });
    expect(aliasOf({ from: '573009998877' }, [])).toEqual({ telefono: '573009998877' });
    expect(aliasOf({}, [])).toBe('IGNORED');
  });

  it('is never another of the same batch', () => {
    const contacts = [
      { wa_id: '571', user_id: 'CO.a' },
      { wa_id: '572', user_id: 'CO.b' },
    ];
    const messages = [
      { ...text, from: '572' },
      { ...text, from: '571' },
    ];
    expect(read(value({ contacts, messages }))).toMatchObject([
      { alias: { telefono: '572', bsuid: 'CO.b' } },
      { alias: { telefono: '571', bsuid: 'CO.a' } },
    ]);
  });
});

describe('a webhook', () => {
  it('is read whole: several entries, messages and statuses, another number ignored', () => {
    const batch = {
      object: 'whatsapp_business_account',
      entry: [
        ...value({ messages: [{ ...text, from: '571' }] }).entry,
        ...value({ messages: [{ ...text, from: '571' }] }, '999').entry,
        { changes: [{ field: 'account_update', value: {} }] },
        ...value({ statuses: [{ id: 'wamid.9', status: 'read', timestamp: AT }] }).entry,
      ],
    };
    expect(read(batch).map((one) => (one.kind === 'IGNORED' ? one.why : one.kind))).toEqual([
      'MESSAGE',
      'other-number',
      'account_update',
      'STATUS',
    ]);
  });

  it('tells what became of a message, with our id when it comes back', () => {
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' };
    const errors = [{ code: 131_047, title: 'Re-engagement message' }];
    const statuses = [
      { id: 'w', status: 'sent', timestamp: AT, biz_opaque_callback_data: 'RESPUESTA.x', pricing },
      { id: 'w', status: 'failed', timestamp: AT, errors },
      { id: 'w', status: 'played', timestamp: AT },
      { id: 'w', status: 'something-new', timestamp: AT },
    ];
    const en = new Date('2026-11-24T13:59:00Z');
    expect(read(value({ statuses }))).toEqual([
      {
        kind: 'STATUS',
        dicho: {
          de: { id: 'RESPUESTA.x' },
          estado: 'ENVIADO',
          en,
          cobro: { facturable: true, categoria: 'service' },
        },
      },
      { kind: 'STATUS', dicho: { de: { proveedorId: 'w' }, estado: 'FALLIDO', en, codigo: '131047' } },
      { kind: 'STATUS', dicho: { de: { proveedorId: 'w' }, estado: 'LEIDO', en } },
      { kind: 'IGNORED', why: 'status' },
    ]);
  });

  it('follows who changes number or user id', () => {
    const system = (fields: object, from: object) =>
      read(value({ messages: [{ id: 'w', timestamp: AT, type: 'system', system: fields, ...from }] }))[0];
    expect(system({ type: 'user_changed_number', wa_id: '572' }, { from: '571' })).toEqual({
      kind: 'RENAMED',
      before: { telefono: '571' },
      after: { telefono: '572' },
      en: expect.any(Date),
    });
    expect(system({ type: 'user_changed_user_id', user_id: 'CO.b' }, { from_user_id: 'CO.a' })).toEqual({
      kind: 'RENAMED',
      before: { bsuid: 'CO.a' },
      after: { bsuid: 'CO.b' },
      en: expect.any(Date),
    });
    expect(system({ type: 'other' }, { from: '571' })).toMatchObject({ kind: 'IGNORED' });
  });

  it('counts as of now what says that it is of the future, or of no time', () => {
    const future = String(NOW.getTime() / 1_000 + 3_600);
    for (const timestamp of [future, 'x', '', '-5']) {
      expect(read(value({ messages: [{ ...text, from: '571', timestamp }] }))[0]).toMatchObject({ en: NOW });
    }
  });

  it('loses nothing of a batch for a part of it that cannot be read', () => {
    const whole = value({ messages: [{ ...text, from: '571' }] });
    const mixed = { changes: [{ value: {} }, ...(whole.entry[0]?.changes ?? [])] };
    const events = read({ ...whole, entry: [null, { id: '1' }, mixed] });
    expect(events.map((one) => ('why' in one ? one.why : one.kind))).toEqual([
      'entry',
      'entry',
      'change',
      'MESSAGE',
    ]);
  });

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        read(a);
        read(value({ messages: [a, b], statuses: [b], contacts: [a], errors: [b] }));
        read({
          object: 'whatsapp_business_account',
          entry: [{ changes: [{ field: 'messages', value: a }] }],
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe('what a message says', () => {
  const said = (fields: object) =>
    inboundOf(anyMessage.parse({ id: 'w', timestamp: AT, from: '571', ...fields }), texts);
  const hash = Buffer.alloc(32, 7);

  it('is read of every kind', () => {
    expect(said({ type: 'text', text: { body: 'Hola' } })).toEqual({ texto: 'Hola' });
    const reply = { type: 'button_reply', button_reply: { id: 'si', title: 'Sí' } };
    expect(said({ type: 'interactive', interactive: reply })).toEqual({ texto: 'Sí', opcion: 'si' });
    const row = { type: 'list_reply', list_reply: { id: 'b', title: 'Basuras', description: 'x' } };
    expect(said({ type: 'interactive', interactive: row })).toEqual({ texto: 'Basuras', opcion: 'b' });
    expect(said({ type: 'button', button: { payload: 'x', text: 'Ver mi caso' } })).toEqual({
      texto: 'Ver mi caso',
    });
    expect(said({ type: 'location', location: { latitude: 3.4087, longitude: -76.3492 } })?.texto).toBe(
      'Ubicación: 3.408700, -76.349200',
    );
    const place = { latitude: 3.4, longitude: -76.3, name: 'Parque', address: 'Calle 9' };
    expect(said({ type: 'location', location: place })?.texto).toContain('(Parque, Calle 9)');
    const contacts = [{ name: { formatted_name: 'Luz' }, phones: [{ phone: '+57 300' }] }];
    expect(said({ type: 'contacts', contacts })?.texto).toBe('Contacto: Luz +57 300');
  });

  it('brings its files with the hash in hexadecimal, however it was told', () => {
    const sha256 = hash.toString('hex');
    const image = { id: 'm1', mime_type: 'image/jpeg', sha256: hash.toString('base64'), caption: 'El hueco' };
    expect(said({ type: 'image', image })).toEqual({
      texto: 'El hueco',
      porBajar: [{ id: 'm1', nombre: 'foto.jpg', sha256 }],
    });
    const document = { id: 'm2', sha256, filename: 'carta.pdf' };
    expect(said({ type: 'document', document })?.porBajar).toEqual([
      { id: 'm2', nombre: 'carta.pdf', sha256 },
    ]);
    expect(said({ type: 'audio', audio: { id: 'm3', voice: true } })?.porBajar).toEqual([
      { id: 'm3', nombre: 'nota-de-voz.ogg' },
    ]);
  });

  it('is told when it cannot be read, and nothing is answered to a reaction', () => {
    expect(said({ type: 'unsupported', errors: [{ code: 131_051 }] })?.suceso).toBe('NO_LEGIBLE');
    expect(said({ type: 'sticker', sticker: { id: 'm' } })?.suceso).toBe('NO_LEGIBLE');
    expect(said({ type: 'text' })?.suceso).toBe('NO_LEGIBLE');
    expect(said({ type: 'edit' })?.suceso).toBe('EDITADO');
    expect(said({ type: 'revoke' })?.suceso).toBe('BORRADO');
    expect(said({ type: 'reaction', reaction: { message_id: 'w', emoji: '👍' } })).toBeUndefined();
  });
});
