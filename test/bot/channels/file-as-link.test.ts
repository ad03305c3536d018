import { describe, expect, it } from '@jest/globals';
import { plainReply } from '../../../bot/channels/plain-reply';
import { linkedFrom } from '../../../bot/engine/absolute-links';
import { FORMATO } from '../../fakes/a-file';

const bubble = { texto: 'Aquí está.', opciones: [{ id: 'menu', titulo: 'Menú' }], archivo: FORMATO };
const SITE = 'https://chat.example.org';
const link = (url: string) => ({ titulo: 'Formato (PDF, 1 kB)', url });

describe('a bubble with a file', () => {
  it('is one link more where no files are sent', () => {
    expect(linkedFrom(SITE, 'WEB_CHAT')(bubble)).toEqual({
      texto: 'Aquí está.',
      opciones: bubble.opciones,
      enlaces: [link('/archivos/formato.pdf')],
    });
    const other = { ...bubble, enlaces: [{ titulo: 'Otro', url: '/x' }] };
    expect(linkedFrom(SITE, 'TERMINAL')(other)).toMatchObject({
      enlaces: [{ titulo: 'Otro', url: `${SITE}/x` }, link(`${SITE}/archivos/formato.pdf`)],
    });
  });

  it('carries the file, with its whole address, where files are sent', () => {
    expect(linkedFrom(SITE, 'WHATSAPP')(bubble)).toEqual({
      ...bubble,
      archivo: { ...FORMATO, url: `${SITE}/archivos/formato.pdf` },
    });
  });

  it('says its address as plain text', () => {
    expect(plainReply(bubble, true)).toBe('Aquí está.\nFormato (PDF, 1 kB): /archivos/formato.pdf\n1. Menú');
  });
});
