import stringWidth from "string-width";

/** Text in lines of so many columns; those after the first begin below the text and not below its margin. */
export function hanging(margin: string, text: string, columns: number): string {
  const lines = [margin];
  let isEmpty = true;
  for (const word of text.split(" ")) {
    const longer = `${lines.at(-1)}${isEmpty ? "" : " "}${word}`;
    if (isEmpty || stringWidth(longer) <= columns) lines[lines.length - 1] = longer;
    else lines.push(" ".repeat(stringWidth(margin)) + word);
    isEmpty = false;
  }
  return lines.map((line) => `${line}\n`).join("");
}
