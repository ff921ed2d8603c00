/**
 * Compiles the schemas to one self-contained ES module, `src/config/generated/shape.js`.
 *
 * Standalone code starts in 12 ms where ajv at run time takes 270 ms, and needs no `eval`. Ajv's own ESM output
 * still calls `require` for its small runtime (ajv issues 2209, 2598), so it is bundled here.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { build } from "rolldown";

interface Schema {
  readonly $id: string;
  readonly properties?: object;
  readonly $defs: { readonly [noun: string]: { readonly properties?: object } };
}

/**
 * Without what only editors read, since the compiled code carries parts of the schemas along, and without unique items:
 * ajv compares each pair, and the check by meaning finds all of them in one pass.
 */
function schema(name: string): Schema {
  const text = readFileSync(new URL(`${name}.schema.json`, import.meta.url), "utf8");
  return JSON.parse(text, (key, value) =>
    (typeof value === "string" && (key === "title" || key === "description")) || key === "uniqueItems"
      ? undefined
      : value,
  );
}

const destination = schema("destination");
const configuration = schema("configuration");

/** The shape of a noun by itself: what it refers to may be anything here, and is looked at by itself as well. */
function ownShape(noun: object, $id: string): object {
  const own = JSON.parse(JSON.stringify(noun), (_, value) => (typeof value?.$ref === "string" ? true : value));
  return { ...own, $id };
}

const { $defs, ...destinationItself } = destination;
const nouns = { destination: destinationItself, handoff: configuration.$defs["handoff"] as object, ...$defs };

function compiled(
  schemas: readonly object[],
  allErrors: boolean,
  exported: { readonly [name: string]: string },
): string {
  const options = { allErrors, messages: false, strict: true, unicodeRegExp: true };
  const ajv = new Ajv2020({ ...options, schemas: [...schemas], code: { source: true, esm: true } });
  return standalone.default(ajv, exported);
}

const names = Object.keys(nouns);
const sources: { readonly [file: string]: string } = {
  "shape.source.js": `export * from "./whole.source.js";
    import { ${names} } from "./own.source.js";
    export const ownShapes = { ${names} };`,
  "whole.source.js": compiled([destination, configuration], true, {
    destinationShape: destination.$id,
    configurationShape: configuration.$id,
  }),
  "own.source.js": compiled(
    Object.entries(nouns).map(([noun, shape]) => ownShape(shape, noun)),
    false,
    Object.fromEntries(names.map((noun) => [noun, noun])),
  ),
};

const folder = new URL("../src/config/generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
const { output } = await build({
  input: "shape.source.js",
  write: false,
  output: { format: "esm", comments: false },
  platform: "node",
  plugins: [
    {
      name: "standalone-source",
      resolveId: (id: string) => (basename(id) in sources ? new URL(basename(id), folder).pathname : null),
      load: (path: string) => sources[basename(path)] ?? null,
    },
  ],
});

// What messages suggest for a misspelt property comes from the schemas too.
const described = Object.entries({ configuration, ...configuration.$defs, ...destination.$defs });
const properties = Object.fromEntries(described.map(([noun, { properties = {} }]) => [noun, Object.keys(properties)]));
writeFileSync(
  new URL("shape.js", folder),
  `${output[0].code}\nexport const knownProperties = ${JSON.stringify(properties)};\n`,
);
