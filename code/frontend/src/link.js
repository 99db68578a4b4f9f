// A figure's state in the part of the address after the #: `#fig-shear?matrix=1,1,0,1&x=1,0`.

/**
 * @typedef {Record<string, import("./fields.js").Field<any>>} Fields
 * @typedef {Record<string, unknown>} State
 */

/**
 * @param {string} id
 * @param {Fields} fields
 * @param {State} state
 */
export function writeLink(id, fields, state) {
  const parts = Object.entries(fields).map(
    ([name, field]) => `${name}=${encodeURIComponent(field.write(state[name])).replaceAll("%2C", ",")}`,
  );
  return `#${encodeURIComponent(id)}?${parts.join("&")}`;
}

/**
 * What a link says about the figure `id`: null if it is not about it, undefined if it is but
 * is damaged, otherwise the part of the state that it sets.
 *
 * @param {string} hash
 * @param {string} id
 * @param {Fields} fields
 * @returns {State | null | undefined}
 */
export function readLink(hash, id, fields) {
  const cut = hash.indexOf("?");
  if (cut < 0 || hash.slice(1, cut) !== encodeURIComponent(id)) return null;
  const said = new URLSearchParams(hash.slice(cut + 1));
  /** @type {State} */
  const state = {};
  for (const [name, field] of Object.entries(fields)) {
    const text = said.get(name);
    if (text === null) continue;
    const value = field.read(text);
    if (!field.check(value)) return undefined;
    state[name] = value;
  }
  return state;
}
