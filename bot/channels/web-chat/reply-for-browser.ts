import type { Reply } from '../channel';

/** A reply as it travels to the browser, by the socket and by the stream of events. */
export const forBrowser = ({ seq, texto, opciones, enlaces = [], en }: Reply) => ({
  seq,
  texto,
  opciones,
  enlaces,
  en,
});
