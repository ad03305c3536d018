import { once } from 'node:events';
import { Client, type ClientOptions, LocalAuth, type Message, MessageMedia } from 'whatsapp-web.js';
import type { AjustesHijo } from '../wire/to-child';
import type { FoundBrowser } from './find-browser';
import { BROWSER_GONE, BROWSER_OPEN, type SendOptions, type WwebClient, type WwebFile } from './wweb-client';

/** What the library has and its types do not say. */
type Whole = Client & { inject(): Promise<void> };
const Base = Client as unknown as new (options: ClientOptions) => Whole;

/** Tells when the browser runs, before any page is opened: a server that stays mute would hide it for ever. */
class WatchedAuth extends LocalAuth {
  onBrowser: () => void = () => {};
  override afterBrowserInitialized = (): Promise<void> => {
    this.onBrowser();
    return Promise.resolve();
  };
}

/**
 * The library's client for one session: it injects itself again at every navigation with nobody to catch a failure, and
 * says nothing when its browser dies. Both end the session here.
 */
export class GuardedClient extends Base {
  browserPid: number | undefined;
  private injected = false;
  private ending: Promise<void> | undefined;

  constructor(options: ClientOptions, auth: WatchedAuth) {
    super({ ...options, authStrategy: auth });
    auth.onBrowser = () => this.watchBrowser();
  }

  override async inject(): Promise<void> {
    if (this.injected) {
      await super.inject().catch(() => this.emit('disconnected', 'INJECT'));
      return;
    }
    await super.inject();
    this.injected = true;
  }

  /** Once: the second of two closings would kill the browser while it writes the link, and the link would be lost. */
  override destroy(): Promise<void> {
    this.ending ??= super.destroy();
    return this.ending;
  }

  /** A picture is shown; anything else, also a sound, which takes no text by itself, goes as a document. */
  sendFile(to: string, { tipo, nombre, base64, pie }: WwebFile, options: SendOptions): Promise<Message> {
    const sendMediaAsDocument = !tipo.startsWith('image/');
    const media = new MessageMedia(tipo, base64, nombre);
    return this.sendMessage(to, media, { ...options, caption: pie, sendMediaAsDocument });
  }

  /** When the browser has written what it keeps and is gone; the library's own end does not wait for that. */
  async whenClosed(): Promise<void> {
    const its = this.pupBrowser?.process();
    if (its && its.exitCode === null && its.signalCode === null) await once(its, 'exit');
  }

  private watchBrowser(): void {
    const browser = this.pupBrowser;
    if (!browser || this.browserPid !== undefined) return;
    browser.on('disconnected', () => this.emit(BROWSER_GONE));
    this.browserPid = browser.process()?.pid;
    if (this.browserPid !== undefined) this.emit(BROWSER_OPEN, this.browserPid);
  }
}

/** Nothing that a linked device needs is done in the background, and nothing is asked of anybody but WhatsApp. */
const ARGUMENTS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-extensions',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--lang=es-CO',
];

/** The real client, on a browser profile of its own. */
export function openLibraryClient(
  { sesion, pagina }: AjustesHijo,
  { path, args }: FoundBrowser,
): GuardedClient & WwebClient {
  const options: ClientOptions = {
    puppeteer: {
      executablePath: path,
      headless: true,
      args: [...ARGUMENTS, ...args],
      // By a pipe the browser ends with whoever drives it, however that dies.
      pipe: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    },
    // The library would otherwise keep the page of today and read it tomorrow, or fall back in silence.
    webVersionCache: pagina ? { type: 'local', path: pagina.carpeta, strict: true } : { type: 'none' },
    ...(pagina ? { webVersion: pagina.version } : {}),
    authTimeoutMs: 60_000,
  };
  return new GuardedClient(options, new WatchedAuth({ dataPath: sesion })) as GuardedClient & WwebClient;
}
