// Every kind of figure, by the name that Python gives it.

import { planeExplorer } from "./plane_explorer.js";

/** @type {Record<string, import("../figure.js").Kind<any, any>>} */
export const kinds = Object.fromEntries([planeExplorer].map((kind) => [kind.name, kind]));
