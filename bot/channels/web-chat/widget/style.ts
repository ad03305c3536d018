import { PALETTE } from './palette';

/** The look of the chat. */
export const CHAT_STYLE = `${PALETTE}
:host([modo='panel']) {
  position: fixed;
  inset: 0 0 0 auto;
  z-index: 5;
  width: min(26rem, 100%);
  border-left: 1px solid var(--linea);
}
:host([modo='marco']) { height: 100%; }
:host([modo='panel']:not([abierto])) { display: none; }
[hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
h2, p, ol, ul { margin: 0; padding: 0; }
ol, ul { list-style: none; }
:focus-visible { outline: 3px solid var(--foco); outline-offset: 2px; border-radius: .25rem; }
section { display: flex; flex-direction: column; height: 100%; background: var(--papel); }
header {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 1rem;
  padding: .6rem 1rem;
  background: var(--hoja);
  border-bottom: 1px solid var(--linea);
}
h2 { flex: 1 1 100%; font: 600 1.1rem/1.3 var(--titulos); }
header p { color: var(--tinta-suave); font-size: .9rem; line-height: 1.35; }
.mandos { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 0 1rem; }
summary, .persona a {
  min-height: 2.75rem;
  padding-block: .6rem;
  color: var(--verde);
  font-size: .9rem;
  font-weight: 600;
  text-decoration: underline;
  text-underline-offset: .18em;
  cursor: pointer;
}
.persona { display: flex; flex-wrap: wrap; gap: 0 1rem; }
button {
  min-height: 2.75rem;
  padding: .4rem .8rem;
  border: 1.5px solid var(--verde);
  border-radius: .6rem;
  background: var(--hoja);
  color: var(--verde);
  font: inherit;
  font-size: .97rem;
  font-weight: 600;
  line-height: 1.3;
  cursor: pointer;
}
button:hover { background: var(--verde-suave); color: var(--verde-fuerte); }
.guardar { display: flex; flex-wrap: wrap; gap: 0 1rem; }
.mandos button {
  padding: 0;
  border: 0;
  background: none;
  font-size: .9rem;
  text-decoration: underline;
  text-underline-offset: .18em;
}
.charla { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.marco-rollo { position: relative; flex: 1; min-height: 0; }
.rollo { height: 100%; overflow-y: auto; padding: 1rem; overscroll-behavior: contain; }
.rollo:focus-visible { outline-offset: -3px; }
[role='log'] > ol { display: flex; flex-direction: column; gap: .8rem; }
[role='log'] > ol > li {
  max-width: min(34rem, 88%);
  padding: .6rem .9rem .7rem;
  border: 1px solid var(--linea);
  border-radius: .9rem;
  background: var(--hoja);
  overflow-wrap: anywhere;
}
.asistente { align-self: flex-start; border-bottom-left-radius: .2rem !important; }
.usted {
  align-self: flex-end;
  border-bottom-right-radius: .2rem !important;
  background: var(--verde-suave) !important;
  border-color: var(--verde) !important;
}
.usted[data-estado='pendiente'] { border-style: dashed; }
.usted[data-estado='rechazado'] { border-color: var(--rojo) !important; }
.cuando { color: var(--tinta-suave); font-size: .84rem; }
.cuando strong { color: var(--tinta); }
.usted[data-estado='rechazado'] .estado { color: var(--rojo); font-weight: 600; }
.texto { white-space: pre-wrap; }
.texto + .texto { margin-top: .5rem; }
.archivo { font-size: .93rem; font-weight: 600; }
.enlaces { margin-top: .35rem; }
a { color: var(--verde); text-underline-offset: .18em; }
.enlaces a { display: inline-block; padding-block: .5rem; font-weight: 600; }
.opciones { margin-top: .35rem; color: var(--tinta-suave); font-size: .9rem; }
/* While its buttons stand below, the options are only heard. */
li:last-child > .opciones {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.respuestas { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .9rem; }
.respuestas button { text-align: left; border-radius: 1.4rem; padding-inline: 1.1rem; }
.nuevos {
  position: absolute;
  bottom: .6rem;
  left: 50%;
  transform: translateX(-50%);
  border-radius: 1.4rem;
  background: var(--verde);
  color: var(--sobre-verde);
  box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
}
.nuevos:hover { background: var(--verde-fuerte); color: var(--sobre-verde); }
.estados p { padding: .3rem 1rem; font-size: .9rem; color: var(--tinta-suave); }
.estados p:empty { padding: 0; }
.estados .red { background: var(--ambar); color: var(--tinta); }
form { padding: .6rem 1rem .8rem; background: var(--hoja); border-top: 1px solid var(--linea); }
label { display: block; font-weight: 600; font-size: .93rem; margin-bottom: .25rem; }
.fila { display: flex; align-items: flex-end; gap: .5rem; }
.bajo { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1rem; }
.adjuntar { display: flex; flex-wrap: wrap; gap: 0 1rem; }
/* The browser's own input lies over its words: it is what is pressed and what has the focus. */
.adjuntar label { position: relative; margin: 0; padding: .6rem 0; min-height: 2.75rem; color: var(--verde); overflow: hidden; }
.adjuntar span { text-decoration: underline; text-underline-offset: .18em; }
.adjuntar input { position: absolute; inset: 0; width: 100%; opacity: 0; cursor: pointer; font-size: 0; }
.adjuntar label:focus-within { outline: 3px solid var(--foco); outline-offset: -2px; border-radius: .25rem; }
.grabar { display: none !important; }
.adjuntos { display: grid; gap: .4rem; max-height: 9rem; margin-bottom: .5rem; overflow-y: auto; }
.adjuntos li { display: flex; flex-wrap: wrap; align-items: center; gap: 0 .6rem; padding: .1rem .6rem; border: 1px solid var(--linea); border-radius: .6rem; font-size: .9rem; overflow-wrap: anywhere; }
.adjuntos li[data-estado='noRecibido'], .adjuntos li[data-estado='fallo'] { border: 2px solid var(--rojo); }
.adjuntos progress { flex-basis: 100%; }
.adjuntos button { padding: 0; border: 0; background: none; font-size: .9rem; text-decoration: underline; }
progress { display: block; width: 100%; accent-color: var(--verde); }
textarea {
  flex: 1;
  min-width: 0;
  min-height: 2.9rem;
  max-height: 9.5rem;
  padding: .6rem .8rem;
  border: 1.5px solid var(--control);
  border-radius: .6rem;
  background: var(--papel);
  color: inherit;
  font: inherit;
  resize: none;
}
textarea[aria-invalid] { border-color: var(--rojo); }
.enviar { min-height: 2.9rem; padding-inline: 1.1rem; background: var(--verde); color: var(--sobre-verde); }
.enviar:hover { background: var(--verde-fuerte); color: var(--sobre-verde); }
.ayuda { margin-top: .3rem; font-size: .84rem; color: var(--tinta-suave); }
.fallo { color: var(--rojo); font-weight: 600; font-size: .93rem; }
.fallo:not(:empty) { margin-bottom: .3rem; }
@media (pointer: coarse) {
  .ayuda { display: none; }
  .grabar { display: block !important; }
}
/* A screen of few lines (a great zoom, a keyboard on it): what is read and what is written keep their place. */
@media (max-height: 30rem) {
  header { padding-block: 0; }
  header p, .ayuda { display: none; }
  header details p { display: block; }
  form { padding-block: .3rem; }
  .rollo { padding-block: .5rem; }
  .adjuntos { max-height: 4.5rem; }
  textarea { max-height: 5rem; }
}
@media (max-height: 20rem) {
  header { flex-wrap: nowrap; }
  h2 { display: none; }
  summary, .mandos button, .adjuntar label { min-height: 2rem; padding-block: .2rem; }
  section:has(details[open]) { overflow-y: auto; }
  form > label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
@media (max-width: 26rem) {
  .rollo { padding: .75rem; }
  header, form { padding-inline: .75rem; }
  header { padding-block: .2rem; }
  [role='log'] > ol > li { max-width: 94%; }
}
@media (forced-colors: active) {
  .usted, .asistente, .estados .red:not(:empty), .nuevos, .adjuntos li, .enviar { border: 2px solid !important; }
}
@media (prefers-reduced-motion: no-preference) {
  [role='log'] > ol > li { animation: entra .18s ease-out; }
  @keyframes entra { from { opacity: 0; transform: translateY(.3rem); } }
}
@media print {
  form, .mandos, .estados, .respuestas, .nuevos { display: none; }
  section, .charla, .marco-rollo, .rollo { display: block; height: auto; overflow: visible; }
  [role='log'] > ol { display: block; }
  [role='log'] > ol > li { max-width: none; margin-bottom: .6rem; break-inside: avoid; }
  li:last-child > .opciones { position: static; width: auto; height: auto; clip-path: none; }
}
`;
