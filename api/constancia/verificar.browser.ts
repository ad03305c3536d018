// The script of `/verificar`. The token is in the address after `#`, which browsers never send: it is verified here, and
// only a browser that cannot do it sends it, in the body of the form. What the page must have: `verificar-piezas.tsx`.
import { systemClock } from '../base/kernel/clock';
import { checkLocally, compareFiles, compareText, type Cotejo, type PublishedKeys } from './check-locally';
import { payloadOf, splitToken, typedToken, type TokenPayload } from './token-payload';
import { verificationOf, type Verification } from './verification-fields';

const subtle: SubtleCrypto | undefined = globalThis.crypto?.subtle;
const byId = <T extends HTMLElement>(id: string): T | null => document.getElementById(id) as T | null;

const form = byId<HTMLFormElement>('verificar');
const field = form?.querySelector<HTMLTextAreaElement>('[name="token"]');
const result = byId('resultado');
const pieces = byId<HTMLTemplateElement>('verificar-piezas');
let payload: TokenPayload | undefined;

function piece(selector: string): HTMLElement | undefined {
  return pieces?.content.querySelector<HTMLElement>(selector)?.cloneNode(true) as HTMLElement | undefined;
}

function outcome(verification: Verification): HTMLElement | undefined {
  if (!verification.valida) return piece(`[data-invalida="${verification.motivo}"]`);
  const shown = piece('[data-valida]');
  for (const part of shown?.querySelectorAll<HTMLElement>('[data-si]') ?? []) {
    if (!verification[part.dataset['si'] as 'prueba' | 'fechaCumplida']) part.remove();
  }
  for (const [name, words] of Object.entries(verification.campos)) {
    const place = shown?.querySelector<HTMLElement>(`[data-campo="${name}"]`);
    if (words === '') place?.parentElement?.remove();
    else if (place) place.textContent = words;
  }
  return shown;
}

function offerComparison(good: TokenPayload | undefined): void {
  payload = good;
  byId('cotejo-resultado')?.replaceChildren();
  byId('cotejo')?.toggleAttribute('hidden', good === undefined || subtle === undefined);
  byId('cotejo-conjunto')?.toggleAttribute('hidden', !good || 'huellas' in good.anexos);
}

function show(verification: Verification): void {
  const shown = outcome(verification);
  if (!shown || !result) return;
  result.replaceChildren(shown);
  result.focus();
}

/** Verifies what the field holds; false when only the server can. */
async function verifyHere(): Promise<boolean> {
  if (!field || !pieces) return false;
  const keys = JSON.parse(pieces.dataset['claves'] ?? '{}') as PublishedKeys;
  const checked = await checkLocally(field.value, keys, subtle);
  if (checked.kind === 'UNABLE') return false;
  const good = checked.kind === 'GOOD';
  offerComparison(good ? checked.payload : undefined);
  show(good ? verificationOf(checked.payload, systemClock.now()) : { valida: false, motivo: checked.fault });
  return true;
}

// `submit()` goes straight to the server, without passing by the listener below.
async function verifyOrSend(): Promise<void> {
  const done = await verifyHere().catch(() => false);
  if (!done) form?.submit();
}

function readAddress(): void {
  const token = typedToken(location.hash);
  if (!field || token === '') return;
  field.value = token;
  void verifyOrSend();
}

function report(cotejo: Cotejo, name: string): void {
  const line = piece(`[data-cotejo="${cotejo}"]`);
  const place = line?.querySelector('[data-nombre]');
  if (!line || !place) return;
  place.textContent = name;
  byId('cotejo-resultado')?.append(line);
}

async function compareTyped(): Promise<void> {
  const typed = byId<HTMLTextAreaElement>('cotejo-texto')?.value;
  if (!payload || !subtle || typed === undefined) return;
  const cotejo = await compareText(payload, typed, subtle);
  byId('cotejo-resultado')?.replaceChildren();
  report(cotejo, '');
}

async function compareChosen(): Promise<void> {
  const chosen = Array.from(byId<HTMLInputElement>('cotejo-archivos')?.files ?? []);
  if (!payload || !subtle || chosen.length === 0) return;
  const contents = await Promise.all(chosen.map(async (file) => new Uint8Array(await file.arrayBuffer())));
  const cotejos = await compareFiles(payload, contents, subtle);
  byId('cotejo-resultado')?.replaceChildren();
  const names = cotejos.length === chosen.length ? chosen.map(({ name }) => name) : [''];
  for (const [index, cotejo] of cotejos.entries()) report(cotejo, names[index] ?? '');
}

/** The server already said that the token in the field is good: its files can be compared here. */
function trustServer(): void {
  const split = splitToken(typedToken(field?.value ?? ''));
  const good = result?.querySelector('.comprobante:not(.mal)');
  if (good && typeof split !== 'string') offerComparison(payloadOf(split.wire));
}

form?.addEventListener('submit', (event) => {
  // An empty field is the server's to explain, as it does without a script.
  if (!field || field.value.trim() === '') return;
  event.preventDefault();
  void verifyOrSend();
});
byId('cotejo-comparar')?.addEventListener('click', () => void compareTyped());
byId('cotejo-archivos')?.addEventListener('change', () => void compareChosen());
globalThis.addEventListener('hashchange', readAddress);
trustServer();
readAddress();
