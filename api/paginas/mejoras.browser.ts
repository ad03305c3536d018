/**
 * What a page gains with JavaScript: the chat opens over the home page instead of in its own, and a page can be printed
 * with a button. Without it everything still works.
 */
const ROOM_FOR_BOTH = '(min-width: 64rem)';

function addPrintButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-imprimir]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** The link to the chat becomes a button; the first press brings the chat's script. */
function addChatButton(link: HTMLAnchorElement, chat: HTMLElement): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.textContent = link.textContent;
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-controls', chat.id);
  const source = link.dataset['abrirChat'] ?? '';
  const target = link.href;
  button.addEventListener('click', () => {
    // Without room for both, the chat has its own page: nothing is covered and "back" works.
    if (!matchMedia(ROOM_FOR_BOTH).matches) {
      location.assign(target);
      return;
    }
    chat.toggleAttribute('abierto');
    if (customElements.get('candelaria-chat')) return;
    const script = document.createElement('script');
    script.src = source;
    script.addEventListener('error', () => location.assign(target));
    document.head.append(script);
  });
  const showState = (): void => button.setAttribute('aria-expanded', String(chat.hasAttribute('abierto')));
  new MutationObserver(showState).observe(chat, { attributeFilter: ['abierto'] });
  // Closed with the keyboard or its button, the focus goes back to where it was opened.
  chat.addEventListener('cerrado', () => button.focus());
  link.replaceWith(button);
}

addPrintButtons();
const link = document.querySelector<HTMLAnchorElement>('a[data-abrir-chat]');
const chat = document.querySelector<HTMLElement>('candelaria-chat');
if (link && chat) addChatButton(link, chat);
