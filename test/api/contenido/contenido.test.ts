import { describe, expect, it } from '@jest/globals';
import { createContentCommand } from '../../../api/admin/contenido';
import { silentLogger } from '../../../api/base/kernel/logger';
import { contentAtStart, putInForce } from '../../../api/contenido/content-in-force';
import { createFollowContent } from '../../../api/contenido/follow-content';
import { byContent, createLiveContent } from '../../../api/contenido/live-content';
import { openMongoInstantaneas } from '../../../api/contenido/mongo-instantaneas';
import { type ContentFiles, readContentFiles } from '../../../content/content-files';
import { type Content, parseContent } from '../../../content/load-content';
import { instantaneasContract } from '../../contracts/instantaneas-contract';
import { manualClock } from '../../fakes/manual-clock';
import { memoryInstantaneas } from '../../fakes/memory-instantaneas';
import { temporaryStore } from '../../fakes/temporary-store';

instantaneasContract('memory', () => Promise.resolve({ instantaneas: memoryInstantaneas() }));
instantaneasContract('the store', async () => {
  const store = await temporaryStore();
  return {
    instantaneas: await openMongoInstantaneas(store.connection, 'candelaria'),
    close: () => store.close(),
  };
});

const onDisk = readContentFiles('content');
const ENTIDAD = 'entidad.yaml';

/** The real content with another name of the Alcaldía. */
const named = (nombre: string): ContentFiles =>
  new Map(onDisk).set(ENTIDAD, (onDisk.get(ENTIDAD) ?? '').replace(/^nombre: .*$/m, `nombre: ${nombre}`));
const bad: ContentFiles = new Map(onDisk).set(ENTIDAD, 'nombre: ""\n');

function contentOf(files: ContentFiles): Content {
  const parsed = parseContent(files);
  if (!parsed.ok) throw new Error('the content is bad');
  return parsed.value;
}

function town() {
  const instantaneas = memoryInstantaneas();
  const deps = { instantaneas, logger: silentLogger, clock: manualClock() };
  return { ...deps, deps, put: (files: ContentFiles) => putInForce(deps, files, 'Ana Ruiz') };
}

describe('the content that a program starts with', () => {
  const startsAs = async (at: ReturnType<typeof town>, disk: ContentFiles) =>
    (await contentAtStart(at.deps, parseContent(disk)))?.entidad.nombre;

  it('is what stands on disk when it was never in force', async () => {
    const at = town();
    await at.put(named('Antes'));
    expect(await startsAs(at, named('Ahora'))).toBe('Ahora');
  });

  it('is the last good one when what stands on disk is bad', async () => {
    const at = town();
    expect(await startsAs(at, bad)).toBeUndefined();
    await at.put(named('Antes'));
    expect(await startsAs(at, bad)).toBe('Antes');
  });

  it('does not go back by itself to one that was replaced', async () => {
    const at = town();
    await at.put(named('Antes'));
    await at.put(named('Ahora'));
    expect(await startsAs(at, named('Antes'))).toBe('Ahora');
  });

  it('is what stands on disk when the one kept is of another version of the program', async () => {
    const at = town();
    await at.put(named('Antes'));
    await at.put(bad);
    expect(await startsAs(at, named('Antes'))).toBe('Antes');
  });
});

describe('content put in force while the program runs', () => {
  it('is taken by who reads it, once, and what was made of the one before is made anew', async () => {
    const at = town();
    const live = createLiveContent(contentOf(named('Antes')));
    const { view } = live;
    const initials = byContent(live.current, ({ entidad }) => ({ letter: entidad.nombre.slice(0, 1) }));
    expect(initials()).toBe(initials());
    const follow = createFollowContent({ ...at.deps, live });
    expect(await follow()).toBe(false);
    await at.put(named('Después'));
    expect([await follow(), await follow()]).toEqual([true, false]);
    expect([view.entidad.nombre, initials().letter]).toEqual(['Después', 'D']);
  });

  it('is left aside when this version cannot read it: the one before stays', async () => {
    const at = town();
    const live = createLiveContent(contentOf(named('Antes')));
    await at.put(bad);
    expect(await createFollowContent({ ...at.deps, live })()).toBe(false);
    expect(live.view.entidad.nombre).toBe('Antes');
  });

  it('is recorded once while it does not change, with who did it', async () => {
    const at = town();
    expect(await at.put(onDisk)).toMatchObject({ nuevo: true });
    expect(await at.put(onDisk)).toMatchObject({ nuevo: false });
    expect(at.instantaneas.kept.map(({ quien }) => quien)).toEqual(['Ana Ruiz']);
  });
});

describe('the order «contenido»', () => {
  const texts = contentOf(onDisk).texts;
  const run = async (at: ReturnType<typeof town>, files: ContentFiles, ...args: string[]) => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const command = createContentCommand({
      ...at.deps,
      disk: parseContent(files),
      files: () => files,
      texts,
    });
    return { code: await command(args, { out: say, err: say }), said: said.join('\n') };
  };

  it('refuses bad content and leaves in force what was', async () => {
    const at = town();
    await at.put(onDisk);
    const { code, said } = await run(at, bad, 'recargar', '--quien', 'Ana Ruiz');
    expect(code).toBe(1);
    expect(said).toMatch(/Sigue el último bueno/);
    expect(at.instantaneas.kept).toHaveLength(1);
  });

  it('puts good content in force and tells who did', async () => {
    const at = town();
    expect(await run(at, named('Otra'), 'recargar', '--quien', 'Ana Ruiz')).toMatchObject({ code: 0 });
    expect((await run(at, onDisk, 'estado')).said).toMatch(/Ana Ruiz[^]*distinto/);
  });

  it.each([[[]], [['recargar']], [['recargar', '--quien', ' ']], [['borrar']]])(
    'explains itself when it is called with %j',
    async (args: string[]) => {
      expect((await run(town(), onDisk, ...args)).code).toBe(2);
    },
  );
});
