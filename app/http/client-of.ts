import { isIP, isIPv6 } from "node:net";

/**
 * Whom an address stands for. With IPv6 one connection has a whole /64 of addresses to try from,
 * so its first four groups count; an IPv4 address in IPv6's clothes is that address.
 */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = (address.split("%")[0] ?? "").split("::");
  const [first, last] = [head, tail].map((part) => part.split(":").filter(Boolean));
  const groups = [...(first ?? [])];
  while (address.includes("::") && groups.length + (last?.length ?? 0) < 8) groups.push("0");
  const network = [...groups, ...(last ?? [])].slice(0, 4);
  return network.map((group) => Number.parseInt(group, 16).toString(16)).join(":");
}

/**
 * The address that the proxy in front of us saw: the last one of X-Forwarded-For (with or without
 * a port). Those before it, and the header Forwarded, may be the client's own invention.
 */
export function forwardedAddress(headers: Headers): string | undefined {
  const last = headers.get("X-Forwarded-For")?.split(",").at(-1)?.trim();
  const bare = /^\[(.+)\](?::\d+)?$/.exec(last ?? "")?.[1] ?? last?.replace(/^([\d.]+):\d+$/, "$1");
  return bare && isIP(bare) ? bare : undefined;
}
