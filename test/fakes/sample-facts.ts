import { join } from 'node:path';
import { valueOf } from '../../api/base/kernel/result';
import type { Understanding } from '../../bot/nlu/understand';
import { loadContent } from '../../content/load-content';

/** The product's own content. */
export const sampleContent = valueOf(loadContent(join(__dirname, '../../content')));

/** Understands greetings and fires, and nothing else. */
export const sampleUnderstand = (texto: string): Understanding => ({
  intencion: /^(hola|buenas)/i.test(texto) ? 'saludo' : 'ninguna',
  confianza: 0.9,
  tramites: [],
  emergencia: /incendio/i.test(texto),
  version: 'prueba',
});
