import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SEED } from "../properties/seed.ts";
import { handoff } from "./session.ts";

const JSON_TEXT = readFileSync("examples/full-configuration.json");
const YAML_TEXT = Buffer.from(`handoffs:
  - name: A
    destination: &queues
      - { name: q, hours: [1, 2], timezone: "x" }
  - name: B # the same
    destination: *queues
    text: |
      one
      two
    more: >-
      three
`);

/** What means something to one of the formats, or is no character. */
const PIECES = "[ { ] } , : \" \\u \\ ' &a *a !!x | > - ? # // /* */ --- << __proto__: 0x 1e999 NaN \u202e 😀".split(
  " ",
);
const EXTRA = ["\n", "\t", "\0", "- ", "? ", ": ", "\n---\n", "%YAML 1.1\n---\n", "\ufeff"];

const edit = fc.record({
  at: fc.nat(),
  cut: fc.nat(20),
  put: fc.oneof(
    fc.constantFrom(...PIECES, ...EXTRA).map((text) => Buffer.from(text)),
    fc.uint8Array({ maxLength: 3 }),
  ),
});

function edited(
  bytes: Buffer,
  edits: readonly { readonly at: number; readonly cut: number; readonly put: Uint8Array }[],
): Buffer {
  return edits.reduce((text, { at, cut, put }) => {
    const place = text.length === 0 ? 0 : at % text.length;
    return Buffer.concat([text.subarray(0, place), put, text.subarray(place + cut)]);
  }, bytes);
}

describe("whatever bytes a file holds", () => {
  it.each([
    ["json", JSON_TEXT],
    ["jsonc", JSON_TEXT],
    ["yaml", JSON_TEXT],
    ["yaml", YAML_TEXT],
  ])("validate of %s tells problems, in words of ours, and each has a place", async (format, bytes) => {
    const holds = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const input = edited(bytes, edits);
      const { code, out, err } = await handoff(["validate", "-", "--format", format, "--json"], { input });
      expect(err).toBe("");
      const { ok, errors, problems } = JSON.parse(out);
      expect(code).toBe(ok ? 0 : 1);
      expect(ok).toBe(errors === 0);
      for (const { code: kind, message, line } of problems) {
        expect(message).not.toMatch(/Unexpected|JSON at position|Maximum call stack/);
        if (kind !== "E_EMPTY" && kind !== "E_UTF16_FILE") expect(line, `${kind}: ${message}`).toBeGreaterThan(0);
      }
    });
    await fc.assert(holds, { seed: SEED, numRuns: 150 });
  });
});
