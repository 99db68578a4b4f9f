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
  let before = written.get(element);
  if (!before) written.set(element, (before = {}));
  for (const name in attributes) {
    const value = attributes[name];
    if (before[name] === value) continue;
    before[name] = value;
    if (value === null) element.removeAttribute(name);
    else element.setAttribute(name, typeof value === "number" ? round(value) : value);
  }
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

/**
 * Move an element, text above all, for which new coordinates would mean new layout.
 *
 * @param {Element} element
 * @param {number} x
 * @param {number} y
 */
export const moveTo = (element, x, y) =>
  set(element, { transform: `translate(${round(x)} ${round(y)})` });

/**
 * Write text into an element that holds nothing else. The text node stays the same: that
 * costs the browser less than a new one.
 *
 * @param {Element} element
 * @param {string} text
 */
export function write(element, text) {
  const node = element.firstChild;
  if (!(node instanceof Text)) element.textContent = text;
  else if (node.data !== text) node.data = text;
}
