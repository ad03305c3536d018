// The page of the simulator: shows each phone and does what the person does on it.
const find = (selector, inside = document) => inside.querySelector(selector);
const phones = new Map();
const hidden = new Set();

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

const pretty = (phone) => phone.replace(/^57(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');

async function post(path, body, errorPlace) {
  errorPlace.textContent = '';
  try {
    const response = await fetch(`/telefono/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (response.ok) return true;
    errorPlace.textContent = (await response.json()).error;
  } catch {
    errorPlace.textContent = 'El simulador no responde. ¿Sigue en marcha?';
  }
  return false;
}

// Web addresses become links; everything else is text and nothing but text.
function withLinks(text) {
  return text
    .split(/(https?:\/\/[^\s]+[^\s.,;:)])/)
    .map((part, n) => (n % 2 ? make('a', { href: part, target: '_blank', rel: 'noopener' }, part) : part));
}

function optionButton({ title, description }, act) {
  const button = make('button', { type: 'button', onclick: act }, title);
  if (description) button.append(make('small', {}, description));
  return button;
}

function optionsOf(message, phone) {
  const { act } = phone;
  const buttons = [
    ...(message.opciones ?? []).map((option) =>
      optionButton(option, () => act('opcion', { id: option.id, mensaje: message.id })),
    ),
    ...(message.rapidas ?? []).map((option) => optionButton(option, () => act('rapida', { id: option.id }))),
  ];
  if (message.pideUbicacion)
    buttons.push(optionButton({ title: 'Enviar ubicación' }, () => phone.showLocation()));
  if (buttons.length === 0) return [];
  const group = make('div', { className: 'opciones', role: 'group' }, ...buttons);
  group.setAttribute('aria-label', message.lista ?? 'Opciones');
  if (!message.lista) return [group];
  return [make('details', {}, make('summary', {}, message.lista), group)];
}

const RECEIVED = { image: 'Imagen', document: 'Documento', audio: 'Audio', video: 'Video' };

// A picture is seen and a sound is heard where they come, as on a phone; everything can be opened.
function fileOf({ id, link, name, kind, bytes }, phone) {
  const href = id ? `/telefono/archivos/${id}` : link;
  const size = bytes === undefined ? '' : ` (${Math.max(1, Math.round(bytes / 1000))} kB)`;
  const label = `${RECEIVED[kind] ?? 'Archivo'}: ${name}${size}`;
  const shown = [make('p', { className: 'archivo' }, make('a', { href, download: name }, label))];
  if (id && kind === 'image')
    shown.unshift(make('img', { src: href, alt: name, onload: () => keepAtEnd(phone) }));
  if (id && kind === 'audio') shown.unshift(make('audio', { src: href, controls: true }));
  return shown;
}

function attachmentOf({ enlace }) {
  const links = [];
  if (enlace)
    links.push(
      make('p', {}, make('a', { href: enlace.url, target: '_blank', rel: 'noopener' }, enlace.title)),
    );
  return links;
}

const HOUR = { hour: 'numeric', minute: '2-digit', timeZone: 'America/Bogota' };
const STATES = { ENVIADO: '✓ enviado', ENTREGADO: '✓✓ entregado', LEIDO: '✓✓ leído' };
const KINDS = {
  image: 'Foto',
  document: 'Documento',
  audio: 'Nota de voz',
  location: 'Ubicación',
  video: 'Video',
};

function bubble(message, phone) {
  const mine = message.de === 'persona';
  const time = new Date(message.en).toLocaleTimeString('es-CO', HOUR);
  const kind = mine && KINDS[message.tipo] ? `${KINDS[message.tipo]}: ` : '';
  const state = make('span', { className: 'estado' });
  const element = make(
    'div',
    { className: mine ? 'mensaje persona' : 'mensaje' },
    make('p', { className: 'quien' }, `${mine ? 'Persona' : 'Alcaldía'}, ${time} `, state),
    ...(message.archivo ? fileOf(message.archivo, phone) : []),
    ...(kind || message.texto ? [make('p', {}, kind, ...withLinks(message.texto))] : []),
    ...(mine ? [] : [...attachmentOf(message), ...optionsOf(message, phone)]),
  );
  return { element, state };
}

function readAsBase64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result.slice(reader.result.indexOf(',') + 1));
    reader.onerror = reject;
    reader.readAsDataURL(file);
  });
}

function wireForms(section, act) {
  const form = find('form.texto', section);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const texto = form.texto.value;
    if (await act('texto', { texto })) form.reset();
    form.texto.focus();
  };
  form.texto.onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    form.requestSubmit();
  };
  find('form.archivo', section).onsubmit = async (event) => {
    event.preventDefault();
    const { archivo, como, pie } = event.target.elements;
    const [file] = archivo.files;
    const base64 = await readAsBase64(file);
    const sent = { nombre: file.name, tipo: file.type, como: como.value, pie: pie.value, base64 };
    if (await act('archivo', sent)) event.target.reset();
  };
  find('form.ubicacion', section).onsubmit = (event) => {
    event.preventDefault();
    act('ubicacion', Object.fromEntries(new FormData(event.target)));
  };
  find('form.llamada', section).onsubmit = (event) => {
    event.preventDefault();
    act('llamada', {});
  };
}

function keepAtEnd(phone) {
  const { log } = phone;
  phone.length = log.scrollHeight;
  if (phone.isAtEnd) log.scrollTop = log.scrollHeight;
}

function openPhone(person) {
  const section = find('#plantilla-telefono').content.firstElementChild.cloneNode(true);
  const title = find('h2', section);
  title.id = `titulo-${person.telefono}`;
  title.textContent = `${pretty(person.telefono)}, ${person.nombre}`;
  section.setAttribute('aria-labelledby', title.id);
  const log = find('.conversacion', section);
  log.setAttribute('aria-label', `Conversación de ${pretty(person.telefono)}`);
  const act = (action, body) =>
    post(`personas/${person.telefono}/${action}`, body, find(':scope > .error', section));
  const showLocation = () => {
    find('details:not(.conversacion *)', section).open = true;
    find('form.ubicacion input', section).focus();
  };
  const phone = { section, log, act, showLocation, bubbles: new Map(), isAtEnd: true };
  log.onscroll = () => {
    // Only a person moves a text that is as long as it was.
    if (log.scrollHeight === phone.length)
      phone.isAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  };
  // Another phone beside it makes this one narrower, and its text longer.
  new ResizeObserver(() => keepAtEnd(phone)).observe(log);
  wireForms(section, act);
  find('#telefonos').append(section);
  phones.set(person.telefono, phone);
  return phone;
}

function showPhone(person) {
  const phone = phones.get(person.telefono) ?? openPhone(person);
  const { log, bubbles } = phone;
  for (const message of person.mensajes) {
    if (!bubbles.has(message.id)) {
      bubbles.set(message.id, bubble(message, phone));
      log.append(bubbles.get(message.id).element);
    }
    const { state } = bubbles.get(message.id);
    const text = STATES[message.estado] ?? '';
    if (state.textContent !== text) state.textContent = text;
  }
  keepAtEnd(phone);
  find('.escribiendo', phone.section).textContent = person.escribiendo ? 'La alcaldía está escribiendo…' : '';
  phone.section.hidden = hidden.has(person.telefono);
}

function checkbox(container, key, label, isOn, change) {
  const id = `${container.id}-${key}`;
  let input = document.getElementById(id);
  if (!input) {
    input = make('input', { type: 'checkbox', id, onchange: () => change(input.checked) });
    container.append(make('label', { className: 'marca' }, input, ` ${label}`));
  }
  input.checked = isOn;
}

function show({ personas, fallas, posibles, avisos }) {
  for (const person of personas) {
    const label = `${pretty(person.telefono)}${person.sinTelefono ? ' (oculto)' : ''}, ${person.nombre}`;
    checkbox(find('#personas'), person.telefono, label, !hidden.has(person.telefono), (isOn) => {
      hidden[isOn ? 'delete' : 'add'](person.telefono);
      phones.get(person.telefono).section.hidden = !isOn;
    });
    showPhone(person);
  }
  for (const { id, nombre } of posibles)
    checkbox(find('#fallas'), id, nombre, fallas.includes(id), (activa) =>
      post('fallas', { falla: id, activa }, find('#agregar-error')),
    );
  find('#conexion').textContent = `Los mensajes van a ${avisos}`;
}

const events = new EventSource('/telefono/eventos');
events.onmessage = ({ data }) => show(JSON.parse(data));
events.onerror = () => {
  find('#conexion').textContent = 'Se perdió la conexión con el simulador. La página la busca sola.';
};

find('#agregar').onsubmit = async (event) => {
  event.preventDefault();
  const body = {
    telefono: find('#nuevo-numero').value,
    nombre: find('#nuevo-nombre').value,
    sinTelefono: find('#nuevo-oculto').checked,
  };
  if (await post('personas', body, find('#agregar-error'))) event.target.reset();
};
