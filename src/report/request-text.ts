import type { RequestClasses } from "./request-classes.ts";

const CHANNELS: { readonly [label: string]: string } = { other: "another channel", none: "no channel given" };
const LANGUAGES: { readonly [label: string]: string } = { other: "any other language", none: "no language given" };

/** Such as `voice or chat, en or es`; `every request` where nothing is told apart. */
export function requestText({ channels, languages, everyChannel, everyLanguage }: RequestClasses): string {
  if (everyChannel && everyLanguage) return "every request";
  const channel = everyChannel ? "every channel" : listed(channels.map((label) => CHANNELS[label] ?? label));
  return `${channel}, ${everyLanguage ? "every language" : listed(languageTexts(languages))}`;
}

/** `en` and all that is longer is `en`; of one alone, it is said that it is alone. */
function languageTexts(labels: readonly string[]): readonly string[] {
  return labels.flatMap((label) => {
    if (label.endsWith("-*")) return labels.includes(label.slice(0, -2)) ? [] : [`other ${label.slice(0, -2)}`];
    return LANGUAGES[label] ?? (labels.includes(`${label}-*`) ? label : `exactly ${label}`);
  });
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
