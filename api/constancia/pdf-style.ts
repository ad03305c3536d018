/** Measures in points (1/72 inch) of an A4 page. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 56, top: 96, bottom: 64 } as const;

export const WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Contrast of at least 7:1 on white, in colour or in a grey photocopy. */
export const COLOR = {
  text: '#1a1a1a',
  soft: '#454545',
  line: '#9aa5b1',
  brand: '#123d6b',
  warn: '#9b1c1c',
} as const;
