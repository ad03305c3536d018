import { beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../../api/base/kernel/ids';
import { silentLogger } from '../../../api/base/kernel/logger';
import { ok } from '../../../api/base/kernel/result';
import { newKeyFile, parseKeys } from '../../../api/base/sealing/keys';
import { createSealing } from '../../../api/base/sealing/sealing';
import type { Connection } from '../../../api/base/store/connect';
import { dialogs, first } from '../../../bot/dialogs';
import { createBotkitPlayer } from '../../../bot/engine/botkit-player';
import { contentCards } from '../../../bot/engine/cards';
import { createEngine } from '../../../bot/engine/create-engine';
import { openMongoConversaciones } from '../../../bot/engine/mongo-conversaciones';
import { createScript } from '../../../bot/engine/script';
import type { TurnDeps } from '../../../bot/engine/turn-deps';
import { createWake } from '../../../bot/engine/wake';
import { openMongoInbox } from '../../../bot/inbox/mongo-inbox';
import { createUnderstand } from '../../../bot/nlu/create-understand';
import { fakeVentanilla } from '../../fakes/fake-ventanilla';
import { freshDatabases } from '../../fakes/fresh-databases';
import { manualClock } from '../../fakes/manual-clock';
import { sampleContent } from '../../fakes/sample-facts';
import { wholeCollection } from '../../fakes/whole-collection';

const entidad = 'candelaria-valle';
const sealing = createSealing(parseKeys(newKeyFile('AUTOGENERADA')));
const understand = createUnderstand(sampleContent);
const player = createBotkitPlayer();
const who = { canal: 'WHATSAPP', conversacion: '573001112233' } as const;
const fresh = freshDatabases();

/** The product's dialogs on a real store; `start` is a new process. */
async function open(connection: Connection) {
  const clock = manualClock('2026-11-24T09:12:34.567-05:00');
  const ventanilla = fakeVentanilla();
  const start = async (over: Partial<TurnDeps> = {}) =>
    createEngine({
      inbox: await openMongoInbox({ connection, entidad, sealing, clock, logger: silentLogger }),
      conversaciones: await openMongoConversaciones({ connection, entidad, sealing }),
      ventanilla,
      script: createScript(dialogs, first, contentCards),
      player,
      content: () => sampleContent,
      publicUrl: 'https://chat.example.org',
      understand,
      prueba: () => true,
      sealing,
      storeLongText: async (texto, nombre) =>
        ok({ sha256: newId(), nombre, tipo: 'text/plain', bytes: texto.length }),
      clock,
      logger: silentLogger,
      wake: createWake(),
      newKey: newId,
      wait: async () => {},
      esperaMs: 0,
      ...over,
    });
  let engine = await start();
  let sent = 0;
  const send = async (texto: string): Promise<string> => {
    const before = (await engine.repliesAfter(who, 0)).at(-1)?.seq ?? 0;
    await engine.accept({ ...who, externalId: `wamid.${++sent}`, texto, anexos: [], enviadoEn: clock.now() });
    await engine.settled(who);
    return (await engine.repliesAfter(who, before)).map((reply) => reply.texto).join('\n---\n');
  };
  const restart = async () => {
    engine = await start();
  };
  return { ventanilla, send, restart };
}

/** All documents of the store, as they are and with what is sealed opened. */
async function wholeStore(connection: Connection): Promise<{ closed: string; opened: string }> {
  const documents: Record<string, unknown>[] = [];
  for (const { name } of await connection.listCollections()) {
    documents.push(...(await connection.collection(name).find({}, wholeCollection).toArray()));
  }
  const closed = JSON.stringify(documents);
  const sealedValues = [...closed.matchAll(/"(estado|cuerpo)":"(s1\.[^"]+)"/g)];
  const opened = sealedValues.map(([, field = '', value = '']) =>
    sealing.open(value, field === 'estado' ? 'conversaciones.estado' : 'inbox.cuerpo'),
  );
  return { closed, opened: opened.join('\n') };
}

/** The instants that can be read without the keys, by field. */
async function clearInstants(connection: Connection): Promise<ReadonlyMap<string, Date>> {
  const all = await Promise.all(
    ['inbox', 'conversaciones'].map((name) =>
      connection.collection(name).find({}, wholeCollection).toArray(),
    ),
  );
  const fields = all.flat().flatMap((document) => Object.entries(document));
  return new Map(fields.flatMap(([name, value]) => (value instanceof Date ? [[name, value] as const] : [])));
}

describe('a conversation with the product’s dialogs in the store', () => {
  let connection: Connection;
  beforeEach(async () => {
    connection = await fresh();
  });

  it('files a petition with a name, across a restart at every message', async () => {
    const { send, restart, ventanilla } = await open(connection);
    const lines = [
      'buenas el poste de la luz de mi cuadra esta dañado hace dos semanas y esta muy oscuro',
      'si',
      'barrio san jorge, calle 5 con 4',
      '1',
      'me llamo maria lopez',
      'seguir sin documento',
      'maria@correo.com',
      'enviar',
    ];
    let said = '';
    for (const line of lines) {
      said = await send(line);
      await restart();
    }
    expect(said).toContain('2026-E-000001');
    expect(ventanilla.solicitudes).toMatchObject([
      { lugar: 'barrio san jorge, calle 5 con 4', identidad: { nombre: 'maria lopez' } },
    ]);
  });

  it('keeps nothing in clear while a draft is open', async () => {
    const { send } = await open(connection);
    await send('Soy María Bermúdez, hay una lámpara dañada en la calle 5, mi celular es 573001112233');
    const { closed, opened } = await wholeStore(connection);
    expect(closed).not.toMatch(/Bermúdez|573001112233|lámpara|wamid/);
    expect(opened).toContain('Bermúdez');
  });

  it('leaves nothing of what was filed anonymously, in the whole store', async () => {
    const { send, ventanilla } = await open(connection);
    const lines = [
      'Soy María Bermúdez, un funcionario me pidio plata, mi celular es 573001112233',
      '1',
      'sin decirlo',
      'sin lugar',
      'quiero que sea anonimo',
      'si',
      '1',
    ];
    let said = '';
    for (const line of lines) said = await send(line);
    expect(ventanilla.solicitudes[0]?.identidad).toEqual({ modo: 'ANONIMO' });
    expect(said).toContain('2026-E-000001');
    await send('menú');
    const { closed, opened } = await wholeStore(connection);
    expect(closed).not.toMatch(/Bermúdez|573001112233|2026-E/);
    expect(opened.replaceAll('"conversacion":"573001112233"', '')).not.toMatch(
      /Bermúdez|573001112233|funcionario|2026-E|K7QM/,
    );
    const clave = ventanilla.solicitudes[0]?.clave ?? '';
    expect(closed + opened).not.toContain(clave);
  });

  it('leaves nothing that leads by its time from an anonymous case to who wrote it', async () => {
    const { send } = await open(connection);
    for (const line of [
      'un funcionario me pidio plata',
      '1',
      'sin decirlo',
      'sin lugar',
      'anonimo',
      'si',
      '1',
    ])
      await send(line);
    const messages = await connection.collection('inbox').find({}, wholeCollection).toArray();
    expect(messages).toHaveLength(7);
    for (const message of messages) {
      expect(Object.keys(message)).not.toContain('conversacion');
      expect(message).toMatchObject({ cuerpo: null, huella: null, pendiente: false });
    }
    const instants = await clearInstants(connection);
    const hour = instants.get('olvidarEn') ?? new Date(Number.NaN);
    expect(instants.get('recibidoEn')?.toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(instants.get('actualizadaEn')?.toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(hour.toISOString()).toMatch(/:00:00\.000Z$/);
    expect([...instants.keys()].toSorted()).toEqual(['actualizadaEn', 'olvidarEn', 'recibidoEn']);
    // The ids of messages hold their instant: they may not be seen in the conversation.
    const [conversation] = await connection.collection('conversaciones').find({}, wholeCollection).toArray();
    expect(Object.keys(conversation ?? {})).not.toContain('consumidos');
  });
});
