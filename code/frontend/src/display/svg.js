// SVG elements that remember what was last written to them, so that a redraw touches only
// what changed.

const SVG = "http://www.w3.org/2000/svg";

/** @typedef {Record<string, string | number | null>} Attributes */

/** @type {WeakMap<Element, Attributes>} */
const written = new WeakMap();

/**
 * Set attributes; null removes one.
 *
 * @param {Element} element
 * @param {Attributes} attributes
 */
export function set(element, attributes) {
  const before = written.get(element) ?? {};
  for (const [name, value] of Object.entries(attributes)) {
    if (before[name] === value) continue;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, typeof value === "number" ? round(value) : value);
  }
  written.set(element, { ...before, ...attributes });
}

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {Element} parent
 * @param {K} name
 * @param {Attributes} [attributes]
 * @param {string} [text]
 * @returns {SVGElementTagNameMap[K]}
 */
export function add(parent, name, attributes = {}, text) {
  const element = document.createElementNS(SVG, name);
  set(element, attributes);
  if (text !== undefined) element.textContent = text;
  parent.append(element);
  return element;
}

/**
 * A coordinate, written short.
 *
 * @param {number} value
 */
export const round = (value) => String(Math.round(value * 100) / 100 || 0);

/** @param {Element} element @param {string} text */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
