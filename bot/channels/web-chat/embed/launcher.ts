import { LAUNCHER_STYLE } from './launcher-style';

const ID = 'candelaria-chat-boton';

/** Adds the button at the end of the page, and at its beginning a link that skips to it. */
export function addLauncher(chat: URL, textos: typeof TEXTOS_INCRUSTADO): void {
  // A page may name the script twice.
  if (document.getElementById(ID)) return;
  const button = makeButton(textos.abrir);
  const panel = document.createElement('div');
  panel.id = 'panel';
  panel.hidden = true;
  button.setAttribute('aria-controls', panel.id);
  const frame = document.createElement('iframe');
  frame.title = textos.titulo;

  const show = (open: boolean): void => {
    panel.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (!open) {
      button.focus();
      return;
    }
    if (!frame.src) {
      frame.src = chat.href;
      panel.append(frame);
    }
    frame.focus();
  };
  button.addEventListener('click', () => show(panel.hidden === true));
  window.addEventListener('message', ({ origin, source, data }) => {
    if (origin === chat.origin && source === frame.contentWindow && data === 'candelaria-chat:cerrado')
      show(false);
  });

  const host = inShadow(button, panel);
  host.id = ID;
  host.lang = 'es-CO';
  document.body.append(host);
  document.body.prepend(skipLink(textos.saltar, button));
  document.addEventListener('focusin', ({ target }) => {
    button.classList.toggle(
      'aparte',
      target instanceof Element && target !== host && overlaps(target, button),
    );
  });
}

function makeButton(text: string): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.setAttribute('aria-expanded', 'false');
  return button;
}

function skipLink(text: string, button: HTMLElement): HTMLElement {
  const link = document.createElement('a');
  link.href = `#${ID}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    button.focus();
  });
  const host = inShadow(link);
  host.lang = 'es-CO';
  return host;
}

/** Apart from the page's own styles; a sheet made here needs no permission of its policy. */
function inShadow(...parts: readonly HTMLElement[]): HTMLElement {
  const host = document.createElement('div');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LAUNCHER_STYLE);
  root.adoptedStyleSheets = [sheet];
  root.append(...parts);
  return host;
}

/** What has the focus must not be under the button (WCAG 2.4.11). */
function overlaps(one: Element, other: Element): boolean {
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
