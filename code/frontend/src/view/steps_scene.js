// The picture of the Gram–Schmidt process; `mlmath.figures.gram_schmidt_steps` draws the same.

import { directions, gramSchmidtSteps } from "../maths/gram_schmidt.js";
import { along, cross, isZero, length, planeInBox, scaled } from "../maths/space.js";
import { spaceScene } from "./space_scene.js";
import { NAMES, ROLES } from "./vectors_scene.js";

/** @typedef {import("../maths/space.js").Vector} Vector */

export const Q_NAMES = ["q₁", "q₂", "q₃"];
export const W_NAMES = ["w₁", "w₂", "w₃"];

/**
 * @param {readonly Vector[]} vectors
 * @param {number} step
 * @param {import("./camera.js").Camera} camera
 */
export function stepsScene(vectors, step, camera) {
  const scene = spaceScene(camera);
  const taken = gramSchmidtSteps(vectors).slice(0, step);
  const found = directions(taken);
  const last = taken.at(-1);
  if (last?.which === 2 && found[0] && found[1]) {
    const normal = cross(found[0], found[1]);
    scene.sheet(planeInBox(normal, 0, camera.limit), normal, 0, "mlf-sheet mlf-data");
  }
  vectors.forEach((vector, i) => {
    const past = last && i <= last.which;
    scene.plumb(vector, ROLES[i]);
    scene.arrow(vector, ROLES[i], past ? "mlf-thin mlf-dashed" : "");
    scene.name(NAMES[i], vector, `mlf-bold mlf-${ROLES[i]}`, { moves: true });
  });
  found.forEach((q, i) => {
    if (!q) return;
    scene.arrow(q, ROLES[i]);
    scene.name(Q_NAMES[i], q, `mlf-bold mlf-${ROLES[i]}`);
  });
  if (last && last.on !== null) subtraction(scene, last, found[last.on], camera.limit);
  return scene.shapes();
}

/**
 * @param {ReturnType<typeof spaceScene>} scene
 * @param {import("../maths/gram_schmidt.js").Step} step
 * @param {Vector | null} q
 * @param {number} limit
 */
function subtraction(scene, { which, on, before, after, amount }, q, limit) {
  const role = ROLES[which];
  if (on) scene.arrow(before, role, "mlf-thin mlf-dotted");
  if (after && !isZero(after)) {
    scene.arrow(after, role);
    scene.name(W_NAMES[which], after, `mlf-bold mlf-${role}`);
  }
  if (!q || !after || amount === 0) return;
  const shadow = scaled(amount, q);
  scene.arrow(shadow, "projection");
  scene.lines("mlf-line mlf-thin mlf-dotted mlf-residual", [before, shadow]);
  const side = 0.06 * limit;
  if (length(after) > 2 * side && Math.abs(amount) > 2 * side) {
    const back = scaled(amount > 0 ? -side : side, q);
    const up = scaled(side / length(after), after);
    const corner = along(shadow, 1, back);
    const mark = [corner, along(corner, 1, up), along(shadow, 1, up)];
    scene.lines("mlf-line mlf-thin mlf-residual", mark);
  }
}
