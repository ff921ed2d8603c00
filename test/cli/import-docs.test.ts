import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import * as api from "../../src/import.ts";
import { built, folderOf } from "./session.ts";

const page = readFileSync(new URL("../../docs/import.md", import.meta.url), "utf8");
const blockOf = (language: string) => new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\`$`, "m").exec(page)?.[1] ?? "";
const commands = [...page.matchAll(/^```sh\nhandoff (.*)\n```\n\n```text\n([\s\S]*?)^```$/gm)].map(
  ([, line = "", output = ""]) => ({ line, output }),
);

/** The files that the page shows. */
function folder(): string {
  const files = { "us.ics": blockOf("ics"), "queues.jsonc": blockOf("jsonc"), "page.json": blockOf("json") };
  return dirname(folderOf(files)("us.ics"));
}

const wordsOf = (line: string) =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain = ""]) => quoted ?? plain);

describe("docs/import.md", () => {
  it.each(commands)("handoff $line", ({ line, output }) => {
    const { out, err } = built(wordsOf(line), { cwd: folder() });
    // Of a queue with warnings only these are shown, with the line that they are about left out.
    const said = output.includes("warning") ? err.split("\n\n")[0] : out + err;
    expect(`${said?.trimEnd()}\n`).toBe(output);
  });

  it("the code runs, and every function is named", () => {
    const body = blockOf("ts").replace(/^import .*$/m, "");
    const names = { ...api, text: blockOf("ics"), data: JSON.parse(blockOf("json")) };
    const run = new Function(...Object.keys(names), `${body}\nreturn { problems, holidays, shop };`);
    const { problems, holidays, shop } = run(...Object.values(names));
    expect([problems, shop.problems]).toEqual([[], []]);
    expect(holidays).toHaveLength(4);
    expect(commands).toHaveLength(4);
    expect(Object.keys(api).filter((name) => !page.includes(name))).toEqual([]);
  });
});
