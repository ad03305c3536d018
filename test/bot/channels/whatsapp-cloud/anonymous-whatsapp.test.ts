import { afterEach, describe, expect, it } from '@jest/globals';
import { storedWhatsappTown } from '../../../fakes/stored-whatsapp-town';
import type { CollectionText } from '../../../fakes/whole-store';

const PHONE = '573001112233';
const LINES = [
  'un funcionario me pidio plata',
  '1',
  'sin decirlo',
  'sin lugar',
  'quiero que sea anonimo',
  'si',
  '1',
];
/** Where a person is known by their phone, and nothing else is. */
const PEOPLE = 'personas_whatsapp';
const OF_CHATS = /^(?:envios|inbox|conversaciones|personas_whatsapp)$/;
const OF_CASES = /^(?:comunicaciones|notificaciones|por_radicar)$/;

type Town = Awaited<ReturnType<typeof storedWhatsappTown>>;

let town: Town | undefined;
afterEach(async () => {
  await town?.close();
  town = undefined;
});

/** A case filed anonymously, its number delivered and its states told. */
async function filed(): Promise<Town> {
  town = await storedWhatsappTown(PHONE);
  await town.say(...LINES);
  await town.sim.advance(60_000);
  expect(town.person.person.received.at(-1)?.text).toContain('2026-E-000001');
  return town;
}

/** The names of the person and of their messages, however they are written. */
const namesOf = ({ person: { person } }: Town): readonly string[] => [
  PHONE,
  PHONE.slice(2),
  person.bsuid,
  person.bsuid.slice(3),
  // What any id of WhatsApp for this person begins with.
  ...[person.sent, person.received].map((all) => all[0]?.wamid.slice('wamid.'.length, -6) ?? 'none'),
];

const found = (
  texts: readonly { readonly name: string; readonly text: string }[],
  names: readonly string[],
) =>
  texts.flatMap(({ name, text }) =>
    names.filter((one) => text.includes(one)).map((one) => `${name}: ${one}`),
  );

const asOpened = (all: readonly CollectionText[]) => all.map(({ name, opened }) => ({ name, text: opened }));

const documentsOf = (all: readonly CollectionText[], name: string) =>
  all.find((one) => one.name === name)?.documents ?? [];

/** Every instant in a text, to the second. */
const secondsIn = (text: string): ReadonlySet<string> =>
  new Set([...text.matchAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/g)].map(([instant]) => instant));

describe('an anonymous petition by WhatsApp, in the whole store', () => {
  it('leaves phone, user id and message ids nowhere that is read without the keys, nor in the log', async () => {
    const done = await filed();
    const all = await done.look();
    const closed = all.map(({ name, closed: text }) => ({ name, text }));
    expect(found([...closed, { name: 'log', text: done.log.join('\n') }], namesOf(done))).toEqual([]);
    expect(documentsOf(all, 'comunicaciones')).toHaveLength(1);
    expect(documentsOf(all, 'envios').length).toBeGreaterThanOrEqual(LINES.length);
  });

  it('leaves them, with the keys, only where people are known: not in case, messages nor sendings', async () => {
    const done = await filed();
    const all = await done.look();
    const people = asOpened(all).filter(({ name }) => name === PEOPLE);
    const rest = asOpened(all).filter(({ name }) => name !== PEOPLE);
    // If nothing were found there either, this would look for the wrong thing.
    expect(found(people, [PHONE])).toHaveLength(1);
    expect(found(rest, namesOf(done))).toEqual([]);
    // The id of a sending is made of the person's: by its kind, it would tell who filed something that day.
    const kinds = documentsOf(all, 'envios').map(({ clase }) => clase);
    expect([...new Set(kinds)]).toEqual(['RESPUESTA']);
  });

  it('leads from the case to no conversation, and from no conversation to the case', async () => {
    const done = await filed();
    const all = asOpened(await done.look());
    const person = String(documentsOf(await done.look(), PEOPLE)[0]?.['_id']);
    const conversation = String(documentsOf(await done.look(), 'conversaciones')[0]?.['_id']);
    const [page] = documentsOf(await done.look(), 'comunicaciones');
    const cases = all.filter(({ name }) => OF_CASES.test(name));
    const chats = all.filter(({ name }) => OF_CHATS.test(name));
    expect(found(cases, [person, conversation])).toEqual([]);
    const ofCase = [page?.['_id'], page?.['clave'], page?.['recepcion'], 'funcionario'].map(String);
    expect(found(chats, ofCase)).toEqual([]);
  });

  it('leads there by no instant either, with the keys: of the chat only the day stays, also once it goes on', async () => {
    const done = await filed();
    const before = asOpened(await done.look());
    await done.say('menú');
    const after = asOpened(await done.look());
    const ofCase = secondsIn(before.find(({ name }) => name === 'comunicaciones')?.text ?? '');
    expect(ofCase.size).toBeGreaterThan(0);
    const chats = [...before, ...after].filter(({ name }) => OF_CHATS.test(name));
    expect(found(chats, [...ofCase])).toEqual([]);
    const conversation = chats.find(({ name }) => name === 'conversaciones');
    // The ids of messages hold their instant.
    expect(conversation?.text).toMatch(/"consumed":\[\]/);
  });

  it('tells nobody when the office writes in the case', async () => {
    const done = await filed();
    const clave = 'pregunta-1';
    await done.office.askInCase('2026-E-000001', { clave, texto: '¿Quién fue?', quien: 'Marta' });
    const before = done.person.person.received.length;
    await done.notify();
    await done.sim.advance(60_000);
    expect(done.person.person.received).toHaveLength(before);
    const rest = asOpened(await done.look()).filter(({ name }) => name !== PEOPLE);
    expect(found(rest, namesOf(done))).toEqual([]);
  });
});
