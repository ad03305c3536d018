import { describe, expect, it } from '@jest/globals';
import { Attachments, type Attachment } from '../../../../../bot/channels/web-chat/widget/attachments';
import type { UploadAnswer, UploadTold } from '../../../../../bot/channels/web-chat/widget/client-ports';

interface Going {
  readonly path: string;
  readonly told: UploadTold;
  readonly answer: (answer: UploadAnswer) => void;
  readonly fail: () => void;
}

const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

function start() {
  const going: Going[] = [];
  const asked: string[] = [];
  let all: readonly Attachment[] = [];
  let ids = 0;
  const attachments = new Attachments({
    ports: {
      newId: () => `f${++ids}`,
      upload: (path, _file, told) =>
        new Promise((resolve, reject) => {
          const fail = () => reject(new Error('net'));
          told.signal.addEventListener('abort', fail);
          going.push({ path, told, answer: resolve, fail });
        }),
    },
    session: () => ({
      async fetch(path) {
        asked.push(path);
        return new Response();
      },
    }),
    changed: (now) => (all = [...now]),
  });
  const states = () => all.map(({ nombre, upload }) => `${nombre} ${Object.values(upload).join(' ')}`);
  return { attachments, going, asked, states };
}

const file = (name: string, size = 3) => {
  const made = new File(['abc'], name);
  Object.defineProperty(made, 'size', { value: size });
  return made;
};

describe('the files of a message', () => {
  it('go up at once, tell how much, and are given to the message with their receipts', async () => {
    const { attachments, going, states } = start();
    attachments.add([file('foto ñ.jpg')]);
    expect(going[0]?.path).toBe('/chat/archivos?nombre=foto%20%C3%B1.jpg');
    going[0]?.told.progress(0.456);
    expect(states()).toEqual(['foto ñ.jpg subiendo 45']);
    expect(attachments.isUploading).toBe(true);
    going[0]?.answer({ status: 201, body: { recibo: 'r1' } });
    await settle();
    expect(attachments.hasUploaded).toBe(true);
    expect(attachments.take()).toEqual({ anexos: [{ nombre: 'foto ñ.jpg', recibo: 'r1' }] });
    expect(states()).toEqual([]);
  });

  it('that the server does not receive go with the message as not received, with why', async () => {
    const { attachments, going, states } = start();
    attachments.add([file('virus.exe')]);
    going[0]?.answer({ status: 422, body: { nombre: 'virus.exe', motivo: 'TIPO_NO_ADMITIDO' } });
    await settle();
    expect(states()).toEqual(['virus.exe noRecibido TIPO_NO_ADMITIDO']);
    expect(attachments.take()).toEqual({
      noRecibidos: [{ nombre: 'virus.exe', motivo: 'TIPO_NO_ADMITIDO' }],
    });
  });

  it('that are empty, too large or too many are not even sent', () => {
    const { attachments, going, states } = start();
    attachments.add([file('nada', 0), file('enorme', 25 * 1024 * 1024 + 1)]);
    attachments.add(Array.from({ length: 11 }, (_, n) => file(`${n}`)));
    expect(going).toHaveLength(10);
    expect(states().filter((one) => one.includes('noRecibido'))).toEqual([
      'nada noRecibido VACIO',
      'enorme noRecibido MUY_GRANDE',
      '10 noRecibido DEMASIADOS',
    ]);
  });

  it('that the net cuts may be tried again, and if not go as incomplete', async () => {
    const { attachments, going, states } = start();
    attachments.add([file('a'), file('b')]);
    for (const one of going) one.fail();
    await settle();
    expect(states()).toEqual(['a fallo', 'b fallo']);
    attachments.retry('f1');
    going[2]?.answer({ status: 201, body: { recibo: 'r' } });
    await settle();
    expect(attachments.take()).toEqual({
      anexos: [{ nombre: 'a', recibo: 'r' }],
      noRecibidos: [{ nombre: 'b', motivo: 'INCOMPLETO' }],
    });
  });

  it('that are cancelled go nowhere', async () => {
    const { attachments, going, states } = start();
    attachments.add([file('a'), file('b')]);
    attachments.remove('f1');
    expect(going[0]?.told.signal.aborted).toBe(true);
    await settle();
    expect(states()).toEqual(['b subiendo 0']);
  });

  it('outlive a session that ended', async () => {
    const { attachments, going, asked } = start();
    attachments.add([file('a')]);
    going[0]?.answer({ status: 401, body: {} });
    await settle();
    expect(asked).toEqual(['/chat/historial']);
    going[1]?.answer({ status: 201, body: { recibo: 'r' } });
    await settle();
    expect(attachments.hasUploaded).toBe(true);
  });
});
