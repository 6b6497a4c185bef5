import sanitizeHtml from "sanitize-html";

/** One thing in a page that acts instead of being read, with how it may look in the source. */
export interface Hazard {
  message: string;
  looksLike: RegExp;
}

const activeTags = new Set([
  ...["script", "style", "link", "meta", "base", "template", "noscript", "title"],
  ...["iframe", "frame", "frameset", "object", "embed", "applet", "portal", "svg", "math"],
  ...["form", "input", "button", "select", "textarea", "audio", "video", "dialog", "slot"],
  ...["xmp", "plaintext", "noembed", "noframes"],
]);

const addressAttributes = new Set([
  ...["href", "src", "srcset", "xlink:href", "action", "formaction", "poster", "background"],
  ...["cite", "data", "longdesc"],
]);

/** Every script, handler, embedded page, form, style and dangerous address in HTML, in order. */
export function hazardsIn(html: string): Hazard[] {
  const found: Hazard[] = [];
  sanitizeHtml(html, {
    allowedTags: false,
    allowedAttributes: false,
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    nonTextTags: [],
    onOpenTag: (tag, attributes) => {
      if (activeTags.has(tag)) found.push(activeTag(tag));
      for (const [name, value] of Object.entries(attributes)) {
        const hazard = attributeHazard(name.toLowerCase(), value);
        if (hazard) found.push(hazard);
      }
    },
  });
  return found;
}

function activeTag(tag: string): Hazard {
  return {
    message: `<${tag}> は使えません。この部分を消してください。`,
    looksLike: new RegExp(`<\\s*${escapeRegExp(tag)}`, "giu"),
  };
}

function attributeHazard(name: string, value: string): Hazard | undefined {
  const looksLike = new RegExp(`${escapeRegExp(name)}\\s*=`, "giu");
  if (/^on/u.test(name) || name === "srcdoc") {
    return {
      message: `${name}= で動作を指定することはできません。この指定を消してください。`,
      looksLike,
    };
  }
  if (name === "style") {
    return {
      message: "style= で見た目を指定することはできません。この指定を消してください。",
      looksLike,
    };
  }
  const scheme = addressAttributes.has(name) ? foreignScheme(value) : undefined;
  if (scheme === undefined) return undefined;
  return {
    message:
      "このリンク先は使えません。https:// か / で始まるアドレス、またはメールアドレスにしてください。",
    looksLike: new RegExp(`${escapeRegExp(scheme)}\\s*:|&#|&\\w+;|%[0-9a-f]{2}`, "giu"),
  };
}

/** The scheme of an address as a browser would read it, when it is none of ours. */
function foreignScheme(address: string): string | undefined {
  for (const one of [address, decoded(address)]) {
    const bare = one.replace(/[\p{Cc}\s\u{AD}\u{200B}]/gu, "");
    const scheme = /^([a-z][a-z0-9+.-]*):/iu.exec(bare)?.[1]?.toLowerCase();
    if (scheme !== undefined && !["http", "https", "mailto"].includes(scheme)) return scheme;
  }
  return undefined;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    // A stray % is no encoding: the address stands as written.
    return address;
  }
}

function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
}
