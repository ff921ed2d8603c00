/**
 * Compiles the schemas to one self-contained ES module, `src/config/generated/shape.js`.
 *
 * Standalone code starts in 12 ms where ajv at run time takes 270 ms, and needs no `eval`. Ajv's own ESM output
 * still calls `require` for its small runtime (ajv issues 2209, 2598), so it is bundled here.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
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
const ajv = new Ajv2020({
  schemas: [destination, configuration],
  allErrors: true,
  messages: false,
  strict: true,
  unicodeRegExp: true,
  code: { source: true, esm: true },
});
const source = standalone.default(ajv, {
  destinationShape: destination.$id,
  configurationShape: configuration.$id,
});

const folder = new URL("../src/config/generated/", import.meta.url);
mkdirSync(folder, { recursive: true });
const entry = "virtual:shape";
const { output } = await build({
  input: entry,
  write: false,
  output: { format: "esm", comments: false },
  platform: "node",
  plugins: [
    {
      name: "standalone-source",
      resolveId: (id: string) => (id === entry ? new URL("shape.source.js", folder).pathname : null),
      load: (id: string) => (id.endsWith("shape.source.js") ? source : null),
    },
  ],
});

// What messages suggest for a misspelt property comes from the schemas too.
const nouns = Object.entries({ configuration, ...configuration.$defs, ...destination.$defs });
const properties = Object.fromEntries(nouns.map(([noun, { properties = {} }]) => [noun, Object.keys(properties)]));
writeFileSync(
  new URL("shape.js", folder),
  `${output[0].code}\nexport const knownProperties = ${JSON.stringify(properties)};\n`,
);
