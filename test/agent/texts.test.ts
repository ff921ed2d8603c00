import { describe, expect, it } from "vitest";
import { PHRASES } from "../../src/agent/phrases.ts";
import { engineOf, queue } from "./sample.ts";

/** Words and numbers alone: which marks and spaces stand between them is ICU's, and changes with its versions. */
function facts(text: string): string {
  return text
    .replace(/[\p{Cf}]/gu, "")
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\p{P}\p{S}\s]+/gu, " ")
    .trim()
    .toLowerCase();
}

const split = { start: "09:00", end: "12:30" };
const afternoon = { start: "14:00", end: "17:00" };

const engine = engineOf({
  agent_available_instructions: "{{closes_at}}|{{hours_today}}",
  agent_unavailable_instructions: "{{next_open}}|{{hours_today}}",
  destination: [
    queue({
      weekly_hours: { mon: [split, afternoon], tue: [split] },
      date_exceptions: { "2026-12-14": { closed: true } },
    }),
  ],
});

/** Saturday evening; Monday morning, inside the hours; Monday noon, between them; the Tuesday before a week without a Monday. */
const INSTANTS = {
  weekend: "2026-12-06T03:00:00Z",
  open: "2026-12-07T18:00:00Z",
  between: "2026-12-07T21:00:00Z",
  weekAhead: "2026-12-08T22:00:00Z",
};

function told(language: string): { readonly [when: string]: readonly string[] } {
  return Object.fromEntries(
    Object.entries(INSTANTS).map(([when, at]) => {
      const { text, instructions } = engine.handoff("Sales").briefing({ at: Date.parse(at), language });
      return [when, [text, ...instructions.split("|")].map(facts)];
    }),
  );
}

const expected: { readonly [language: string]: { readonly [when: string]: readonly string[] } } = {
  en: {
    weekend: ["we are open again monday 9 00 am pacific time", "monday 9 00 am pacific time", "closed"],
    open: [
      "we are open and close today 12 30 pm pacific time",
      "today 12 30 pm pacific time",
      "9 00 am 12 30 pm and 2 00 pm 5 00 pm pacific time",
    ],
    between: [
      "we are open again today 2 00 pm pacific time",
      "today 2 00 pm pacific time",
      "9 00 am 12 30 pm and 2 00 pm 5 00 pm pacific time",
    ],
    weekAhead: [
      "we are open again tuesday december 15 9 00 am pacific time",
      "tuesday december 15 9 00 am pacific time",
      "9 00 am 12 30 pm pacific time",
    ],
  },
  es: {
    weekend: ["volvemos a abrir el lunes 9 00 hora del pacífico", "el lunes 9 00 hora del pacífico", "cerrado"],
    open: [
      "estamos abiertos y cerramos hoy 12 30 hora del pacífico",
      "hoy 12 30 hora del pacífico",
      "9 00 12 30 y 14 00 17 00 hora del pacífico",
    ],
    between: [
      "volvemos a abrir hoy 14 00 hora del pacífico",
      "hoy 14 00 hora del pacífico",
      "9 00 12 30 y 14 00 17 00 hora del pacífico",
    ],
    weekAhead: [
      "volvemos a abrir el martes 15 de diciembre 9 00 hora del pacífico",
      "el martes 15 de diciembre 9 00 hora del pacífico",
      "9 00 12 30 hora del pacífico",
    ],
  },
  fr: {
    weekend: [
      "nous rouvrons lundi à 09 00 heure du pacifique nord américain",
      "lundi à 09 00 heure du pacifique nord américain",
      "fermé",
    ],
    open: [
      "nous sommes ouverts et fermons aujourd hui à 12 30 heure du pacifique nord américain",
      "aujourd hui à 12 30 heure du pacifique nord américain",
      "09 00 12 30 et 14 00 17 00 heure du pacifique nord américain",
    ],
    between: [
      "nous rouvrons aujourd hui à 14 00 heure du pacifique nord américain",
      "aujourd hui à 14 00 heure du pacifique nord américain",
      "09 00 12 30 et 14 00 17 00 heure du pacifique nord américain",
    ],
    weekAhead: [
      "nous rouvrons mardi 15 décembre à 09 00 heure du pacifique nord américain",
      "mardi 15 décembre à 09 00 heure du pacifique nord américain",
      "09 00 12 30 heure du pacifique nord américain",
    ],
  },
  de: {
    weekend: [
      "wir öffnen wieder am montag um 09 00 nordamerikanische westküstenzeit",
      "am montag um 09 00 nordamerikanische westküstenzeit",
      "geschlossen",
    ],
    open: [
      "wir haben geöffnet und schließen heute um 12 30 nordamerikanische westküstenzeit",
      "heute um 12 30 nordamerikanische westküstenzeit",
      "09 00 12 30 und 14 00 17 00 nordamerikanische westküstenzeit",
    ],
    between: [
      "wir öffnen wieder heute um 14 00 nordamerikanische westküstenzeit",
      "heute um 14 00 nordamerikanische westküstenzeit",
      "09 00 12 30 und 14 00 17 00 nordamerikanische westküstenzeit",
    ],
    weekAhead: [
      "wir öffnen wieder am dienstag 15 dezember um 09 00 nordamerikanische westküstenzeit",
      "am dienstag 15 dezember um 09 00 nordamerikanische westküstenzeit",
      "09 00 12 30 nordamerikanische westküstenzeit",
    ],
  },
  ja: {
    weekend: ["次は月曜日9 00 米国太平洋時間 に営業を開始します", "月曜日9 00 米国太平洋時間", "休業"],
    open: [
      "ただいま営業中で 本日12 30 米国太平洋時間 に終了します",
      "本日12 30 米国太平洋時間",
      "9 00 12 30 14 00 17 00 米国太平洋時間",
    ],
    between: [
      "次は本日14 00 米国太平洋時間 に営業を開始します",
      "本日14 00 米国太平洋時間",
      "9 00 12 30 14 00 17 00 米国太平洋時間",
    ],
    weekAhead: [
      "次は12月15日火曜日9 00 米国太平洋時間 に営業を開始します",
      "12月15日火曜日9 00 米国太平洋時間",
      "9 00 12 30 米国太平洋時間",
    ],
  },
  ar: {
    weekend: ["نفتح من جديد الاثنين 9 00 ص توقيت المحيط الهادي", "الاثنين 9 00 ص توقيت المحيط الهادي", "مغلق"],
    open: [
      "نحن متاحون الآن ونغلق اليوم 12 30 م توقيت المحيط الهادي",
      "اليوم 12 30 م توقيت المحيط الهادي",
      "9 00 ص 12 30 م و2 00 م 5 00 م توقيت المحيط الهادي",
    ],
    between: [
      "نفتح من جديد اليوم 2 00 م توقيت المحيط الهادي",
      "اليوم 2 00 م توقيت المحيط الهادي",
      "9 00 ص 12 30 م و2 00 م 5 00 م توقيت المحيط الهادي",
    ],
    weekAhead: [
      "نفتح من جديد الثلاثاء 15 ديسمبر 9 00 ص توقيت المحيط الهادي",
      "الثلاثاء 15 ديسمبر 9 00 ص توقيت المحيط الهادي",
      "9 00 ص 12 30 م توقيت المحيط الهادي",
    ],
  },
};

describe("the facts in the texts", () => {
  it.each(Object.keys(expected))("in %s", (language) => {
    expect(told(language)).toEqual(expected[language]);
  });

  it("are the same in Arabic digits, by another calendar, and by a clock of 24 hours where the tag asks for one", () => {
    for (const language of ["ar-EG", "ar-SA", "ar-u-ca-islamic"]) expect(told(language)).toEqual(expected["ar"]);
    expect(told("en-GB")["between"]?.[0]).toBe("we are open again today 14 00 pacific time");
    expect(told("en-u-hc-h23")["between"]?.[0]).toBe("we are open again today 14 00 pacific time");
    expect(told("es-MX")["between"]?.[0]).toBe("volvemos a abrir hoy 2 00 p m hora del pacífico");
  });
});

describe("the language of a briefing", () => {
  const languageOf = (language: unknown) => {
    return engine.handoff("Sales").briefing({ language: language as never }).language;
  };

  it("is the request's, whatever its region, script and case", () => {
    for (const tag of ["es-419", "ES-mx", "fr-CA", "de-CH-1996", "ja-JP", "ar-Arab-AE", "pt-BR", "it"]) {
      expect(languageOf(tag)).toBe(tag.slice(0, 2).toLowerCase());
    }
  });

  it("is English where there are no phrases for it, and where the tag is none", () => {
    for (const tag of [undefined, null, 7, "", "ko", "en_US", "e", "toString", "__proto__", "constructor", "und"]) {
      expect(languageOf(tag)).toBe("en");
    }
  });
});

describe("the phrases", () => {
  const languages = Object.keys(PHRASES);
  const names = Object.keys(PHRASES["en"] ?? {});

  it.each(languages)("of %s are complete, and each fills in what the English ones do", (language) => {
    const phrases = PHRASES[language] as unknown as { readonly [name: string]: string };
    const english = PHRASES["en"] as unknown as { readonly [name: string]: string };
    const holes = (text = "") => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(Object.keys(phrases)).toEqual(names);
    for (const name of names) {
      expect(phrases[name]).not.toBe("");
      expect(holes(phrases[name]), name).toEqual(holes(english[name]));
    }
  });

  it("are there for every language whose texts are asserted", () => {
    expect(languages).toEqual(expect.arrayContaining(Object.keys(expected)));
  });
});
