// Makes world.bin, the coastlines and borders that maps are drawn from.
//
//   npm install world-atlas@2.0.2 topojson-client@3 topojson-simplify@3 i18n-iso-countries@7.14.0 && node make-world.mjs
//
// The data is Natural Earth 1:50m (public domain, naturalearthdata.com), as the package world-atlas has it. Lines are simplified, small islands left out.
// The file: a count of rings of land and each ring, then a count of border lines and each line, then a count of countries and for each its code of ISO 3166
// in two and in three letters and a count of rings and each ring. A line is a count of points, and for each the difference of longitude and latitude to the
// point before in hundredths of a degree. Numbers are written seven bits a byte, the lowest first; signed ones in zigzag.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { merge, mesh } from "topojson-client";
import codes from "i18n-iso-countries";
import { presimplify, simplify, sphericalTriangleArea } from "topojson-simplify";

const UNITS_PER_DEGREE = 100;
const SMALLEST_DETAIL = 2e-7; // steradians of the triangle that a point adds to a line
const SMALLEST_ISLAND = 0.006; // square degrees, at the equator

const require = createRequire(import.meta.url);
const atlas = JSON.parse(readFileSync(require.resolve("world-atlas/countries-50m.json")));
const topology = simplify(presimplify(atlas, sphericalTriangleArea), SMALLEST_DETAIL);
const countries = topology.objects.countries.geometries;

const bytes = [];
const number = (value) => {
  for (; value >= 0x80; value >>>= 7) bytes.push((value & 0x7f) | 0x80);
  bytes.push(value);
};
const line = (points) => {
  let [x, y] = [0, 0];
  const rounded = points.map(([longitude, latitude]) => [Math.round(longitude * UNITS_PER_DEGREE), Math.round(latitude * UNITS_PER_DEGREE)]);
  const kept = rounded.filter(([a, b], i) => i === 0 || a !== rounded[i - 1][0] || b !== rounded[i - 1][1]);
  number(kept.length);
  for (const [a, b] of kept) {
    for (const step of [a - x, b - y]) number(((step << 1) ^ (step >> 31)) >>> 0);
    [x, y] = [a, b];
  }
};
const area = (ring) => Math.abs(ring.reduce((sum, [x, y], i) => sum + x * ring[(i + 1) % ring.length][1] - ring[(i + 1) % ring.length][0] * y, 0) / 2) * Math.cos((ring[0][1] * Math.PI) / 180);

const rings = merge(topology, countries).coordinates.flat().filter((ring) => ring.length > 3 && area(ring) > SMALLEST_ISLAND);
number(rings.length);
rings.forEach(line);

// Natural Earth draws who holds the ground. Lines that the United Nations do not take for borders are left out: between Ukraine and its Crimea (General Assembly resolution
// 68/262; what is left of the border of Ukraine and Russia has points north of 46.5 degrees), across Cyprus (Security Council resolution 541) and across Somalia.
const NO_BORDERS = ["Cyprus|N. Cyprus", "Somalia|Somaliland"];
const between = (one, other) => [one.properties.name, other.properties.name].sort().join("|");
const lines = (isWanted) => mesh(topology, topology.objects.countries, (one, other) => one !== other && isWanted(between(one, other))).coordinates;
const borders = [
  ...lines((pair) => pair !== "Russia|Ukraine" && !NO_BORDERS.includes(pair)),
  ...lines((pair) => pair === "Russia|Ukraine").filter((points) => points.some(([, latitude]) => latitude > 46.5)),
].filter((points) => points.length > 1);
number(borders.length);
borders.forEach(line);

// Countries as the United Nations see them, for areas that are shaded: Crimea is Ukraine's, and what is left without a code belongs to no area of its own.
const OF = { "N. Cyprus": "CY", Somaliland: "SO", Kosovo: "XK" };
const LEAST_AREA = 0.02;
const areas = new Map();
for (const country of countries) {
  const code = country.id ? codes.numericToAlpha2(country.id) : OF[country.properties.name];
  if (!code) continue;
  const all = merge(topology, [country]).coordinates.map((polygon) => polygon[0]);
  const largest = Math.max(...all.map(area));
  for (const ring of all.filter((ring) => ring.length > 3 && (area(ring) > LEAST_AREA || area(ring) === largest))) {
    const isCrimea = code === "RU" && ring.every(([x, y]) => x > 32 && x < 37 && y > 44 && y < 46.5);
    const owner = isCrimea ? "UA" : code;
    areas.set(owner, [...(areas.get(owner) ?? []), ring]);
  }
}
number(areas.size);
for (const [code, own] of [...areas].sort(([a], [b]) => (a < b ? -1 : 1))) {
  for (const letter of code + (codes.alpha2ToAlpha3(code) ?? "XKX")) bytes.push(letter.charCodeAt(0));
  number(own.length);
  own.forEach(line);
}
console.log([...areas.keys()].sort().join(" "));
writeFileSync(new URL("world.bin", import.meta.url), Uint8Array.from(bytes));
console.log(`${rings.length} rings, ${borders.length} borders, ${bytes.length} bytes`);
