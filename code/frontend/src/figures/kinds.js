// Every kind of figure, by the name that Python gives it.

import { littleWeb } from "./little_web.js";
import { planeExplorer } from "./plane_explorer.js";

/** @type {Record<string, import("../figure.js").Kind<any, any>>} */
export const kinds = Object.fromEntries(
  [littleWeb, planeExplorer].map((kind) => [kind.name, kind]),
);
