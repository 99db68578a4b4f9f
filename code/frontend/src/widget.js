// A notebook: the same figure as an anywidget, whose state is the widget's traits.

import { wake } from "./figure.js";

/**
 * The part of anywidget's model that a figure uses.
 *
 * @typedef {object} Model
 * @property {(name: string) => any} get
 * @property {(name: string, value: unknown) => void} set
 * @property {() => void} save_changes
 * @property {(event: string, callback: () => void) => void} on
 * @property {(event: string, callback: () => void) => void} off
 */

/**
 * The widget of one kind of figure, as anywidget wants it.
 *
 * @param {import("./figure.js").Kind<any, any>} kind
 */
export const widget = (kind) => ({
  /** @param {{model: Model, el: HTMLElement}} place */
  render: ({ model, el }) => render(kind, model, el),
});

/**
 * @param {import("./figure.js").Kind<any, any>} kind
 * @param {Model} model
 * @param {HTMLElement} el
 */
function render(kind, model, el) {
  el.innerHTML = model.get("_markup");
  const root = /** @type {HTMLElement} */ (el.firstElementChild);
  const data = JSON.parse(root.dataset.figure ?? "{}");
  const names = Object.keys(data.state);
  const read = () => Object.fromEntries(names.map((name) => [name, model.get(name)]));

  let sending = false;
  const figure = wake(root, kind, data, {
    links: false,
    changed(state) {
      sending = true; // the model answers each `set` at once, when the others are still old
      for (const name of names) {
        if (JSON.stringify(model.get(name)) !== JSON.stringify(state[name])) {
          model.set(name, state[name]);
        }
      }
      sending = false;
      model.save_changes();
    },
  });
  const show = () => {
    if (!sending) figure.show(read());
  };
  show();
  for (const name of names) model.on(`change:${name}`, show);
  return () => {
    for (const name of names) model.off(`change:${name}`, show);
    figure.sleep();
  };
}
