import 'preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'candelaria-chat': HTMLAttributes<HTMLElement> & {
        readonly modo: 'panel' | 'pagina' | 'marco';
        readonly textos: string;
      };
    }
  }
}
