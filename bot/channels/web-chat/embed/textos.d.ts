/** The words of the button, put in by the build from content (`chatWeb.incrustado`). */
declare const TEXTOS_INCRUSTADO: {
  readonly abrir: string;
  readonly saltar: string;
  readonly titulo: string;
};
