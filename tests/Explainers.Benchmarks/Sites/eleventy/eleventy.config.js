import { readdirSync, readFileSync } from "node:fs";
import yaml from "js-yaml";
import anchor from "markdown-it-anchor";

const sheets = readdirSync("facts").sort().map((file) => yaml.load(readFileSync(`facts/${file}`, "utf8")));
const sheetById = new Map(sheets.map((sheet) => [sheet.id, sheet]));

/** The sources of each page, in the order of their numbers. */
const sourcesByPage = new Map();

function cite(url, sheet, source) {
  let cited = sourcesByPage.get(url);
  if (!cited) sourcesByPage.set(url, (cited = new Map()));
  const key = `${sheet.id}/${source}`;
  if (!cited.has(key)) cited.set(key, { number: cited.size + 1, ...sheet.sources[source] });
  return cited.get(key).number;
}

function fact(sheetId, factId) {
  const sheet = sheetById.get(sheetId);
  const found = sheet?.facts[factId];
  if (!found) throw new Error(`no fact ${sheetId}.${factId}`);
  const number = cite(this.page.url, sheet, found.source);
  const value = found.time
    ? `<time datetime="${found.value}">${found.text}</time>`
    : `<data value="${found.value}">${found.text}</data>`;
  return `${value}<a class="cite" href="#source-${number}" aria-label="Source ${number}">${number}</a>`;
}

const longDates = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });

const slug = (words) => words.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

function contents(html) {
  let list = "";
  let depth = 1;
  for (const [, level, id, words] of html.matchAll(/<h([23]) id="([^"]+)"[^>]*>(.*?)<\/h[23]>/gs)) {
    if (depth >= level) list += "</li>" + "</ul></li>".repeat(depth - level);
    for (; depth < level; depth++) list += "<ul>";
    depth = Number(level);
    list += `<li><a href="#${id}">${words}</a>`;
  }
  return list + "</li></ul>".repeat(depth - 1);
}

export default function (eleventyConfig) {
  eleventyConfig.addDataExtension("yaml", (text) => yaml.load(text));
  eleventyConfig.addGlobalData("sheets", sheets);
  eleventyConfig.addGlobalData("site", {
    title: "The Benchmark Explainer",
    tagline: "Facts with their sources",
    description: "Made-up explainers that measure how fast a site is built.",
    address: "https://benchmark.example",
  });
  eleventyConfig.amendLibrary("md", (markdown) => markdown.use(anchor, { tabIndex: false, slugify: slug }));
  eleventyConfig.addPassthroughCopy("content/main.css");
  eleventyConfig.addShortcode("fact", fact);
  eleventyConfig.addFilter("label", (name) => sheetById.get(name.sheet).facts[name.fact].label);
  eleventyConfig.addFilter("sources", (url) => [...(sourcesByPage.get(url)?.values() ?? [])]);
  eleventyConfig.addFilter("contents", contents);
  eleventyConfig.addFilter("isoDate", (date) => date.toISOString().slice(0, 10));
  eleventyConfig.addFilter("longDate", (date) => longDates.format(date));
  eleventyConfig.addFilter("newest", (articles) => articles.slice(-20).reverse());
  eleventyConfig.addFilter("inTopic", (articles, topic) => articles.filter((article) => article.data.topics.includes(topic)).reverse());
  eleventyConfig.addFilter("topicTitle", (id, topics) => topics.find((topic) => topic.id === id).title);
  eleventyConfig.addCollection("articles", (api) => api.getFilteredByGlob("content/articles/*.md"));
  return {
    dir: { input: "content", output: "_site" },
    markdownTemplateEngine: "liquid",
    htmlTemplateEngine: "njk",
  };
}
