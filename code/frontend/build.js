// Bundles the figures into the Python package and the practice into the book's extension:
// `npm run build` (or `node build.js FOLDER`).
//
// figures.js   for a page of the book: one classic script, so that it also runs from file://
// figures.mjs  for notebooks: the module that anywidget loads
// figures.css  for both: the palette (from palette.json) followed by the style sheet
// practice.js, practice.css   for pages with questions
import { build } from "esbuild";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const python = join(here, "..", "mlmath");
const out = process.argv[2] ?? join(python, "figures", "static");
const practice = process.argv[2] ?? join(here, "..", "..", "book", "_ext", "practice", "static");

/** @param {string} name */
const property = (name) => `--ml-${name.replaceAll("_", "-")}`;

/** The palette as custom properties, each of which follows the colour scheme it is shown in. */
async function palette() {
  /** @type {Record<string, {light: string, dark: string}>} */
  const roles = JSON.parse(await readFile(join(python, "plotting", "palette.json"), "utf8"));
  const lines = Object.entries(roles).map(
    ([name, { light, dark }]) => `  ${property(name)}: light-dark(${light}, ${dark});`,
  );
  return `.mlf {\n${lines.join("\n")}\n}\n`;
}

const made = "/* Built from code/frontend: change the source, then `npm run build`. */";
const common = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  target: "es2022",
  charset: /** @type {const} */ ("utf8"),
  banner: { js: made, css: made },
};
/** @param {string} name */
const source = (name) => readFile(join(here, "src", name), "utf8");
const css = (await palette()) + (await source("figures.css")) + (await source("little_web.css"));

await Promise.all([
  build({
    ...common,
    entryPoints: ["src/host.js"],
    format: "iife",
    outfile: join(out, "figures.js"),
  }),
  build({
    ...common,
    entryPoints: ["src/widget.js"],
    format: "esm",
    outfile: join(out, "figures.mjs"),
  }),
  build({
    ...common,
    stdin: { contents: css, loader: "css" },
    // Older browsers would otherwise get a polyfill of light-dark() that knows nothing of themes.
    target: "chrome123",
    outfile: join(out, "figures.css"),
  }),
  build({
    ...common,
    entryPoints: ["src/practice/practice.js", "src/practice/practice.css"],
    format: "iife",
    outdir: practice,
  }),
]);
