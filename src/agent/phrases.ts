/**
 * What briefings say, by language. Times, weekdays, dates and the names of time zones are Intl's; the sentences round
 * them stand here. In `{when}`, the day and the time are put together by `today` or `onDay`, and the zone by `inZone`.
 */
export interface Phrases {
  readonly today: string;
  readonly onDay: string;
  readonly inZone: string;
  /** Sentences. */
  readonly open: string;
  readonly openAndCloses: string;
  readonly opens: string;
  readonly closed: string;
  readonly closedSince: string;
  readonly notServed: string;
  /** Stand in for hours, and for times that are not known. */
  readonly noHours: string;
  readonly allDay: string;
  readonly later: string;
  readonly furtherNotice: string;
}

export const PHRASES: { readonly [language: string]: Phrases } = {
  en: {
    today: "today, {time}",
    onDay: "{day}, {time}",
    inZone: "{when} {zone}",
    open: "We are open.",
    openAndCloses: "We are open and close {when}.",
    opens: "We are open again {when}.",
    closed: "We are closed at the moment.",
    closedSince: "Closed since {when}.",
    notServed: "No agents serve this channel in this language.",
    noHours: "closed",
    allDay: "24 hours",
    later: "at a later time",
    furtherNotice: "further notice",
  },
  es: {
    today: "hoy, {time}",
    onDay: "el {day}, {time}",
    inZone: "{when} ({zone})",
    open: "Estamos abiertos.",
    openAndCloses: "Estamos abiertos y cerramos {when}.",
    opens: "Volvemos a abrir {when}.",
    closed: "En este momento estamos cerrados.",
    closedSince: "Cerrado desde {when}.",
    notServed: "Ningún agente atiende este canal en este idioma.",
    noHours: "cerrado",
    allDay: "24 horas",
    later: "más tarde",
    furtherNotice: "nuevo aviso",
  },
  fr: {
    today: "aujourd’hui à {time}",
    onDay: "{day} à {time}",
    inZone: "{when} ({zone})",
    open: "Nous sommes ouverts.",
    openAndCloses: "Nous sommes ouverts et fermons {when}.",
    opens: "Nous rouvrons {when}.",
    closed: "Nous sommes actuellement fermés.",
    closedSince: "Nous avons fermé {when}.",
    notServed: "Aucun conseiller ne répond sur ce canal dans cette langue.",
    noHours: "fermé",
    allDay: "24 heures sur 24",
    later: "plus tard",
    furtherNotice: "nouvel ordre",
  },
  de: {
    today: "heute um {time}",
    onDay: "am {day} um {time}",
    inZone: "{when} ({zone})",
    open: "Wir haben geöffnet.",
    openAndCloses: "Wir haben geöffnet und schließen {when}.",
    opens: "Wir öffnen wieder {when}.",
    closed: "Wir haben derzeit geschlossen.",
    closedSince: "Wir haben {when} geschlossen.",
    notServed: "Kein Team bedient diesen Kanal in dieser Sprache.",
    noHours: "geschlossen",
    allDay: "24 Stunden",
    later: "zu einem späteren Zeitpunkt",
    furtherNotice: "auf Weiteres",
  },
  it: {
    today: "oggi alle {time}",
    onDay: "{day} alle {time}",
    inZone: "{when} ({zone})",
    open: "Siamo aperti.",
    openAndCloses: "Siamo aperti e chiudiamo {when}.",
    opens: "Riapriamo {when}.",
    closed: "Al momento siamo chiusi.",
    closedSince: "Abbiamo chiuso {when}.",
    notServed: "Nessun operatore risponde su questo canale in questa lingua.",
    noHours: "chiuso",
    allDay: "24 ore su 24",
    later: "più tardi",
    furtherNotice: "nuovo avviso",
  },
  pt: {
    today: "hoje, {time}",
    onDay: "{day}, {time}",
    inZone: "{when} ({zone})",
    open: "Estamos abertos.",
    openAndCloses: "Estamos abertos e fechamos {when}.",
    opens: "Voltamos a abrir {when}.",
    closed: "No momento estamos fechados.",
    closedSince: "Fechado desde {when}.",
    notServed: "Nenhum atendente cobre este canal neste idioma.",
    noHours: "fechado",
    allDay: "24 horas",
    later: "mais tarde",
    furtherNotice: "novo aviso",
  },
  ja: {
    today: "本日{time}",
    onDay: "{day}{time}",
    inZone: "{when}（{zone}）",
    open: "ただいま営業中です。",
    openAndCloses: "ただいま営業中で、{when}に終了します。",
    opens: "次は{when}に営業を開始します。",
    closed: "ただいま営業時間外です。",
    closedSince: "{when}に営業を終了しました。",
    notServed: "このチャネルと言語に対応する担当者はいません。",
    noHours: "休業",
    allDay: "24時間",
    later: "後ほど",
    furtherNotice: "未定",
  },
  ar: {
    today: "اليوم، {time}",
    onDay: "{day}، {time}",
    inZone: "{when} ({zone})",
    open: "نحن متاحون الآن.",
    openAndCloses: "نحن متاحون الآن ونغلق {when}.",
    opens: "نفتح من جديد {when}.",
    closed: "نحن مغلقون حاليًا.",
    closedSince: "أغلقنا {when}.",
    notServed: "لا يوجد موظفون يخدمون هذه القناة بهذه اللغة.",
    noHours: "مغلق",
    allDay: "على مدار 24 ساعة",
    later: "في وقت لاحق",
    furtherNotice: "إشعار آخر",
  },
};

/** Spoken where a language is not among the phrases. */
export const FALLBACK_LANGUAGE = "en";

/** `{name}` replaced by its value, once: a value is not read again. */
export function phrase(template: string, values: { readonly [name: string]: string }): string {
  return template.replace(/\{(\w+)\}/g, (written, name: string) => values[name] ?? written);
}
