/** The longest name that LLM tools may have. */
export const MAX_FUNCTION_NAME = 64;

/** What an explicit `function_name` must match. */
export const FUNCTION_NAME: RegExp = /^handoff_[a-z0-9_]{1,56}$/;

/** Has no marks and no other forms. */
const ASCII = /^[ -~]*$/;

/**
 * The function that stands for a handoff: "Billing Support" makes `handoff_billing_support`. NFKD, marks stripped,
 * lower case, every run of other than a–z 0–9 becomes one `_`, trimmed. `handoff_` alone when nothing is left.
 */
export function functionName(handoffName: string): string {
  const plain = ASCII.test(handoffName) ? handoffName : handoffName.normalize("NFKD").replace(/\p{M}+/gu, "");
  const slug = plain.toLowerCase().replace(/[^a-z0-9]+/g, "_");
  const end = slug.length > 1 && slug.endsWith("_") ? slug.length - 1 : slug.length;
  return `handoff_${slug.slice(slug.startsWith("_") ? 1 : 0, end)}`;
}
