/** The look of the button in the pages of others: readable there whatever their own style. */
export const LAUNCHER_STYLE = `
:host { all: initial; }
button, a {
  font: 600 1rem/1.3 system-ui, sans-serif;
  color: #fff;
  background: #14603f;
  border: 2px solid #fff;
  border-radius: 1.6rem;
  padding: .7rem 1.2rem;
  min-height: 2.75rem;
}
button { position: fixed; right: 1rem; bottom: 1rem; z-index: 2147483000; max-width: calc(100% - 2rem); cursor: pointer; }
button:hover { background: #0c442c; }
button:focus-visible, a:focus { outline: 3px solid #0b57d0; outline-offset: 2px; }
/* Out of the way of what has the focus; with the focus itself, in sight. */
button.aparte:not(:focus) { opacity: 0; pointer-events: none; }
a { position: fixed; left: 1rem; top: 1rem; z-index: 2147483001; }
a:not(:focus) { left: -99rem; }
#panel {
  position: fixed;
  right: 1rem;
  bottom: 5rem;
  z-index: 2147483000;
  width: min(26rem, calc(100% - 2rem));
  height: min(42rem, calc(100% - 6rem));
  border: 2px solid #14603f;
  background: #fff;
}
#panel[hidden] { display: none; }
iframe { display: block; width: 100%; height: 100%; border: 0; }
@media (max-width: 30rem), (max-height: 30rem) {
  #panel { inset: 0; width: auto; height: auto; border: 0; z-index: 2147483002; }
}
@media (forced-colors: active) { button, #panel { border: 2px solid ButtonText; } }
@media print { button, a, #panel { display: none; } }
`;
