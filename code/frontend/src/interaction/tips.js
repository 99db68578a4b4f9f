// The handles of three vectors, at their tips.

import { NAMES, ROLES } from "../view/vectors_scene.js";

/** @type {readonly import("./space_handle.js").SpacePoint<any>[]} */
export const tips = ROLES.map((role, i) => ({
  label: `tip of ${NAMES[i]}`,
  role,
  read: ({ vectors }) => vectors[i],
  write: ({ vectors }, v) => ({ vectors: vectors.with(i, v) }),
}));
