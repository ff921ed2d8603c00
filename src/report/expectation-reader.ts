import { nearest } from "../config/nearest.ts";
import { pointerTo } from "../config/pointer.ts";
import { quote, quoteName } from "../config/quote.ts";
import { type EXPECTATION_TEXTS, expectationProblem } from "./expectation-problem.ts";
import type { ExpectationProblem } from "./expectation-types.ts";

/** Looks at data whose shape may be wrong, and writes down what is. */
export class ExpectationReader {
  readonly found: ExpectationProblem[] = [];

  add<Code extends keyof typeof EXPECTATION_TEXTS>(...problem: Parameters<typeof expectationProblem<Code>>): void {
    this.found.push(expectationProblem(...problem));
  }

  /** The properties of an object, by its noun; nothing when it is none. A property whose name ends with `?` may be left out. */
  object(value: unknown, pointer: string, noun: string, properties: readonly string[]): Fields {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      this.add("E_EXPECT_TYPE", pointer, value, "an object", quote(value));
      return {};
    }
    const known = properties.map((property) => property.replace("?", ""));
    for (const key of Object.keys(value)) {
      if (known.includes(key)) continue;
      const unknown = (value as Fields)[key];
      const near = nearest(key, known).map(quoteName);
      this.add("E_EXPECT_UNKNOWN", pointerTo(pointer, key), unknown, quoteName(key), noun, near);
    }
    for (const property of properties) {
      if (property.endsWith("?") || Object.hasOwn(value, property)) continue;
      this.add("E_EXPECT_REQUIRED", pointer, value, noun.replace(/^an? /, ""), quoteName(property));
    }
    return value as Fields;
  }

  /** The items of a list, each with its pointer; none when it is left out. */
  list(value: unknown, pointer: string): readonly (readonly [item: unknown, pointer: string])[] {
    if (value === undefined) return [];
    if (Array.isArray(value)) return value.map((item, i) => [item, `${pointer}/${i}`]);
    this.add("E_EXPECT_TYPE", pointer, value, "a list", quote(value));
    return [];
  }

  /** Undefined when it is left out, or no text. */
  text(value: unknown, pointer: string): string | undefined {
    if (typeof value === "string" && value !== "") return value;
    if (value !== undefined) this.add("E_EXPECT_TYPE", pointer, value, "a text", quote(value));
    return undefined;
  }
}

export interface Fields {
  readonly [key: string]: unknown;
}
