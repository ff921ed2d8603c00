/** Writes docs/cli.md from the commands' own help. */
import { writeFileSync } from "node:fs";
import { reference } from "../src/cli/reference.ts";

writeFileSync(new URL("cli.md", import.meta.url), await reference());
