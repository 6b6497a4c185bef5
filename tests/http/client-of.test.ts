import { describe, expect, it } from "vitest";
import { clientOf, forwardedAddress } from "#app/http/client-of.ts";

describe("whom an address stands for", () => {
  it.each([
    ["192.0.2.1", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2"],
    ["2001:db8:1:2::9", "2001:db8:1:2"],
    ["2001:0DB8:0001:0002::", "2001:db8:1:2"],
    ["2001:db8::1", "2001:db8:0:0"],
    ["fe80::1%eth0", "fe80:0:0:0"],
    ["::1", "0:0:0:0"],
    ["unknown", "unknown"],
  ])("%s is %s", (address, client) => {
    expect(clientOf(address)).toBe(client);
  });
});

describe("the address that a proxy forwards", () => {
  it.each([
    ["198.51.100.7", "198.51.100.7"],
    ["203.0.113.9, 198.51.100.7", "198.51.100.7"],
    ["198.51.100.7:51234", "198.51.100.7"],
    ["[2001:db8::1]:443", "2001:db8::1"],
    ["2001:db8::1", "2001:db8::1"],
    ["198.51.100.7, unknown", undefined],
    ["", undefined],
  ])("of %j is the last one, which the client cannot make up: %s", (header, address) => {
    const headers = new Headers({ "X-Forwarded-For": header, Forwarded: "for=203.0.113.1" });
    expect(forwardedAddress(headers)).toBe(address);
  });

  it("is none without the header", () => {
    expect(forwardedAddress(new Headers({ Forwarded: "for=203.0.113.1" }))).toBeUndefined();
  });
});
