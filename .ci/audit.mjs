// Audits the site with tools from outside: the W3C Nu checker, Lighthouse, and Netlify's own parsers of headers and redirects.
//
//   node .ci/audit.mjs
//
// Needs Node 20, Java, and Chromium (CHROME_PATH, or /usr/bin/chromium). The tools are installed once in a folder for temporary files. The exit status is 1 when one
// of them finds something, or a figure is not reached.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

const TOOLS = ["vnu-jar@26.9.27", "lighthouse@12.8.2", "@netlify/headers-parser@9.0.3", "@netlify/redirect-parser@15.0.4"];
const PAGES = ["/", "/alaska-summit/", "/facts/summit/", "/search/"];
const MOST_MILLISECONDS_TO_LARGEST_PAINT = 1000;
const PORT = 8126;
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".json": "application/json", ".svg": "image/svg+xml", ".webmanifest": "application/manifest+json", ".xml": "application/xml", ".txt": "text/plain; charset=utf-8", ".png": "image/png" };

const root = fileURLToPath(new URL("..", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "explainers-audit-"));
let faults = 0;
const tell = (isGood, words) => {
  console.log(`${isGood ? "ok  " : "FAIL"} ${words}`);
  if (!isGood) faults++;
};

const tools = join(tmpdir(), `explainers-audit-tools-${TOOLS.join("-").replace(/[^\d.]+/g, "-")}`);
if (!existsSync(join(tools, "node_modules", "lighthouse"))) {
  mkdirSync(tools, { recursive: true });
  writeFileSync(join(tools, "package.json"), "{}");
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--silent", ...TOOLS], { cwd: tools, stdio: "inherit" });
}

const build = (name, ...options) => {
  const folder = join(work, name);
  execFileSync("dotnet", ["run", "-c", "Release", "--project", "src/Explainers.Cli", "--", "build", "--strict", "--output", folder, "--base-url", `http://localhost:${PORT}/`, ...options], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  return folder;
};
const readable = build("readable");
const deployed = build("deployed", "--minify");

const jar = join(tools, "node_modules", "vnu-jar", "build", "dist", "vnu.jar");
const pages = spawnSync("java", ["-jar", jar, "--skip-non-html", readable], { encoding: "utf8" });
tell(pages.status === 0 && pages.stderr === "", `Nu checker, every page${pages.stderr && `:\n${pages.stderr}`}`);
for (const style of readdirSync(join(readable, "assets")).filter((file) => file.endsWith(".css"))) {
  const css = spawnSync("java", ["-jar", jar, "--css", join(readable, "assets", style)], { encoding: "utf8" });
  tell(css.status === 0 && css.stderr === "", `Nu checker, ${style}${css.stderr && `:\n${css.stderr}`}`);
}

const require = createRequire(join(tools, "package.json"));
const load = (name) => import(pathToFileURL(require.resolve(name)));
const { parseAllHeaders } = await load("@netlify/headers-parser");
const headers = await parseAllHeaders({ headersFiles: [join(deployed, "_headers")], configHeaders: [], minimal: true });
tell(headers.errors.length === 0 && headers.headers.length > 3, `Netlify reads ${headers.headers.length} rules of _headers${headers.errors.map((error) => `\n${error.message}`)}`);
const { parseAllRedirects } = await load("@netlify/redirect-parser");
const redirects = await parseAllRedirects({ redirectsFiles: [join(deployed, "_redirects")], configRedirects: [], minimal: true });
tell(redirects.errors.length === 0, `Netlify reads ${redirects.redirects.length} redirects${redirects.errors.map((error) => `\n${error.message}`)}`);

const server = createServer((request, response) => {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = join(deployed, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  const type = TYPES[extname(file)] ?? "application/octet-stream";
  response.setHeader("Content-Type", type);
  if (path.startsWith("/assets/")) response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
  let bytes = readFileSync(file);
  if (/text|json|svg|xml/.test(type)) {
    bytes = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    response.setHeader("Content-Encoding", "br");
  }
  response.end(bytes);
});
await new Promise((listening) => server.listen(PORT, "127.0.0.1", listening));
const { default: lighthouse } = await load("lighthouse");
const { launch } = await load("chrome-launcher");
for (const page of PAGES) {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
  const { lhr } = await lighthouse(`http://localhost:${PORT}${page}`, { port: chrome.port, logLevel: "error" });
  const scores = Object.values(lhr.categories).map((category) => Math.round(category.score * 100));
  const [paint, shift] = ["largest-contentful-paint", "cumulative-layout-shift"].map((audit) => lhr.audits[audit].numericValue);
  tell(scores.every((score) => score === 100) && paint <= MOST_MILLISECONDS_TO_LARGEST_PAINT && shift === 0, `Lighthouse ${page}: ${scores.join(", ")}; largest paint ${Math.round(paint)} ms, layout shift ${shift}, ${lhr.audits["total-byte-weight"].numericValue} bytes`);
  await chrome.kill();
}
server.close();
rmSync(work, { recursive: true });
console.log(faults === 0 ? "Nothing found." : `${faults} found.`);
process.exit(faults === 0 ? 0 : 1);
