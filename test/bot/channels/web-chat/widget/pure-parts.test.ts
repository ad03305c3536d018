import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { retryDelay } from '../../../../../bot/channels/web-chat/widget/backoff';
import { fill, parseWords } from '../../../../../bot/channels/web-chat/widget/chat-words';
import { createEventParser } from '../../../../../bot/channels/web-chat/widget/event-parser';
import { groupedHistory } from '../../../../../bot/channels/web-chat/widget/grouped-history';
import {
  parseBotMessage,
  parseFrame,
  parseHistory,
} from '../../../../../bot/channels/web-chat/widget/protocol';
import { sendVerdict } from '../../../../../bot/channels/web-chat/widget/send-verdict';
import { transcriptHtml, transcriptText } from '../../../../../bot/channels/web-chat/widget/transcript';

describe('retryDelay', () => {
  it('doubles up to 30 s, and at least half of it is waited', () => {
    expect([0, 1, 2, 3, 4, 5, 50].map((attempt) => retryDelay(attempt, 0))).toEqual([
      500, 1000, 2000, 4000, 8000, 15_000, 15_000,
    ]);
    expect(retryDelay(9, 0.999_999)).toBe(30_000);
  });
});

describe('createEventParser', () => {
  const STREAM =
    ': hola\n\nid: 1\ndata: {"a":1}\n\nevent: turno\r\ndata: inicio\r\n\r\ndata: uno\ndata:dos\n\nid: 2\n\n';
  const EVENTS = [
    { event: 'message', data: '{"a":1}' },
    { event: 'turno', data: 'inicio' },
    { event: 'message', data: 'uno\ndos' },
  ];

  it('gives the same events however the stream is cut', () => {
    const cuts = fc.array(fc.integer({ min: 0, max: STREAM.length }), { maxLength: 12 });
    fc.assert(
      fc.property(cuts, (places) => {
        const parse = createEventParser();
        const edges = [0, ...places.toSorted((a, b) => a - b), STREAM.length];
        const pieces = edges.slice(1).map((end, index) => STREAM.slice(edges[index], end));
        expect(pieces.flatMap(parse)).toEqual(EVENTS);
      }),
    );
  });
});

describe('sendVerdict', () => {
  it.each([
    [200, 'delivered'],
    [202, 'delivered'],
    [400, 'refused'],
    [413, 'refused'],
    [422, 'refused'],
    [401, 'retry'],
    [404, 'retry'],
    [408, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('%i is %s', (status, kind) => {
    expect(sendVerdict(status, null)).toEqual({ kind });
  });

  it('waits what Retry-After says, within reason', () => {
    const seconds = (header: string | null) => sendVerdict(429, header);
    expect([seconds('7'), seconds(null), seconds('mañana'), seconds('9999')]).toEqual([
      { kind: 'wait', seconds: 7 },
      { kind: 'wait', seconds: 5 },
      { kind: 'wait', seconds: 5 },
      { kind: 'wait', seconds: 120 },
    ]);
  });
});

describe('parseBotMessage', () => {
  it('takes only what is a message, and never a link to a script', () => {
    const enlaces = [
      { titulo: 'Página', url: '/privacidad' },
      { titulo: 'Sitio', url: 'https://www.candelaria-valle.gov.co' },
      { titulo: 'Malo', url: 'javascript:alert(1)' },
      { titulo: 'De otro', url: '//otro.example' },
    ];
    const message = parseBotMessage({
      seq: 3,
      texto: 'Hola',
      enlaces,
      opciones: [{ id: 'a', titulo: 'A' }, 7],
      en: 'x',
    });
    expect(message).toEqual({
      seq: 3,
      texto: 'Hola',
      enlaces: enlaces.slice(0, 2),
      opciones: [{ id: 'a', titulo: 'A' }],
      en: 'x',
    });
    for (const other of [undefined, null, 'x', 7, [], { seq: '1', texto: 'a' }, { seq: 1 }]) {
      expect(parseBotMessage(other)).toBeUndefined();
    }
  });
});

describe('parseHistory', () => {
  it('reads both sides, and leaves out what it cannot read', () => {
    const items = parseHistory({
      mensajes: [
        { de: 'asistente', seq: 1, texto: 'Hola', en: 'e1' },
        { de: 'ciudadano', id: 'm1', texto: 'Buenas', en: 'e2' },
        { de: 'asistente' },
        null,
      ],
    });
    expect(items.map(({ de, mensaje }) => `${de}: ${mensaje.texto}`)).toEqual([
      'asistente: Hola',
      'ciudadano: Buenas',
    ]);
    expect(parseHistory('nada')).toEqual([]);
  });
});

describe('the words', () => {
  it('are filled once: what a person wrote is never expanded', () => {
    expect(fill('Opciones: {opciones}', { opciones: 'a {opciones} b' })).toBe('Opciones: a {opciones} b');
  });

  it('that are missing show their name', () => {
    expect(parseWords('{"usted":"Usted"}')).toMatchObject({ usted: 'Usted', asistente: 'asistente' });
    expect(parseWords(null).enviar).toBe('enviar');
  });
});

const WORDS = {
  archivoTitulo: 'Conversación con la Alcaldía',
  prueba: 'PRUEBA',
  datosPersonales: 'Tiene datos personales.',
};

describe('transcriptHtml', () => {
  const pageOf = (texto: string, url = '/constancia') =>
    transcriptHtml(
      [{ quien: 'Usted', en: '2026-11-24T09:00:00-05:00', texto, enlaces: [{ titulo: texto, url }] }],
      WORDS,
      'https://chat.example.org',
    );

  it('is a page in Spanish with its title, a list and whole addresses, after the warnings', () => {
    const page = pageOf('Hola\nahí');
    expect(page).toContain('<html lang="es-CO">');
    expect(page).toContain(
      '<h1>Conversación con la Alcaldía</h1><p>PRUEBA</p><p>Tiene datos personales.</p>',
    );
    expect(page).toContain('<p>Hola<br>ahí</p>');
    expect(page).toContain('href="https://chat.example.org/constancia"');
  });

  it('lets nothing that anybody wrote become markup', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (texto, url) => {
        const page = pageOf(`${texto}<img src=x onerror=a()>"`, `${url}"><b>`);
        expect(page).not.toContain('<img');
        expect(page).not.toContain('<b>');
      }),
    );
  });

  it('says PRUEBA only while it is', () => {
    expect(transcriptText([], { ...WORDS, prueba: '' })).toBe(
      'Conversación con la Alcaldía\n\nTiene datos personales.\n',
    );
  });
});

describe('parseFrame', () => {
  it('reads what the socket says, and takes what it cannot read for a sign of life', () => {
    expect(parseFrame('{"tipo":"acuse","id":"m1","repetido":true}')).toMatchObject({
      tipo: 'acuse',
      id: 'm1',
      answer: { status: 200 },
    });
    expect(parseFrame('{"tipo":"rechazo","id":"m1","estado":429,"segundos":7,"mensaje":"Espere."}')).toEqual({
      tipo: 'acuse',
      id: 'm1',
      answer: { status: 429, retryAfter: '7', mensaje: 'Espere.' },
    });
    expect(parseFrame('{"tipo":"respuestas","respuestas":[{"seq":1,"texto":"a"},null,{}]}')).toMatchObject({
      respuestas: [{ seq: 1, texto: 'a' }],
    });
    for (const odd of ['', 'x', '[]', '{"tipo":"otra"}', 'null', undefined, new ArrayBuffer(2)])
      expect(parseFrame(odd)).toEqual({ tipo: 'latido' });
  });
});

describe('groupedHistory', () => {
  it('keeps together what one turn said, and apart what two did', () => {
    const bot = (seq: number, en: string) =>
      ({ de: 'asistente', mensaje: { seq, texto: `${seq}`, opciones: [], enlaces: [], en } }) as const;
    const own = { de: 'ciudadano', mensaje: { id: 'm1', texto: 'hola', en: 'b' } } as const;
    const grouped = groupedHistory([bot(1, 'a'), bot(2, 'a'), own, bot(3, 'a'), bot(4, 'c')]);
    expect(
      grouped.map((one) => (one.de === 'asistente' ? one.mensajes.map(({ seq }) => seq) : one.mensaje.id)),
    ).toEqual([[1, 2], 'm1', [3], [4]]);
  });
});

describe('transcriptText', () => {
  it('says who, when and what, with addresses written out', () => {
    const text = transcriptText(
      [
        {
          quien: 'Asistente',
          en: '2026-11-24T09:00:00-05:00',
          texto: 'Listo.\nSu número es 2026-E-000001.',
          enlaces: [{ titulo: 'Constancia', url: '/constancia' }],
        },
        { quien: 'Usted', en: 'x', texto: 'Gracias', enlaces: [] },
      ],
      WORDS,
    );
    expect(text).toMatch(
      /^Conversación con la Alcaldía\n\nPRUEBA\n\nTiene datos personales\.\n\nAsistente \(24 de noviembre de 2026.*\):\nListo\.\nSu número es 2026-E-000001\.\nConstancia: \/constancia\n\nUsted \(\):\nGracias\n$/,
    );
  });
});
