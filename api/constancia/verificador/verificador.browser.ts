// The script of the verifier that is downloaded: one file, opened from a disk, that asks nothing of the network.
import type { ClavePublica } from '../../base/sealing/signer';
import { createTexts } from '../../../content/texts';
import { compareFiles, compareText, type Cotejo } from '../check-locally';
import type { TokenPayload } from '../token-payload';
import { finding, type Hallazgo } from './checker';
import { check } from './checkers';
import { element, fill } from './elements';
import { keyTable } from './key-table';
import { parseKeyList } from './key-list';
import { withEd25519 } from './noble-subtle';
import { pdfToken } from './pdf-token';
import { showFinding } from './show-finding';

const MAX_FILE = 20_000_000;

const byId = <T extends HTMLElement>(id: string): T => document.getElementById(id) as T;
const words = JSON.parse(byId('palabras').textContent ?? '{}') as Record<string, string>;
const t = createTexts(new Map(Object.entries(words)));
const subtle = withEd25519(globalThis.crypto?.subtle);

let claves: readonly ClavePublica[] = parseKeyList(byId('claves').textContent ?? '') ?? [];
let payload: TokenPayload | undefined;

function show(found: Hallazgo): void {
  const result = byId('resultado');
  result.dataset['veredicto'] = found.veredicto;
  fill(result, showFinding(t, found));
  payload = found.payload;
  byId('cotejo').hidden = payload === undefined;
  byId('cotejo-conjunto').hidden = !payload || 'huellas' in payload.anexos;
  fill(byId('cotejo-resultado'), []);
  result.focus();
}

async function textOf(file: File): Promise<string | Hallazgo> {
  if (file.size > MAX_FILE) return finding('otro', 'NO_SE_PUEDE', 'DEMASIADO_GRANDE');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const inside = pdfToken(bytes);
  if (inside === '') return finding('otro', 'NO_SE_PUEDE', 'PDF_SIN_CODIGO');
  return inside ?? new TextDecoder().decode(bytes);
}

async function verify(): Promise<void> {
  const [file] = Array.from(byId<HTMLInputElement>('archivo').files ?? []);
  const typed = byId<HTMLTextAreaElement>('entrada').value;
  const given = typed.trim() === '' && file ? await textOf(file) : typed;
  show(typeof given === 'string' ? await check(given, { claves, subtle }) : given);
}

const report = (cotejo: Cotejo, name: string): HTMLElement =>
  element('li', [`${name} ${t(`constancia.verificar.cotejo.${cotejo}`)}`.trim()]);

async function compareTyped(): Promise<void> {
  if (!payload || !subtle) return;
  const typed = byId<HTMLTextAreaElement>('cotejo-texto').value;
  fill(byId('cotejo-resultado'), [report(await compareText(payload, typed, subtle), '')]);
}

async function compareChosen(): Promise<void> {
  const chosen = Array.from(byId<HTMLInputElement>('cotejo-archivos').files ?? []);
  if (!payload || !subtle || chosen.length === 0) return;
  const contents = await Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const cotejos = await compareFiles(payload, contents, subtle);
  const names = cotejos.length === chosen.length ? chosen.map(({ name }) => `${name}:`) : [];
  fill(
    byId('cotejo-resultado'),
    cotejos.map((cotejo, index) => report(cotejo, names[index] ?? '')),
  );
}

async function useList(): Promise<void> {
  const [file] = Array.from(byId<HTMLInputElement>('lista-archivo').files ?? []);
  const typed = byId<HTMLTextAreaElement>('lista-texto').value;
  const list = parseKeyList(typed.trim() === '' && file ? await file.text() : typed);
  if (list) claves = list;
  const said = list ? t('verificador.claves.usada', { cuantas: list.length }) : t('verificador.claves.mala');
  fill(byId('lista-aviso'), [said]);
  fill(byId('lista'), keyTable(t, claves));
}

byId('comprobar').addEventListener('submit', (event) => {
  event.preventDefault();
  void verify();
});
byId('archivo').addEventListener('change', () => {
  byId<HTMLTextAreaElement>('entrada').value = '';
  void verify();
});
byId('cotejo-comparar').addEventListener('click', () => void compareTyped());
byId('cotejo-archivos').addEventListener('change', () => void compareChosen());
byId('lista-usar').addEventListener('click', () => void useList());
fill(byId('lista'), keyTable(t, claves));
