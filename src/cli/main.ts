#!/usr/bin/env node
import { EXIT } from "./exit-code.ts";
import { run } from "./run.ts";
import { processTerminal } from "./terminal.ts";

// A reader that has seen enough, such as `head`, closes the pipe: that is no failure of ours.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  process.stderr.write(`handoff: standard output cannot be written: ${error.message}\n`);
  process.exit(EXIT.no);
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
