import { pointerKeys, pointerTo } from "./pointer.ts";
import { type Problem, problem } from "./problem.ts";
import { quote } from "./quote.ts";
import { IN_PLACE } from "./schema-keywords.ts";

interface Reference {
  readonly at: string;
  readonly written: string;
  readonly target: string;
}

/** A schema on the way, and where the way goes on from it. */
interface Step {
  readonly schema: string;
  readonly by: Reference | undefined;
  readonly inner: string[];
  reference: Reference | undefined;
}

/** The schemas inside one document, by pointer, and what refers to what: references lead somewhere, and never round. */
export class SchemaGraph {
  readonly #root: string;
  readonly #schemas = new Set<string>();
  readonly #references = new Map<string, Reference>();

  /** `root` is the pointer of the document: references are relative to it. */
  constructor(root: string) {
    this.#root = root;
  }

  add(at: string, schema: unknown): void {
    if (typeof schema === "boolean" || (typeof schema === "object" && schema !== null)) this.#schemas.add(at);
  }

  /** Notes a reference, by the pointer of its keyword; false when it is none into this document. */
  refer(at: string, written: unknown): boolean {
    const target = typeof written === "string" ? this.#targetOf(written) : undefined;
    if (target === undefined) return false;
    const holder = at.slice(0, at.lastIndexOf("/"));
    this.#references.set(holder, { at, written: written as string, target });
    return true;
  }

  problems(): readonly Problem[] {
    const found: Problem[] = [];
    for (const { at, written, target } of this.#references.values()) {
      if (!this.#schemas.has(target)) found.push(problem("E_SCHEMA_REF", at, written, quote(written)));
    }
    return [...found, ...this.#loops()];
  }

  #targetOf(reference: string): string | undefined {
    if (reference !== "#" && !reference.startsWith("#/")) return undefined;
    try {
      return pointerKeys(decodeURIComponent(reference.slice(1))).reduce(pointerTo, this.#root);
    } catch {
      return undefined;
    }
  }

  /** References by which one comes back to the same schema without having gone into the value. */
  #loops(): readonly Problem[] {
    const inPlace = this.#inPlace();
    const found = new Set<Reference>();
    const done = new Set<string>();
    const open = new Set<string>();
    const path: Step[] = [];
    const enter = (schema: string, by: Reference | undefined) => {
      if (open.has(schema)) {
        // Schemas alone are a tree, so the way round leads over a reference: the last one is part of it.
        const last = by ?? path.findLast((step) => step.by !== undefined)?.by;
        if (last !== undefined) found.add(last);
      } else if (!done.has(schema)) {
        open.add(schema);
        path.push({ schema, by, inner: [...(inPlace.get(schema) ?? [])], reference: this.#references.get(schema) });
      }
    };
    for (const schema of this.#schemas) {
      enter(schema, undefined);
      for (let step = path.at(-1); step !== undefined; step = path.at(-1)) {
        const inner = step.inner.pop();
        const { reference } = step;
        step.reference = inner === undefined ? undefined : reference;
        if (inner !== undefined) enter(inner, undefined);
        else if (reference !== undefined) enter(reference.target, reference);
        else {
          open.delete(step.schema);
          done.add(step.schema);
          path.pop();
        }
      }
    }
    return [...found].map(({ at, written }) => problem("E_SCHEMA_LOOP", at, written, quote(written)));
  }

  /** By schema, those inside it that look at the same value. */
  #inPlace(): ReadonlyMap<string, readonly string[]> {
    const found = new Map<string, string[]>();
    for (const schema of this.#schemas) {
      const holder = this.#holderInPlace(schema);
      if (holder === undefined) continue;
      const known = found.get(holder);
      if (known === undefined) found.set(holder, [schema]);
      else known.push(schema);
    }
    return found;
  }

  /** `…/if` and `…/allOf/0` stand in the schema before them, when that is one. */
  #holderInPlace(schema: string): string | undefined {
    const parts = schema.split("/");
    for (const steps of [1, 2]) {
      const holder = parts.slice(0, -steps).join("/");
      if (IN_PLACE.has(parts.at(-steps) ?? "") && this.#schemas.has(holder)) return holder;
    }
    return undefined;
  }
}
