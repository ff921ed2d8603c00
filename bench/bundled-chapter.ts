import { pathToFileURL } from "node:url";
import { rolldown } from "rolldown";
import { HERE } from "./here.ts";

/**
 * The process of a chapter as one file of JavaScript: the TypeScript loader hands array buffers to a thread of its own, and
 * from the first one that changes hands on, V8 asks with every read of a typed array whether it is still there. Returns its
 * path.
 */
export async function bundledChapter(): Promise<string> {
  // Among the packages of the benchmarks, so that it finds them.
  const file = new URL("node_modules/.chapters/chapter-process.js", HERE);
  const bundle = await rolldown({
    input: new URL("chapter-process.ts", HERE).pathname,
    platform: "node",
    logLevel: "silent",
    external: (id) => !/^[./]/.test(id),
    plugins: [
      {
        name: "what is measured is the package as it is published",
        resolveId: (id) => {
          const dist = /\/(dist\/\w+\.js)$/.exec(id)?.[1];
          return dist === undefined
            ? null
            : { id: pathToFileURL(new URL(`../${dist}`, HERE).pathname).href, external: true };
        },
      },
    ],
    transform: { define: { "import.meta.url": JSON.stringify(new URL("here.ts", HERE).href) } },
  });
  await bundle.write({ file: file.pathname, format: "esm", codeSplitting: false });
  await bundle.close();
  return file.pathname;
}
