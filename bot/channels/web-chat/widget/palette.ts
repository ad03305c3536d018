/** Colours and letters of the chat, those of the page it stands in. */
export const PALETTE = `
:host {
  --papel: #faf7f1;
  --hoja: #fff;
  --tinta: #1c2420;
  --tinta-suave: #4b564f;
  --linea: #d8d2c5;
  --control: #6f7a73;
  --verde: #14603f;
  --verde-fuerte: #0c442c;
  --verde-suave: #e4efe8;
  --sobre-verde: #fff;
  --rojo: #a1231a;
  --ambar: #fdf0cf;
  --foco: #0b57d0;
  --titulos: 'Iowan Old Style', Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif;
  display: block;
  color: var(--tinta);
  font: 1rem/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :host {
    --papel: #121714;
    --hoja: #1b221e;
    --tinta: #edf1ed;
    --tinta-suave: #b7c2ba;
    --linea: #36413b;
    --control: #8b978f;
    --verde: #86d3aa;
    --verde-fuerte: #a9e4c5;
    --verde-suave: #1c3327;
    --sobre-verde: #08180f;
    --rojo: #ffb3a8;
    --ambar: #3a2f12;
    --foco: #8ab4ff;
  }
}
`;
