import { describe, expect, it } from '@jest/globals';
import { createCrearEnlace } from '../../../bot/datos-por-enlace/crear-enlace';
import { createDatosPorEnlace, purgeEnlaces } from '../../../bot/datos-por-enlace/datos-por-enlace';
import { dialogs, first } from '../../../bot/dialogs';
import { contentCards } from '../../../bot/engine/cards';
import { createScript } from '../../../bot/engine/script';
import { createUnderstand } from '../../../bot/nlu/create-understand';
import { ANA, chatTown } from '../../fakes/chat-town';
import { memoryEnlaces } from '../../fakes/memory-enlaces';
import { productContent } from '../../fakes/play-dialog';
import { silentLogger } from '../../../api/base/kernel/logger';

const CEDULA = { tipo: 'CC', numero: '1113456789' } as const;
const understand = createUnderstand(productContent);
const HOUR_MS = 3_600_000;

/** The real dialogs by WhatsApp, with links and the page's side of them. */
function linkTown() {
  const enlaces = memoryEnlaces();
  const crear: { current?: ReturnType<typeof createCrearEnlace> } = {};
  const town = chatTown({
    script: createScript(dialogs, first, contentCards),
    content: () => productContent,
    understand,
    crearEnlace: async (who) => {
      if (!crear.current) throw new Error('not yet');
      return crear.current(who);
    },
  });
  const { clock, conversaciones, deps, engine } = town;
  crear.current = createCrearEnlace({ enlaces, clock, logger: silentLogger });
  const datos = createDatosPorEnlace({ enlaces, conversaciones, chat: engine, sealing: deps.sealing, clock });
  const says = async (...lines: readonly string[]) => {
    let said = '';
    for (const line of lines) said = await town.send(line);
    return said;
  };
  const lastToken = async (): Promise<string> => {
    const urls = (await engine.repliesAfter(ANA, 0)).flatMap(({ enlaces: links = [] }) =>
      links.map(({ url }) => /\/datos\/([\w-]+)$/.exec(url)?.[1]),
    );
    return urls.filter(Boolean).at(-1) ?? '';
  };
  /** To the link, and its token. */
  const toLink = async () => {
    await says(
      'el poste de la luz de mi cuadra esta dañado',
      'si',
      'barrio obrero',
      'con mi nombre',
      'Ana Paz',
    );
    expect(await says('por un enlace seguro')).toContain('Abra este enlace');
    return lastToken();
  };
  const lastSaid = async () => (await town.repliesOf()).at(-1);
  return { ...town, enlaces, datos, says, toLink, lastToken, lastSaid };
}

describe('a link for a document', () => {
  it('leads to the site’s own address, with a token that the store holds only as a hash', async () => {
    const town = linkTown();
    const token = await town.toLink();
    const urls = (await town.engine.repliesAfter(ANA, 0)).flatMap(({ enlaces = [] }) => enlaces);
    expect(urls.at(-1)).toEqual({
      titulo: 'Dar mi documento',
      url: `https://chat.example.org/datos/${token}`,
    });
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(town.enlaces.all())).not.toContain(token);
    expect(town.conversaciones.opened()).not.toContain(`"enlace":"${token}"`);
  });

  it('brings the number to the conversation, which goes on by itself, and is spent', async () => {
    const town = linkTown();
    const token = await town.toLink();
    expect(await town.datos.estado(token)).toBe('VIGENTE');
    expect(await town.datos.estado(token)).toBe('VIGENTE');
    expect(await town.datos.enviar(token, CEDULA)).toEqual({ ok: true, value: 'RECIBIDO' });
    await town.engine.settled(ANA);
    expect(await town.lastSaid()).toMatch(/termina en 6789\..*¿Por dónde le respondemos\?/s);
    expect(await town.datos.estado(token)).toBe('GASTADO');
    expect(await town.datos.enviar(token, CEDULA)).toEqual({ ok: true, value: 'GASTADO' });
    await town.says('ana@correo.co', 'enviar');
    expect(town.ventanilla.solicitudes[0]).toMatchObject({ identidad: { documento: CEDULA } });
  });

  it('sent twice at once, or again after a crash before it is spent, reaches the conversation once', async () => {
    const town = linkTown();
    const token = await town.toLink();
    town.enlaces.breakSpending(true);
    await expect(town.datos.enviar(token, CEDULA)).rejects.toThrow('crash');
    await town.engine.settled(ANA);
    const before = (await town.repliesOf()).length;
    town.enlaces.breakSpending(false);
    const other = town.datos.enviar(token, { ...CEDULA, numero: '99999999' });
    expect(await other).toEqual({ ok: true, value: 'GASTADO' });
    await town.engine.settled(ANA);
    expect(await town.repliesOf()).toHaveLength(before);
    await town.says('ana@correo.co', 'enviar');
    expect(town.ventanilla.solicitudes[0]).toMatchObject({ identidad: { documento: CEDULA } });
  });

  it('stops working when another is asked for', async () => {
    const town = linkTown();
    const old = await town.toLink();
    expect(await town.says('OTRO ENLACE')).toContain('Abra este enlace');
    const token = await town.lastToken();
    expect(token).not.toBe(old);
    expect(await town.datos.estado(old)).toBe('CAMBIADO');
    expect(await town.datos.enviar(old, CEDULA)).toEqual({ ok: true, value: 'CAMBIADO' });
    expect(await town.datos.enviar(token, CEDULA)).toEqual({ ok: true, value: 'RECIBIDO' });
  });

  it('lives two days at least, then expires, and is forgotten a week later', async () => {
    const town = linkTown();
    const token = await town.toLink();
    town.clock.advance(48 * HOUR_MS - 1);
    expect(await town.datos.estado(token)).toBe('VIGENTE');
    town.clock.advance(HOUR_MS + 1);
    expect(await town.datos.estado(token)).toBe('VENCIDO');
    expect(await town.datos.enviar(token, CEDULA)).toEqual({ ok: true, value: 'VENCIDO' });
    await purgeEnlaces(town);
    expect(await town.datos.estado(token)).toBe('VENCIDO');
    town.clock.advance(7 * 24 * HOUR_MS);
    await purgeEnlaces(town);
    expect(await town.datos.estado(token)).toBe('DESCONOCIDO');
    // The person asks for another and goes on.
    await town.says('hola', 'si', 'otro enlace');
    expect(await town.datos.estado(await town.lastToken())).toBe('VIGENTE');
  });

  it('is of no use once its petition was filed, or became anonymous', async () => {
    const filed = linkTown();
    const token = await filed.toLink();
    await filed.says('seguir sin cédula', 'ana@correo.co', 'enviar');
    expect(await filed.datos.estado(token)).toBe('TERMINADO');
    expect(await filed.datos.enviar(token, CEDULA)).toEqual({ ok: true, value: 'TERMINADO' });
    const anonymous = linkTown();
    const hers = await anonymous.toLink();
    await anonymous.says('sin mi nombre', 'si');
    expect(await anonymous.datos.estado(hers)).toBe('TERMINADO');
    expect(await anonymous.datos.enviar(hers, CEDULA)).toEqual({ ok: true, value: 'TERMINADO' });
  });

  it('says nothing to who guesses', async () => {
    const town = linkTown();
    const token = await town.toLink();
    const { id } = town.enlaces.all()[0] ?? { id: '' };
    for (const guess of ['', id, token.slice(1), `${token}a`, 'A'.repeat(43), '../x']) {
      expect(await town.datos.estado(guess)).toBe('DESCONOCIDO');
      expect(await town.datos.enviar(guess, CEDULA)).toEqual({ ok: true, value: 'DESCONOCIDO' });
    }
  });

  it('tells of no petition: nothing in it leads to the draft that asked for it', async () => {
    const town = linkTown();
    await town.toLink();
    await town.says('sin mi nombre', 'si', 'enviar');
    const clave = town.ventanilla.solicitudes[0]?.clave ?? '?';
    expect(JSON.stringify(town.enlaces.all())).not.toContain(clave);
    expect(town.log.join('\n')).not.toMatch(/573001112233|datos\//);
  });
});
