import { afterEach, describe, expect, it } from '@jest/globals';
import { dialogs, first } from '../../../../bot/dialogs';
import { contentCards } from '../../../../bot/engine/cards';
import { createScript } from '../../../../bot/engine/script';
import { createUnderstand } from '../../../../bot/nlu/create-understand';
import { chatTown } from '../../../fakes/chat-town';
import { contentWith, type Given } from '../../../fakes/content-with-files';
import { pdf, photo } from '../../../fakes/sample-files';
import { opus } from '../../../fakes/sample-recordings';
import { whatsappCloudTown } from '../../../fakes/whatsapp-cloud-town';
import type { Citizen } from '../../../whatsapp-sim/actors/citizen';
import type { Received } from '../../../whatsapp-sim/people';

let open: Awaited<ReturnType<typeof whatsappCloudTown>> | undefined;
afterEach(async () => {
  await open?.close();
  open = undefined;
});

const givenFiles = async (): Promise<readonly Given[]> => [
  { nombre: 'formato.pdf', titulo: 'Formato de pago', bytes: await pdf() },
  { nombre: 'mapa.png', titulo: 'Mapa', bytes: await photo('png') },
  { nombre: 'como.ogg', titulo: 'Instrucciones en audio', bytes: opus() },
];

/** The real dialogs on the simulated WhatsApp, where the predial has a document, a picture and a sound. */
async function start() {
  let later: (milliseconds: number) => Promise<void> = async () => {};
  const given = await givenFiles();
  const content = contentWith(given);
  const town = chatTown({
    script: createScript(dialogs, first, contentCards),
    content: () => content,
    understand: createUnderstand(content),
    wait: (milliseconds) => later(milliseconds),
  });
  const openArchivo = async ({ nombre }: { readonly nombre: string }) =>
    given.find((one) => one.nombre === nombre)?.bytes;
  const cloud = await whatsappCloudTown(town, { openArchivo });
  later = (milliseconds) =>
    new Promise((end) => {
      cloud.sim.world.clock.after(milliseconds, end);
    });
  open = cloud;
  return { town, ...cloud };
}

/** Brings a person to the card of the predial, which offers its files. */
async function toCard(person: Citizen) {
  await person.text('hola');
  await person.text('información de trámites');
  await person.text('Pago del impuesto predial');
}

/** What a person at the card is sent when they choose a file by its title. */
async function choose(person: Citizen, titulo: string, until: () => Promise<unknown> = async () => {}) {
  const before = person.person.received.length;
  await person.tap(titulo);
  await until();
  return person.person.received.slice(before);
}

async function ask(person: Citizen, titulo: string, until?: () => Promise<unknown>) {
  await toCard(person);
  return choose(person, titulo, until);
}

const FOLLOWING = ['Ver el trámite', 'Otro trámite', 'Menú'];
const titlesOf = ({ choices }: Received) => choices.map(({ title }) => title);
const LINK = /https:\/\/chat\.example\.org\/archivos\/\S+/;

describe('a file of a trámite by WhatsApp', () => {
  it.each([
    ['Formato de pago', { name: 'formato.pdf', kind: 'document' }],
    ['Mapa', { name: 'mapa.png', kind: 'image' }],
  ])('«%s» comes over its buttons, in one message', async (titulo, file) => {
    const { sim } = await start();
    const said = await ask(sim.citizen(), titulo);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatchObject({ type: 'interactive', file });
    expect(titlesOf(said[0]!)).toEqual(FOLLOWING);
    expect(said[0]!.text).not.toMatch(LINK);
    expect(sim.oracles()).toEqual([]);
  });

  it('that is a sound comes before its text, each once', async () => {
    const { sim } = await start();
    const said = await ask(sim.citizen(), 'Instrucciones en audio');
    expect(said.map(({ type }) => type)).toEqual(['audio', 'interactive']);
    expect(said[0]?.file).toMatchObject({ name: 'como.ogg', kind: 'audio' });
    expect(titlesOf(said[1]!)).toEqual(FOLLOWING);
    expect(said[1]!.text).not.toMatch(LINK);
  });

  it('is uploaded once, whoever asks for it', async () => {
    const { sim } = await start();
    const said = [await ask(sim.citizen(), 'Mapa'), await ask(sim.citizen(), 'Mapa')].flat();
    expect(new Set(said.map(({ file }) => file?.id)).size).toBe(1);
  });

  it.each([
    ['is refused', { kind: 'graphError', code: 131_053 } as const],
    ['is cut', { kind: 'reset', when: 'before' } as const],
    ['meets a broken server', { kind: 'http', status: 500 } as const],
  ])('is a link in the text when its upload %s, and a file again later', async (_, fault) => {
    const { sim } = await start();
    sim.fault({ match: { endpoint: 'media' }, fault, times: 1 });
    const [said, ...more] = await ask(sim.citizen(), 'Mapa');
    expect([said?.file, more]).toEqual([undefined, []]);
    expect(said?.text).toMatch(LINK);
    expect(titlesOf(said!)).toEqual(FOLLOWING);
    await sim.advance(61_000);
    expect((await ask(sim.citizen(), 'Mapa'))[0]?.file?.name).toBe('mapa.png');
  });

  it('is uploaded again when the provider lost it', async () => {
    const { sim } = await start();
    const [lost] = await ask(sim.citizen(), 'Mapa');
    sim.world.media.delete(lost?.file?.id ?? '');
    const [said, ...more] = await ask(sim.citizen(), 'Mapa', () => sim.advance(10_000));
    expect(said?.file).toMatchObject({ name: 'mapa.png' });
    expect([said?.file?.id === lost?.file?.id, more]).toEqual([false, []]);
  });

  it('is a link when messages with it are refused however it is uploaded', async () => {
    const { sim } = await start();
    const ana = sim.citizen();
    await toCard(ana);
    sim.fault({
      match: { endpoint: 'messages', type: 'interactive' },
      fault: { kind: 'graphError', code: 131_053 },
      times: 2,
    });
    const [link, ...more] = await choose(ana, 'Mapa', () => sim.advance(60_000));
    expect(more).toEqual([]);
    expect(link?.file).toBeUndefined();
    expect(link?.text).toMatch(LINK);
    expect(titlesOf(link!)).toEqual(FOLLOWING);
  });

  it('that is a sound is not repeated when its text has to be tried again', async () => {
    const { sim } = await start();
    const ana = sim.citizen();
    await toCard(ana);
    sim.fault({
      match: { endpoint: 'messages', type: 'interactive' },
      fault: { kind: 'graphError', code: 131_000 },
      times: 1,
    });
    const said = await choose(ana, 'Instrucciones en audio', () => sim.advance(60_000));
    expect(said.map(({ type }) => type)).toEqual(['audio', 'interactive']);
    expect(sim.oracles()).toEqual([]);
  });

  it('that is a sound and is refused leaves its link in the text', async () => {
    const { sim } = await start();
    sim.fault({
      match: { endpoint: 'messages', type: 'audio' },
      fault: { kind: 'graphError', code: 131_026 },
      times: 1,
    });
    const said = await ask(sim.citizen(), 'Instrucciones en audio');
    expect(said.map(({ type }) => type)).toEqual(['interactive']);
    expect(said[0]?.text).toMatch(LINK);
  });
});
