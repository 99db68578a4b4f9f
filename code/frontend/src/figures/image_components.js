// Image components: a photograph from its first k singular values.

import { shapeDisplay } from "../display/shape_list.js";
import { set } from "../display/svg.js";
import { flag, integer } from "../fields.js";
import { composer } from "../maths/image_parts.js";
import { number } from "../maths/number.js";
import { chart, chartBackground, chartScene } from "../view/components_scene.js";

/**
 * @typedef {object} State
 * @property {number} k
 * @property {boolean} rest  is it shown what they leave out?
 *
 * @typedef {object} Options
 * @property {import("../maths/image_parts.js").Picture} picture
 */

/** @type {import("../figure.js").Kind<State, Options>} */
export const imageComponents = {
  name: "image-components",
  keys: "Arrow keys change the number of components by 1.",
  fields: ({ picture }) => ({ k: outOf(picture.values.length), rest: flag }),
  describe,
  build,
  actions: {
    more({ state, change, options }, by) {
      const most = options.picture.values.length;
      change({ k: Math.min(most, Math.max(1, state().k + Number(by))) });
    },
  },
};

/**
 * How many of all: 10/112 in links, so that a link that was cut, or is about another picture, is
 * not taken for another number.
 *
 * @param {number} most
 * @returns {import("../fields.js").Field<number>}
 */
function outOf(most) {
  const whole = integer({ min: 1, max: most });
  return {
    check: whole.check,
    write: (k) => `${k}/${most}`,
    read: (text) => (text.endsWith(`/${most}`) ? whole.read(text.split("/")[0]) : NaN),
  };
}

/**
 * @param {State} state
 * @param {Options} options
 * @returns {import("../figure.js").Description}
 */
function describe({ k, rest }, { picture: { rows, columns, values } }) {
  const squares = values.map((value) => value ** 2);
  /** @param {number[]} parts */
  const sum = (parts) => parts.reduce((all, part) => all + part, 0);
  const [most, whole] = [values.length, rows * columns];
  const leftOut = sum(squares.slice(k)) / sum(squares);
  const error = number(Math.sqrt(leftOut));
  const stored = k * (rows + columns + 1);
  const share = number((100 * stored) / whole, 1);
  let sentence =
    `${k} component${k > 1 ? "s take" : " takes"} ${share} % of the ` +
    `numbers of the picture; the relative error is ${error}.`;
  if (k === most) {
    sentence = "All components together are the picture, in more numbers than it has.";
  } else if (stored >= whole) {
    sentence =
      "So many components take more numbers than the picture itself: nothing is saved.";
  }
  return {
    rows: [
      ["Components k", `${k} of ${most}`],
      ["Numbers stored", `${stored} of ${whole} (${share} %)`],
      ["Squares kept", `${number(100 * (1 - leftOut), 2)} %`],
      ["Relative error", error],
      [`With k = ${most}`, `${most * (rows + columns + 1)} numbers, error 0`],
    ],
    sentence: rest ? `${sentence} Shown is what they leave out.` : sentence,
  };
}

/**
 * @param {import("../figure.js").Stage<State, Options>} stage
 * @returns {(state: State) => void}
 */
function build({ svg, options: { picture } }) {
  const view = chart(picture);
  const { rows, columns } = picture;
  const compose = composer(picture);
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height, canvas.className] = [columns, rows, "mlf-photograph"];
  canvas.ariaHidden = "true";
  svg.after(canvas);
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const pixels = pen.createImageData(columns, rows);

  shapeDisplay(svg)(chartBackground(picture, view));
  const draw = shapeDisplay(svg);
  set(svg, {
    "aria-label":
      "A photograph put together from its largest components, above the singular values of all",
  });
  let shown = "";
  return (now) => {
    const wanted = `${now.k} ${now.rest}`;
    if (wanted !== shown) {
      compose(now.k, now.rest).forEach((level, i) => {
        pixels.data.fill(level, 4 * i, 4 * i + 3);
        pixels.data[4 * i + 3] = 255;
      });
      pen.putImageData(pixels, 0, 0);
      shown = wanted;
    }
    draw(chartScene(now.k, picture, view));
  };
}
