import type { Citizen } from '../../whatsapp-sim/actors/citizen';
import type { TraceEvent } from '../../whatsapp-sim/trace';
import type { KillableTown } from './killable-town';

/** What is seen once a cell is over. */
export interface Visto {
  readonly casos: number;
  /** Messages that the person received from the fault on. */
  readonly respuestas: number;
  /** The same message of ours twice, by its own id or by its words. */
  readonly repetidas: number;
  /** Acuses and notices sent again because nobody told what became of the first, saying that it may be a repetition. */
  readonly repetidasDiciendolo: number;
  /** Webhooks that came wrong. */
  readonly fallas: number;
  readonly cortes: number;
  /** Messages being sent when the program was cut. */
  readonly enVuelo: number;
  /** Most messages whose end nobody knew, and those at the end. */
  readonly inciertas: number;
  readonly inciertasAlFinal: number;
  /** Whether the person has what the journey was for. */
  readonly llego: boolean;
  /** What should be empty: replies without sending, sendings that did not arrive, messages that nobody acknowledged. */
  readonly perdidas: readonly string[];
}

const PERHAPS_AGAIN = /es posible que ya|mensaje repetido/i;

/** What each journey ends with, as the person reads it. */
const ENDS = [/(^|\n)Radicado /, /^Estado: /, /le escribió en su caso/];

export async function look(town: KillableTown, { person }: Citizen, already: number): Promise<Visto> {
  const { sim, office, envios, deaths, uncertain } = town;
  const accepted = sim.world.trace.events().filter(({ que }) => que === 'envio.aceptado');
  const ofUs = accepted.filter(({ opaco }) => opaco !== undefined);
  const received = person.received.slice(already);
  const states = envios.all();
  return {
    casos: office.book.pages.length,
    respuestas: received.length,
    repetidas: repeatedIds(ofUs) + repeatedWords(person.received.map(({ text }) => text)),
    repetidasDiciendolo: received.filter(({ text }) => PERHAPS_AGAIN.test(text)).length,
    fallas: sim.world.trace.events().filter(({ que }) => que === 'falla').length,
    cortes: deaths.length,
    enVuelo: deaths[0]?.inFlight ?? 0,
    inciertas: uncertain(),
    inciertasAlFinal: states.filter(({ estado }) => estado === 'INCIERTO').length,
    llego: received.some(({ text }) => ENDS.some((end) => end.test(text))),
    perdidas: [
      ...states
        .filter(({ estado }) => !['ENTREGADO', 'LEIDO', 'INCIERTO'].includes(estado))
        .map(({ clase, estado, codigo = '' }) => `${clase} ${estado} ${codigo}`),
      ...person.sent.filter(({ state }) => state === 'ENVIADO').map(({ text }) => `sin acuse: ${text}`),
      ...(await withoutSending(
        town,
        received.filter(({ text }) => /es posible que ya.*\n\nRadicado /is.test(text)).length,
      )),
    ],
  };
}

const repeatedIds = (events: readonly TraceEvent[]): number =>
  events.length - new Set(events.map(({ opaco }) => opaco)).size;

const repeatedWords = (texts: readonly string[]): number =>
  texts.filter((text, index) => index > 0 && text === texts[index - 1]).length;

/** Each reply of the conversation went out under an id of its own, or is still unknown; an acuse may go again. */
async function withoutSending({ town, envios }: KillableTown, again: number): Promise<readonly string[]> {
  const who = { canal: 'WHATSAPP', conversacion: 'persona-1' } as const;
  const said = (await town.engine.repliesAfter(who, 0)).at(-1)?.seq ?? 0;
  const sent = envios.all().filter(({ clase }) => clase !== 'AVISO').length;
  return said + again === sent ? [] : [`${said} respuestas, ${again} otra vez y ${sent} envíos`];
}
