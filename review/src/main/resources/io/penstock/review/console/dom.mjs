/** Elements without markup in strings: what a document or a person wrote is only ever text. */

const SVG = 'http://www.w3.org/2000/svg';
const SVG_TAGS = new Set(['svg', 'g', 'path', 'rect', 'line', 'circle', 'polyline', 'polygon', 'text', 'title']);

/** Makes an element: properties beginning with `on` are listeners, `data` a map, others attributes; null and false leave one out. */
export function h(tag, properties = {}, ...children) {
  const element =
    (SVG_TAGS.has(tag) && tag !== 'title') || properties?.svg ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    set(element, name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

function set(element, name, value) {
  if (name === 'svg' || value === null || value === undefined || value === false) {
    return;
  }
  if (name.startsWith('on')) {
    element.addEventListener(name.slice(2), value);
  } else if (name === 'data') {
    Object.assign(element.dataset, value);
  } else {
    element.setAttribute(name, value === true ? '' : value);
  }
}

/** Puts children in the place of all that an element holds. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Changes a text only where it is another one: readers of the screen are told of changes. */
export function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Makes a key as it is drawn in legends. */
export function kbd(text) {
  return h('kbd', {}, text);
}
