import { addLauncher } from './launcher';

/**
 * `<script src="https://…/chat.js" async></script>` in a page of whoever: adds the button of the chat, which opens in a
 * frame of ours when it is pressed and not before. In a page of ours that already has the chat, brings the chat itself.
 * It needs of the page's policy only `script-src` and `frame-src` with our address.
 */
const script = document.currentScript;
const base = script instanceof HTMLScriptElement ? script.src : location.href;

function start(): void {
  if (!document.querySelector('candelaria-chat')) {
    addLauncher(new URL('/chat?marco=1', base), TEXTOS_INCRUSTADO);
    return;
  }
  const own = document.createElement('script');
  own.src = new URL('/conversacion.js', base).href;
  document.head.append(own);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
