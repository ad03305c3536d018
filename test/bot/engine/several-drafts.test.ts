import { describe, expect, it } from '@jest/globals';
import type { Run } from '../../../bot/engine/chat-state';
import { talk, type Talk } from '../../fakes/talk';

const OLD = 'Hay un hueco en la calle';
const NEW = 'Se cayó un árbol grande';

/** A draft set aside, and another petition told: the engine asks which. */
const asked = async (chat: Talk): Promise<string> => chat.all(OLD, 'menú', NEW);

const textOf = ({ data }: Run): string => (data as { readonly texto: string }).texto;

const draftsOf = ({ state }: Talk): readonly string[] =>
  [...state().parked, ...(state().active ? [state().active] : [])]
    .flatMap((run) => (run?.dialog === 'radicar' ? [textOf(run)] : []))
    .toSorted();

describe('a petition told while another draft is set aside', () => {
  it('asks whether to go on with the first', async () => {
    expect(await asked(talk())).toContain(`¿Seguimos con «${OLD}»?`);
  });

  it('is kept when the person goes on with the first, and the person is told', async () => {
    const chat = talk();
    await asked(chat);
    expect(await chat.send('sí')).toMatch(/Seguimos con «Hay.*quedó guardado: «Se cayó.*¿Dónde\?/s);
    expect(draftsOf(chat)).toEqual([OLD, NEW]);
    await chat.all('Calle 5', '2');
    expect(await chat.send('sí')).toMatch(/Radicado.*Guardamos su borrador «Se cayó/s);
    expect(await chat.all('seguir', 'El parque', '2')).toContain(`Resumen: ${NEW}`);
  });

  it.each(['menú', 'cancelar', 'atrás'])(
    'is kept beside the first on «%s», and both are offered',
    async (word) => {
      const chat = talk();
      await asked(chat);
      expect(await chat.send(word)).toContain(`quedó guardado: «${NEW}»`);
      expect(draftsOf(chat)).toEqual([OLD, NEW]);
      expect(chat.options()).toContain('Seguir con mi borrador');
      expect(await chat.send('seguir')).toContain(`Seguimos con «${OLD}»`);
      expect(draftsOf(chat)).toEqual([OLD, NEW]);
      await chat.all('cancelar', 'sí');
      expect(await chat.send('seguir')).toContain(`Seguimos con «${NEW}»`);
    },
  );

  it('is gone on with once the first was discarded', async () => {
    const chat = talk();
    await asked(chat);
    expect(await chat.all('empezar de nuevo', 'sí')).toMatch(/Borramos el borrador.*¿Dónde\?/s);
    expect(draftsOf(chat)).toEqual([NEW]);
  });

  it('is kept when the first is not discarded after all', async () => {
    const chat = talk();
    await asked(chat);
    expect(await chat.all('empezar de nuevo', 'no')).toMatch(/Conservamos.*quedó guardado: «Se cayó/s);
    expect(draftsOf(chat)).toEqual([OLD, NEW]);
  });

  it('is heard with what is written instead of a yes or a no', async () => {
    const chat = talk();
    await asked(chat);
    await chat.send('fue en el parque de abajo');
    expect(await chat.all('empezar de nuevo', 'sí')).toContain('¿Con su nombre?');
    expect(await chat.send('2')).toContain(`${NEW} en fue en el parque de abajo`);
  });
});

describe('drafts set aside', () => {
  const three = async (chat: Talk): Promise<void> => {
    await chat.all(OLD, 'menú', NEW, 'menú', 'No recogen la basura', 'menú');
  };

  it('are three of a dialog at most: for a fourth, one goes only after a yes', async () => {
    const chat = talk();
    await three(chat);
    expect(draftsOf(chat)).toHaveLength(3);
    const said = await chat.send('El poste está caído');
    expect(said).toMatch(/tres borradores.*¿Lo borramos\?/s);
    expect(said).toContain(`«${OLD}»`);
    expect(await chat.send('sí')).toContain('¿Dónde?');
    expect(draftsOf(chat)).toHaveLength(3);
    expect(draftsOf(chat)).toContain('El poste está caído');
    expect(draftsOf(chat)).not.toContain(OLD);
  });

  it.each(['no', 'menú', 'cancelar'])(
    'stay on «%s», and the person is told what was not kept',
    async (answer) => {
      const chat = talk();
      await three(chat);
      const before = draftsOf(chat);
      await chat.send('El poste está caído');
      if (answer !== 'cancelar') {
        expect(await chat.send(answer)).toContain('No guardamos lo último que escribió');
      } else {
        expect(await chat.send(answer)).toContain('¿Lo borramos?');
      }
      expect(draftsOf(chat)).toEqual(before);
    },
  );
});

describe('what was written after a silence', () => {
  it('is heard although the draft is discarded', async () => {
    const chat = talk();
    await chat.send(OLD);
    chat.clock.advance(3_600_000);
    await chat.send('Ahora se dañó la lámpara');
    expect(await chat.all('empezar de nuevo', 'sí')).toMatch(/Borramos.*¿Dónde\?/s);
    expect(draftsOf(chat)).toEqual(['Ahora se dañó la lámpara']);
  });
});
